import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256, sha256OfBytes } from './sha256.ts';

test('gives the digest that FIPS 180 prints for "abc"', () => {
  expect(sha256OfBytes(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('agrees with the digests of Node for every length from 0 to 200 bytes', () => {
  for (let length = 0; length <= 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => 7 * i + length);
    expect(sha256OfBytes(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

test('takes float32 and float64 values least significant byte first', () => {
  const bytes = [0, 0, 0x80, 0x3f, 0, 0, 0, 0x80]; // 1 and -0
  const digest = createHash('sha256').update(Uint8Array.from(bytes)).digest('hex');
  expect(sha256(Float32Array.of(1, -0))).toBe(digest);
  const wide = [0, 0, 0, 0, 0, 0, 0xf0, 0x3f]; // 1
  expect(sha256(Float64Array.of(1))).toBe(createHash('sha256').update(Uint8Array.from(wide)).digest('hex'));
});
