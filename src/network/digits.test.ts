import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Digits, decodeDigits, emptyBatch, encodeDigits, pixelsPerImage, readBatch } from './digits.ts';

/** Five images of one gray each, 10, 20, ... 50, with labels 1 to 5; three of them for training. */
const small: Digits = {
  images: Uint8Array.from({ length: 5 * pixelsPerImage }, (_, i) => 10 * (1 + Math.floor(i / pixelsPerImage))),
  labels: Uint8Array.of(1, 2, 3, 4, 5),
  trainCount: 3,
  testCount: 2,
};

it('decodes what it encoded, also from the middle of a larger buffer', () => {
  const content = encodeDigits(small);
  expect(decodeDigits(content)).toEqual(small);
  expect(decodeDigits(content.slice().buffer)).toEqual(small);
  const shifted = new Uint8Array(content.length + 7);
  shifted.set(content, 7);
  expect(decodeDigits(shifted.subarray(7))).toEqual(small);
});

it('reads the file as a browser does, through DecompressionStream', async () => {
  const file = readFileSync(new URL('../../public/data/digits.bin', import.meta.url));
  const unpacked = new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'));
  const { images, labels, trainCount } = decodeDigits(await new Response(unpacked).arrayBuffer());
  expect(trainCount).toBe(9000);
  expect(images).toHaveLength(10_000 * pixelsPerImage);
  // the first training image has ink in its middle and none in its corners
  expect(images[0]).toBe(0);
  expect(Math.max(...images.subarray(10 * 28, 18 * 28))).toBeGreaterThan(200);
  expect(labels.every((label) => label < 10)).toBe(true);
});

it('says what is wrong with bytes that are no digits', () => {
  const content = encodeDigits(small);
  expect(() => decodeDigits(Uint8Array.of(0x1f, 0x8b, 8, 0))).toThrow('still packed');
  expect(() => decodeDigits(new TextEncoder().encode('<!doctype html>'))).toThrow('must begin with "DIGS"');
  expect(() => decodeDigits(new TextEncoder().encode('DIGS'))).toThrow('a header of 16 bytes');
  expect(() => decodeDigits(content.subarray(0, 3000))).toThrow('5 digits need 3941 bytes, got 3000: load again');
  const other = content.slice();
  other[12] = 100;
  expect(() => decodeDigits(other)).toThrow('digits need 784 pixels per image, got 868');
  const wrong = content.slice();
  wrong[17] = 10;
  expect(() => decodeDigits(wrong)).toThrow('digits need labels from 0 to 9');
});

it('reads batches one after another, starts over at the end of its part and divides by 255 in float32', () => {
  const train = [0, 1, 2].map((index) => {
    const { labels, pixels } = readBatch(small, 0, small.trainCount, index, emptyBatch(2));
    return [[...labels], pixels[0], pixels[2 * pixelsPerImage - 1]];
  });
  const gray = (value: number) => Math.fround(value / 255);
  expect(train).toEqual([
    [[1, 2], gray(10), gray(20)],
    [[3, 1], gray(30), gray(10)],
    [[2, 3], gray(20), gray(30)],
  ]);
  const test = readBatch(small, small.trainCount, small.testCount, 0, emptyBatch(3));
  expect([...test.labels]).toEqual([4, 5, 4]);
});
