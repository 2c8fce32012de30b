import { describe, expect, it } from 'vitest';
import { float32Bits, float32FromBits } from './bits.ts';
import { type FormatId, formatIds, formats, roundAll, roundToBfloat16, roundToFloat16 } from './round-to-format.ts';

/** What a float16 code means, from the definition. */
function decodeFloat16(code: number): number {
  const sign = code & 0x8000 ? -1 : 1;
  const [exponent, fraction] = [(code >> 10) & 31, code & 1023];
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const codes = Array.from({ length: 65536 }, (_, code) => code);
/** All finite positive numbers of a format in order, with the value that comes after the largest, were there one. */
const float16Steps = [...codes.slice(0, 0x7c00).map(decodeFloat16), 65536];

describe('roundToFloat16', () => {
  it('leaves all 65536 codes as they are, NaN, infinities and both zeros among them', () => {
    for (const code of codes) {
      const value = decodeFloat16(code);
      if (!Object.is(roundToFloat16(value), value)) throw new Error(`code ${code}: ${roundToFloat16(value)}`);
    }
  });

  it('takes every midpoint to the even neighbor, and everything beside it to the nearer one', () => {
    for (let code = 0; code < 0x7c00; code++) {
      const [below, above] = [float16Steps[code] as number, float16Steps[code + 1] as number];
      const middle = (below + above) / 2;
      const even = code % 2 === 0 ? below : above === 65536 ? Infinity : above;
      expectSame(roundToFloat16(middle), even);
      expectSame(roundToFloat16(-middle), -even);
      const nudge = 2 ** -40 * middle;
      expectSame(roundToFloat16(middle - nudge), below);
      expectSame(roundToFloat16(middle + nudge), above === 65536 ? Infinity : above);
    }
  });

  it('agrees with Float16Array, where there is one, on 100,000 numbers of all sizes', () => {
    const Native = (globalThis as unknown as { Float16Array?: new (length: number) => number[] }).Float16Array;
    const one = Native && new Native(1);
    for (let i = 0; i < 100_000 && one; i++) {
      const x = float32FromBits((i * 2654435761) >>> 0);
      one[0] = x;
      expectSame(roundToFloat16(x), one[0] as number);
    }
  });

  it('overflows from 65520 on, and rounds to 0 up to half of the smallest number', () => {
    expect([65519.999, 65520, 1e300, -65520].map(roundToFloat16)).toEqual([65504, Infinity, Infinity, -Infinity]);
    expect([2 ** -25, -(2 ** -25), 2 ** -25 * 1.001, 1e-300].map(roundToFloat16)).toEqual([0, -0, 2 ** -24, 0]);
  });
});

/** Far quicker than `expect`, for many thousands. */
function expectSame(actual: number, expected: number) {
  if (!Object.is(actual, expected)) throw new Error(`got ${actual}, not ${expected}`);
}

describe('roundToBfloat16', () => {
  it('leaves all 65536 codes as they are', () => {
    for (const code of codes) {
      const value = float32FromBits((code << 16) >>> 0);
      expectSame(roundToBfloat16(value), value);
    }
  });

  it('takes every midpoint to the even neighbor, and everything beside it to the nearer one', () => {
    for (let code = 0; code < 0x7f80; code++) {
      const at = (half: number) => float32FromBits(((code << 16) >>> 0) + half);
      const [below, above] = [at(0), at(0x10000)];
      const even = code % 2 === 0 ? below : above;
      expectSame(roundToBfloat16(at(0x8000)), even);
      expectSame(roundToBfloat16(-at(0x8000)), -even);
      expectSame(roundToBfloat16(at(0x7fff)), below);
      expectSame(roundToBfloat16(at(0x8001)), above);
    }
  });
});

describe.each(formatIds)('the limits of %s', (id: FormatId) => {
  const { round, largest, overflow, smallest, smallestNormal } = formats[id];

  it('are numbers of the format, and overflow is where infinity begins', () => {
    for (const limit of [largest, smallest, smallestNormal]) expect(round(limit)).toBe(limit);
    expect(round(overflow)).toBe(Infinity);
    // the float64 just below
    expect(round(overflow * (1 - 2 ** -53))).toBe(id === 'bfloat16' ? Infinity : largest);
  });

  it('have nothing below: half of the smallest number is 0', () => {
    expect(round(smallest / 2)).toBe(0);
  });
});

it('bfloat16 rounds float32 numbers: the last one below its overflow becomes its largest', () => {
  const last = float32FromBits(float32Bits(formats.bfloat16.overflow) - 1);
  expect(roundToBfloat16(last)).toBe(formats.bfloat16.largest);
});

it('roundAll rounds in place', () => {
  const values = Float32Array.of(1 + 2 ** -11, 70000, 1e-9);
  roundAll(values, 'float32');
  expect([...values]).toEqual([1 + 2 ** -11, 70000, Math.fround(1e-9)]);
  roundAll(values, 'float16');
  expect([...values]).toEqual([1, Infinity, 0]);
});
