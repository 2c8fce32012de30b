/**
 * Lists of the values that are not zero, for pairs of lanes of a sparse factor: at each inner index where one of the two is
 * not zero, both values and the address of what they are to be multiplied with.
 *
 * A list is four arrays of the same length one after another, each with room for the whole inner size: its byte length,
 * then the first values, the second values, the addresses.
 */

/** The bytes of each array of a list: 4 more than needed can be written. */
export function arrayBytes(inner: i32): usize {
  return ((<usize>((inner + 3) & ~3)) << 2) + 16;
}

/** The bytes of a list. */
export function listBytes(inner: i32): usize {
  return 16 + 3 * arrayBytes(inner);
}

/**
 * Lists the pairs of `lanes` lanes, two by two, from `lists` on. Inner index k is to be multiplied with what lies at address
 * + k * step. A last lane without a partner is listed with itself. Returns the end of the lists.
 */
export function listPairs(
  source: usize,
  laneStride: usize,
  innerStride: usize,
  lanes: i32,
  inner: i32,
  address: usize,
  step: usize,
  lists: usize,
): usize {
  for (let i = 0; i < lanes; i += 2) {
    const partner = i + 1 < lanes ? laneStride : 0;
    listPair(source + <usize>i * laneStride, partner, innerStride, inner, address, step, lists);
    lists += listBytes(inner);
  }
  return lists;
}

/** The partner's values lie `partner` bytes behind those of the first lane. */
function listPair(
  p: usize,
  partner: usize,
  innerStride: usize,
  inner: i32,
  address: usize,
  step: usize,
  list: usize,
): void {
  const array = arrayBytes(inner);
  const steps = i32x4.splat((<i32>step) << 2);
  let addresses = i32x4.add(i32x4.splat(<i32>address), i32x4.mul(i32x4.splat(<i32>step), i32x4(0, 1, 2, 3)));
  let entry = list + 16;
  for (let n = inner >> 2; n > 0; n--) {
    if (partner === 4) entry = appendNeighbors(p, innerStride, addresses, entry, array);
    else entry = append(loadLane(p, innerStride), loadLane(p + partner, innerStride), addresses, entry, array);
    addresses = i32x4.add(addresses, steps);
    p += 4 * innerStride;
  }
  for (let n = inner & 3; n > 0; n--) {
    entry = append(v128.load32_zero(p), v128.load32_zero(p + partner), addresses, entry, array);
    addresses = i32x4.add(addresses, i32x4.splat(<i32>step));
    p += innerStride;
  }
  store<u32>(list, <u32>(entry - list - 16));
}

/** Four values of a lane. */
function loadLane(p: usize, innerStride: usize): v128 {
  if (innerStride === 4) return v128.load(p);
  const two = v128.load32_lane(p + innerStride, v128.load32_zero(p), 1);
  const three = v128.load32_lane(p + 2 * innerStride, two, 2);
  return v128.load32_lane(p + 3 * innerStride, three, 3);
}

/** Appends four values of two lanes that lie side by side, a transpose of 4 x 2. */
function appendNeighbors(p: usize, innerStride: usize, addresses: v128, entry: usize, array: usize): usize {
  const row0 = v128.load64_zero(p);
  const row1 = v128.load64_zero(p + innerStride);
  const row2 = v128.load64_zero(p + 2 * innerStride);
  const row3 = v128.load64_zero(p + 3 * innerStride);
  const upper = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
  const lower = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
  const first = v128.shuffle<f64>(upper, lower, 0, 2);
  return append(first, v128.shuffle<f64>(upper, lower, 1, 3), addresses, entry, array);
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

/** Appends up to four entries and returns the end of the list; what is written behind it does not count. */
function append(first: v128, second: v128, addresses: v128, entry: usize, array: usize): usize {
  const zero = f32x4.splat(0);
  const kept = i32x4.bitmask(v128.or(f32x4.ne(first, zero), f32x4.ne(second, zero)));
  if (kept === 0) return entry;
  const order = v128.load(KEPT + ((<usize>kept) << 4));
  v128.store(entry, i8x16.swizzle(first, order));
  v128.store(entry + array, i8x16.swizzle(second, order));
  v128.store(entry + 2 * array, i8x16.swizzle(addresses, order));
  return entry + ((<usize>popcnt(kept)) << 2);
}
