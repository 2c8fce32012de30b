import { float32Bits } from '#numerics/bits.ts';

/** One weight as a reader would compare it with another program's. */
export interface FirstWeight {
  /** Its place in the tensor, such as `[0, 1]`. */
  index: string;
  /** The shortest decimal that reads back as this float32. */
  decimal: string;
  /** Its 32 bits as eight hexadecimal digits. */
  bits: string;
}

const shown = 16;

/** The first 16 weights of a tensor, row-major. */
export const firstWeights = (weights: Float32Array, shape: readonly number[]): FirstWeight[] =>
  Array.from(weights.subarray(0, shown), (weight, i) => ({
    index: `[${placeOf(i, shape).join(', ')}]`,
    decimal: shortestDecimal(weight),
    bits: float32Bits(weight).toString(16).padStart(8, '0'),
  }));

/** The indices of the i-th value of a tensor of this shape. */
function placeOf(i: number, shape: readonly number[]): number[] {
  let left = i;
  return shape
    .toReversed()
    .map((size) => {
      const index = left % size;
      left = (left - index) / size;
      return index;
    })
    .reverse();
}

/** At most nine significant digits, as many as it takes: every float32 is told from its neighbors by nine. */
export function shortestDecimal(value: number): string {
  if (Object.is(value, -0)) return '-0';
  for (let digits = 1; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(Number(value.toPrecision(9)));
}
