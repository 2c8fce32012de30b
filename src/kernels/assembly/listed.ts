import { ARRAY_BYTES, HEADER_BYTES } from './list';

/**
 * The 52 sums at `from`, plus for every entry of a list its value times the 52 values that its address points to, go to `c`.
 * The order of additions is that of the list.
 *
 * 13 vectors of sums stay in registers, with two more for the value and a product; an entry takes 15 loads for 26 operations.
 * Two entries, of which every list has a multiple, share what a turn of the loop costs. As in `tile.ts`, variables are
 * overwritten to keep compilers from drawing the additions to one sum together.
 */
export function addListed(list: usize, from: usize, c: usize): void {
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
  let entry = list + HEADER_BYTES;
  let x = s0;
  let row: usize = 0;
  for (const end = entry + load<u32>(list); entry < end; entry += 8) {
    x = v128.load32_splat(entry);
    row = load<u32>(entry, ARRAY_BYTES);
    s0 = f32x4.add(s0, f32x4.mul(v128.load(row), x));
    s1 = f32x4.add(s1, f32x4.mul(v128.load(row, 16), x));
    s2 = f32x4.add(s2, f32x4.mul(v128.load(row, 32), x));
    s3 = f32x4.add(s3, f32x4.mul(v128.load(row, 48), x));
    s4 = f32x4.add(s4, f32x4.mul(v128.load(row, 64), x));
    s5 = f32x4.add(s5, f32x4.mul(v128.load(row, 80), x));
    s6 = f32x4.add(s6, f32x4.mul(v128.load(row, 96), x));
    s7 = f32x4.add(s7, f32x4.mul(v128.load(row, 112), x));
    s8 = f32x4.add(s8, f32x4.mul(v128.load(row, 128), x));
    s9 = f32x4.add(s9, f32x4.mul(v128.load(row, 144), x));
    s10 = f32x4.add(s10, f32x4.mul(v128.load(row, 160), x));
    s11 = f32x4.add(s11, f32x4.mul(v128.load(row, 176), x));
    s12 = f32x4.add(s12, f32x4.mul(v128.load(row, 192), x));
    x = v128.load32_splat(entry, 4);
    row = load<u32>(entry, ARRAY_BYTES + 4);
    s0 = f32x4.add(s0, f32x4.mul(v128.load(row), x));
    s1 = f32x4.add(s1, f32x4.mul(v128.load(row, 16), x));
    s2 = f32x4.add(s2, f32x4.mul(v128.load(row, 32), x));
    s3 = f32x4.add(s3, f32x4.mul(v128.load(row, 48), x));
    s4 = f32x4.add(s4, f32x4.mul(v128.load(row, 64), x));
    s5 = f32x4.add(s5, f32x4.mul(v128.load(row, 80), x));
    s6 = f32x4.add(s6, f32x4.mul(v128.load(row, 96), x));
    s7 = f32x4.add(s7, f32x4.mul(v128.load(row, 112), x));
    s8 = f32x4.add(s8, f32x4.mul(v128.load(row, 128), x));
    s9 = f32x4.add(s9, f32x4.mul(v128.load(row, 144), x));
    s10 = f32x4.add(s10, f32x4.mul(v128.load(row, 160), x));
    s11 = f32x4.add(s11, f32x4.mul(v128.load(row, 176), x));
    s12 = f32x4.add(s12, f32x4.mul(v128.load(row, 192), x));
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
