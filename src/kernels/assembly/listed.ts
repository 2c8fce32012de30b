import { HEADER_BYTES } from './list';

/** How many sums a list is added to at once. */
export const PANEL = 52;
/** From one row of a panel to the next. */
export const STEP: usize = PANEL * 4;

/**
 * The 52 sums at `from`, plus for every inner index k of a list value k of the row `x` times the 52 values of row k of
 * the panel, go to `c`. The order of additions is that of the list.
 *
 * 13 vectors of sums stay in registers, with two more for the value and a product; an entry takes 14 loads for 26 operations,
 * and two entries share what a turn of the loop costs. As in `tile.ts`, variables are overwritten to keep compilers from
 * drawing the additions to one sum together.
 */
export function addListed(list: usize, x: usize, panel: usize, from: usize, c: usize): void {
  let s0 = v128.load(from);
  let s1 = v128.load(from, 16);
  let s2 = v128.load(from, 32);
  let s3 = v128.load(from, 48);
  let s4 = v128.load(from, 64);
  let s5 = v128.load(from, 80);
  let s6 = v128.load(from, 96);
  let s7 = v128.load(from, 112);
  let s8 = v128.load(from, 128);
  let s9 = v128.load(from, 144);
  let s10 = v128.load(from, 160);
  let s11 = v128.load(from, 176);
  let s12 = v128.load(from, 192);
  let value = s0;
  let row: usize = 0;
  let entry = list + HEADER_BYTES;
  const last = entry + load<u32>(list) - 1;
  for (; entry < last; entry += 2) {
    row = load<u8>(entry);
    value = v128.load32_splat(x + (row << 2));
    row = panel + row * STEP;
    s0 = f32x4.add(s0, f32x4.mul(v128.load(row), value));
    s1 = f32x4.add(s1, f32x4.mul(v128.load(row, 16), value));
    s2 = f32x4.add(s2, f32x4.mul(v128.load(row, 32), value));
    s3 = f32x4.add(s3, f32x4.mul(v128.load(row, 48), value));
    s4 = f32x4.add(s4, f32x4.mul(v128.load(row, 64), value));
    s5 = f32x4.add(s5, f32x4.mul(v128.load(row, 80), value));
    s6 = f32x4.add(s6, f32x4.mul(v128.load(row, 96), value));
    s7 = f32x4.add(s7, f32x4.mul(v128.load(row, 112), value));
    s8 = f32x4.add(s8, f32x4.mul(v128.load(row, 128), value));
    s9 = f32x4.add(s9, f32x4.mul(v128.load(row, 144), value));
    s10 = f32x4.add(s10, f32x4.mul(v128.load(row, 160), value));
    s11 = f32x4.add(s11, f32x4.mul(v128.load(row, 176), value));
    s12 = f32x4.add(s12, f32x4.mul(v128.load(row, 192), value));
    row = load<u8>(entry, 1);
    value = v128.load32_splat(x + (row << 2));
    row = panel + row * STEP;
    s0 = f32x4.add(s0, f32x4.mul(v128.load(row), value));
    s1 = f32x4.add(s1, f32x4.mul(v128.load(row, 16), value));
    s2 = f32x4.add(s2, f32x4.mul(v128.load(row, 32), value));
    s3 = f32x4.add(s3, f32x4.mul(v128.load(row, 48), value));
    s4 = f32x4.add(s4, f32x4.mul(v128.load(row, 64), value));
    s5 = f32x4.add(s5, f32x4.mul(v128.load(row, 80), value));
    s6 = f32x4.add(s6, f32x4.mul(v128.load(row, 96), value));
    s7 = f32x4.add(s7, f32x4.mul(v128.load(row, 112), value));
    s8 = f32x4.add(s8, f32x4.mul(v128.load(row, 128), value));
    s9 = f32x4.add(s9, f32x4.mul(v128.load(row, 144), value));
    s10 = f32x4.add(s10, f32x4.mul(v128.load(row, 160), value));
    s11 = f32x4.add(s11, f32x4.mul(v128.load(row, 176), value));
    s12 = f32x4.add(s12, f32x4.mul(v128.load(row, 192), value));
  }
  if (entry === last) {
    row = load<u8>(entry);
    value = v128.load32_splat(x + (row << 2));
    row = panel + row * STEP;
    s0 = f32x4.add(s0, f32x4.mul(v128.load(row), value));
    s1 = f32x4.add(s1, f32x4.mul(v128.load(row, 16), value));
    s2 = f32x4.add(s2, f32x4.mul(v128.load(row, 32), value));
    s3 = f32x4.add(s3, f32x4.mul(v128.load(row, 48), value));
    s4 = f32x4.add(s4, f32x4.mul(v128.load(row, 64), value));
    s5 = f32x4.add(s5, f32x4.mul(v128.load(row, 80), value));
    s6 = f32x4.add(s6, f32x4.mul(v128.load(row, 96), value));
    s7 = f32x4.add(s7, f32x4.mul(v128.load(row, 112), value));
    s8 = f32x4.add(s8, f32x4.mul(v128.load(row, 128), value));
    s9 = f32x4.add(s9, f32x4.mul(v128.load(row, 144), value));
    s10 = f32x4.add(s10, f32x4.mul(v128.load(row, 160), value));
    s11 = f32x4.add(s11, f32x4.mul(v128.load(row, 176), value));
    s12 = f32x4.add(s12, f32x4.mul(v128.load(row, 192), value));
  }
  v128.store(c, s0);
  v128.store(c, s1, 16);
  v128.store(c, s2, 32);
  v128.store(c, s3, 48);
  v128.store(c, s4, 64);
  v128.store(c, s5, 80);
  v128.store(c, s6, 96);
  v128.store(c, s7, 112);
  v128.store(c, s8, 128);
  v128.store(c, s9, 144);
  v128.store(c, s10, 160);
  v128.store(c, s11, 176);
  v128.store(c, s12, 192);
}
