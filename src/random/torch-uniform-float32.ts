import { fmaFloat32 } from '#numerics/fma.ts';
import type { Mt19937 } from './mt19937.ts';

const TWO_TO_MINUS_24 = 1 / 0x1000000;
const TWO_TO_28 = 0x10000000;

/** Words on their way from the twister into an array; as many as it makes at a time. */
const words = new Uint32Array(624);

/** Fills `out` with U[low, low + width), both float32: 24 bits of each word make an x in [0, 1). */
export function uniformFloat32(twister: Mt19937, out: Float32Array, low: number, width: number): void {
  // With low neither far above nor far below the width, x * width + low has at most 53 bits: float64 holds it exactly.
  const simple = low === 0 || (Math.abs(low) <= 16 * width && width <= TWO_TO_28 * Math.abs(low));
  const [factor, offset] = simple ? [width, low] : [1, 0];
  for (let start = 0; start < out.length; start += words.length) {
    const count = Math.min(out.length - start, words.length);
    twister.fillWords(words, count);
    for (let i = 0; i < count; i++) {
      const x = ((words[i] as number) & 0xffffff) * TWO_TO_MINUS_24;
      out[start + i] = x * factor + offset;
    }
    if (!simple) fmaFloat32(out, start, start + count, width, low);
  }
}
