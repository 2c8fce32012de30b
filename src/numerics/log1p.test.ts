import { expect, test } from 'vitest';
import * as reference from '../../tests/elementary-reference.ts';
import { float32Bits } from './bits.ts';
import { log1p } from './log1p.ts';
import { log1pFloat32 } from './log1p-float32.ts';

/** Values of fdlibm that are not the nearest float64: one or two from each branch. */
const pairs = [
  [-0.39240466433477816, -0.49824618494366857],
  [-0.8062153310270436, -1.641007690121317],
  [-0.2197259341709178, -0.24811005456569268],
  [-0.2670622261813067, -0.3106944731701422],
  [0.28166777991337066, 0.24816218288212738],
  [0.4101501745563656, 0.34369620549619706],
  [0.6286829849250972, 0.48777170351456234],
  [1.8389667252754305, 1.0434401568428697],
] as const;

test('log1p is fdlibm to the last bit, also where the nearest float64 is another', () => {
  for (const [x, y] of pairs) {
    expect([x, log1p(x)]).toEqual([x, y]);
    expect(reference.ulpError(y, reference.log1p(x))).toBeGreaterThan(0.6);
  }
});

/** What the C library of NumPy's Linux builds (glibc 2.36) returns where rounding ln(1 + x) to float32 gives something else. */
const float32Pairs = [
  [-0.29314619302749634, -0.3469313979148865],
  [-0.4245995879173279, -0.5526890754699707],
  [-0.28040874004364014, -0.32907193899154663],
  [-0.27689117193222046, -0.3241955637931824],
  [0.24026937782764435, 0.21532860398292542],
  [0.3657836616039276, 0.3117283582687378],
  [0.7317526340484619, 0.5491340160369873],
  [1.9034011363983154, 1.065882921218872],
] as const;

test('log1pFloat32 is fdlibm to the last bit, also where the nearest float32 is another', () => {
  for (const [x, y] of float32Pairs) {
    expect([x, log1pFloat32(x)]).toEqual([x, Math.fround(y)]);
    expect(Math.fround(log1p(x))).not.toBe(Math.fround(y));
  }
});

test('log1pFloat32 stays within 1 ulp for every 100th uniform float32, -k/2^24', () => {
  let worst = 0;
  for (let k = 1; k < 0x1000000; k += 100) {
    const x = -k / 0x1000000;
    const truth = log1p(x);
    worst = Math.max(worst, Math.abs(log1pFloat32(x) - truth) / ulpOf(truth));
  }
  console.log(`log1pFloat32: largest error ${worst.toFixed(4)} ulp`);
  expect(worst).toBeLessThan(1);
  expect(worst).toBeGreaterThan(0.5); // fdlibm does not always return the nearest float32
});

/** The distance of neighboring float32 at x. */
function ulpOf(x: number): number {
  const exponent = (float32Bits(Math.abs(x)) >>> 23) - 127;
  return 2 ** (exponent - 23);
}

test('log1pFloat32 knows the special values', () => {
  for (const [x, y] of [
    [0, 0],
    [-0, -0],
    [-1, -Infinity],
    [-1.5, NaN],
    [Infinity, Infinity],
    [NaN, NaN],
    [1e-12, 1e-12],
  ] as const) {
    expect([x, log1pFloat32(Math.fround(x))]).toStrictEqual([x, Math.fround(y)]);
  }
  expect(log1pFloat32(1)).toBe(Math.fround(Math.LN2));
  expect(log1pFloat32(2 ** -20)).toBe(Math.fround(2 ** -20 - 2 ** -41)); // a neighbor of a power of two
});
