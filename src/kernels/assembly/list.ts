import { LONGEST } from './factors';

/** A list of the inner indices at which a row is not zero: how many there are, then a byte for each, ascending. */

export const HEADER_BYTES: usize = 4;
/** Up to eight bytes behind the last one are written, and do not count. */
export const LIST_BYTES: usize = HEADER_BYTES + LONGEST + 8;

/** Lists a row of `length` values, 16 at a time. */
export function listRow(row: usize, length: i32, list: usize): void {
  const eight: u64 = (0x08080808 as u64) * 0x100000001; // 8 in each of eight bytes
  let end = list + HEADER_BYTES;
  let first: u64 = 0; // the first of eight inner indices, eight times
  for (; length > 0; length -= 16) {
    const marks = marksOf(row) & ((1 << min(16, length)) - 1);
    end = append(marks & 255, first, end);
    end = append(marks >> 8, first + eight, end);
    first += 2 * eight;
    row += 64;
  }
  store<u32>(list, <u32>(end - list - HEADER_BYTES));
}

/** 16 bits, the first value's last: 1 where a value is not zero. */
function marksOf(values: usize): i32 {
  const zero = f32x4.splat(0);
  return i8x16.bitmask(
    i8x16.narrow_i16x8_s(
      i16x8.narrow_i32x4_s(f32x4.ne(v128.load(values), zero), f32x4.ne(v128.load(values, 16), zero)),
      i16x8.narrow_i32x4_s(f32x4.ne(v128.load(values, 32), zero), f32x4.ne(v128.load(values, 48), zero)),
    ),
  );
}

/**
 * Appends those of eight inner indices that are marked and returns the end of the list. All eight are written, whatever they
 * are: a branch would be guessed wrong too often.
 */
function append(marks: i32, first: u64, end: usize): usize {
  store<u64>(end, load<u64>(POSITIONS + ((<usize>marks) << 3)) + first);
  return end + <usize>popcnt<i32>(marks);
}

/** For each byte the positions of the bits that are set in it, ascending; made when the module is loaded. */
const POSITIONS = memory.data(256 * 8, 16);
for (let bits: usize = 0; bits < 256; bits++) {
  let end = POSITIONS + (bits << 3);
  for (let position: u8 = 0; position < 8; position++) {
    store<u8>(end, position);
    end += (bits >> position) & 1;
  }
}
