import { expect, it } from 'vitest';
import { arcCosine } from './arc-cosine.ts';

it('agrees with Math.acos to 4e-16, relative, over [-1, 1]', () => {
  for (let i = -2000; i < 2000; i++) {
    const c = i / 2000;
    expect(Math.abs(arcCosine(c) / Math.acos(c) - 1), String(c)).toBeLessThan(4e-16);
  }
});

it('keeps the digits of angles near 0 and pi', () => {
  const c = 1 - 2 ** -52; // angle sqrt(2 (1 - c)) (1 + (1 - c) / 12 + ...)
  expect(Math.abs(arcCosine(c) / Math.sqrt(2 * 2 ** -52) - 1)).toBeLessThan(1e-15);
  expect([arcCosine(1), arcCosine(-1)]).toEqual([0, Math.PI]);
});

it('gives NaN where no angle has that cosine', () => {
  expect([1.0000001, -2, Number.NaN].map(arcCosine)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
