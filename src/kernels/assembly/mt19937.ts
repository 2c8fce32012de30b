/**
 * The Mersenne Twister of `src/random/mt19937.ts`, four words at a time. A state is an array of 624 words with room for
 * four more behind them.
 */
export const SIZE = 624;
const MIDDLE = 397;

/**
 * Replaces all words, in place: word k becomes word k + 397 xor a twist of words k and k + 1, modulo 624. What follows the
 * last word is the first one, which is new by then: its copy behind the last saves a loop that turns around at the end.
 */
export function regenerate(state: usize): void {
  regenerateFour(state, state + MIDDLE * 4);
  store<u32>(state + SIZE * 4, load<u32>(state));
  let p = state + 16;
  for (const end = state + (SIZE - MIDDLE) * 4; p < end; p += 16) regenerateFour(p, p + MIDDLE * 4);
  for (const end = state + SIZE * 4; p < end; p += 16) regenerateFour(p, p - (SIZE - MIDDLE) * 4);
}

/** y joins the top bit of a word to the other 31 of the following one; the twist is y times a fixed matrix over GF(2). */
function regenerateFour(p: usize, far: usize): void {
  const following = v128.load(p, 4);
  const y = v128.bitselect(following, v128.load(p), i32x4.splat(0x7fffffff));
  const odd = i32x4.shr_s(i32x4.shl(following, 31), 31);
  const twist = v128.xor(i32x4.shr_u(y, 1), v128.and(odd, i32x4.splat(0x9908b0df)));
  v128.store(p, v128.xor(v128.load(far), twist));
}

/** Turns words of the state into words of the stream: an invertible mix of their bits. */
export function temper(words: v128): v128 {
  let y = v128.xor(words, i32x4.shr_u(words, 11));
  y = v128.xor(y, v128.and(i32x4.shl(y, 7), i32x4.splat(0x9d2c5680)));
  y = v128.xor(y, v128.and(i32x4.shl(y, 15), i32x4.splat(0xefc60000)));
  return v128.xor(y, i32x4.shr_u(y, 18));
}
