import { multiplyAdd } from './fused';
import { regenerate, SIZE, temper } from './mt19937';

/**
 * Fills `out` with U[low, low + width), one word of the stream each, with the bits of `src/random/torch-uniform-float32.ts`.
 * `position` words of the state have been drawn already; returns how many have then.
 */
export function torchUniform(state: usize, position: i32, out: usize, length: i32, low: f32, width: f32): i32 {
  // x width + low is (x - 1/2) width here, or x width: a difference that float32 holds exactly, and one rounding
  const symmetric = low < 0 && width === -2 * low;
  const simple = symmetric || low === 0;
  const middle = symmetric ? 0x800000 : 0;
  while (length > 0) {
    if (position === SIZE) {
      regenerate(state);
      position = 0;
    }
    const count = min(length, SIZE - position);
    draw(state + ((<usize>position) << 2), out, count, middle, simple ? width : 1);
    if (!simple) multiplyAdd(out, count, width, low);
    position += count;
    length -= count;
    out += (<usize>count) << 2;
  }
  return position;
}

/** The low 24 bits of `count` words, less `middle`, times 2^-24 and times `width`. */
function draw(words: usize, out: usize, count: i32, middle: i32, width: f32): void {
  const middles = i32x4.splat(middle);
  const widths = f32x4.splat(width);
  for (let n = count >> 2; n > 0; n--) {
    v128.store(out, f32x4.mul(fraction(v128.load(words), middles), widths));
    words += 16;
    out += 16;
  }
  // reads the room behind the state, but stores nothing of it
  let last = f32x4.mul(fraction(v128.load(words), middles), widths);
  if (count & 2) {
    v128.store64_lane(out, last, 0);
    last = v128.shuffle<f64>(last, last, 1, 1);
    out += 8;
  }
  if (count & 1) v128.store32_lane(out, last, 0);
}

function fraction(words: v128, middles: v128): v128 {
  const bits = v128.and(temper(words), i32x4.splat(0xffffff));
  return f32x4.mul(f32x4.convert_i32x4_s(i32x4.sub(bits, middles)), f32x4.splat(1.0 / 0x1000000));
}
