import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { classCount, encodeDigits, pixelsPerImage } from '#network/digits.ts';
import { digitsFile, loadDigits } from './load-digits.ts';
import { makeDigits, permutation } from './make-digits.ts';

const sha256 = 'f74e1361da046e7e0decb4ea76620f4a435fdfcbd305d25ac5b34c3af9c3ffdd';
const digits = loadDigits();
const { images, labels, trainCount, testCount } = digits;
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('the file served is what the package mnist 1.1.0 holds, to the byte', () => {
  expect(hash(encodeDigits(makeDigits()))).toBe(sha256);
  expect(hash(encodeDigits(digits))).toBe(sha256);
  expect(readFileSync(new URL('README.md', digitsFile), 'utf8')).toContain(sha256);
});

it('the file is gzip of about 1.6 MB', () => {
  const file = readFileSync(digitsFile);
  expect([...file.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  expect(file.length).toBeLessThan(1_620_000);
});

it('permutation is torch.randperm', () => {
  // PyTorch 1.13.1: torch.manual_seed(4294967301); torch.randperm(16)
  expect([...permutation(16, 4294967301)]).toEqual([3, 10, 11, 7, 6, 13, 8, 9, 4, 5, 2, 1, 15, 12, 14, 0]);
});

it('train and test hold every class about equally often', () => {
  expect([trainCount, testCount]).toEqual([9000, 1000]);
  const shares = (part: Uint8Array) =>
    Array.from({ length: classCount }, (_, digit) => part.filter((label) => label === digit).length / part.length);
  // a class has 8.6% to 11.3% of all images; 1,000 drawn from them vary by one percentage point (standard deviation)
  for (const share of shares(labels.subarray(0, trainCount))) expect(Math.abs(share - 0.1)).toBeLessThan(0.02);
  for (const share of shares(labels.subarray(trainCount))) expect(Math.abs(share - 0.1)).toBeLessThan(0.03);
});

it('no image occurs twice, so none of the test images was trained on', () => {
  const keys = Array.from(labels, (_, i) => hash(images.subarray(i * pixelsPerImage, (i + 1) * pixelsPerImage)));
  expect(new Set(keys).size).toBe(10_000);
});
