/**
 * A list of the values of a row that are not zero: its length in bytes, then the values, then, in an array of their own, the
 * addresses of what they are to be multiplied with. A zero at the end makes the number of entries even.
 */

/** The longest row, so that a panel of 52 columns and as many inner indices takes 26 kB and stays in the fastest cache. */
export const LONGEST = 128;

export const HEADER_BYTES: usize = 16;
/** Up to four entries behind the last one are written, and do not count. */
export const ARRAY_BYTES: usize = LONGEST * 4 + 16;
export const LIST_BYTES: usize = HEADER_BYTES + 2 * ARRAY_BYTES;

/** Lists a row of `length` values; the one at inner index k is to be multiplied with what lies at address + k * step. */
export function listRow(row: usize, length: i32, address: usize, step: usize, list: usize): void {
  let entry = list + HEADER_BYTES;
  let next = i32x4.add(i32x4.splat(<i32>address), i32x4.mul(i32x4.splat(<i32>step), i32x4(0, 1, 2, 3)));
  const steps = i32x4.splat((<i32>step) << 2);
  for (let n = length >> 2; n > 0; n--) {
    entry = append(v128.load(row), next, entry);
    next = i32x4.add(next, steps);
    row += 16;
  }
  for (let n = length & 3; n > 0; n--) {
    entry = append(v128.load32_zero(row), next, entry);
    next = i32x4.add(next, i32x4.splat(<i32>step));
    row += 4;
  }
  store<f32>(entry, 0);
  store<u32>(entry, <u32>address, ARRAY_BYTES);
  store<u32>(list, <u32>(entry - list - HEADER_BYTES + 4) & ~7);
}

/** Which bytes of a vector remain, in order, for each of the 16 sets of lanes that are not zero: lane 0 is bit 0. */
// biome-ignore format: one line for each set
const KEPT = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0,
  8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0,
  12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 0, 0, 0, 0,
  8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0,
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
], 16);

/**
 * Appends those of four values that are not zero and returns the end of the list. All four are written, whatever they are:
 * a branch would be guessed wrong too often.
 */
function append(values: v128, addresses: v128, entry: usize): usize {
  const kept = i32x4.bitmask(f32x4.ne(values, f32x4.splat(0)));
  const order = v128.load(KEPT + ((<usize>kept) << 4));
  v128.store(entry, i8x16.swizzle(values, order));
  v128.store(entry, i8x16.swizzle(addresses, order), ARRAY_BYTES);
  return entry + ((<usize>popcnt(kept)) << 2);
}
