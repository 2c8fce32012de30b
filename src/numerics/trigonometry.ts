// pi/2 in three parts of 33 bits and a rest: k times a part is exact for |k| < 2^20 (Cody and Waite 1980).
export const PI_HALF_1 = 0x1921fb544 / 0x100000000;
export const PI_HALF_2 = 6.077100506303966e-11;
export const PI_HALF_3 = 2.0222662487111665e-21;
const PI_HALF_4 = 8.4784276603689e-32;
const INVERSE_PI_HALF = 0.6366197723675814;
const LARGEST = 1048576; // 2^20

/** sin(r + rest) for |r| <= pi/4, rest far below the last bit of r: the Taylor series to r^17/17!. */
function sinNear0(r: number, rest: number): number {
  const z = r * r;
  let p = -1 / 1307674368000 + z * (1 / 355687428096000);
  p = 1 / 6227020800 + z * p;
  p = -1 / 39916800 + z * p;
  p = 1 / 362880 + z * p;
  p = -1 / 5040 + z * p;
  p = 1 / 120 + z * p;
  p = -1 / 6 + z * p;
  return r + (r * z * p + rest * (1 - 0.5 * z)); // sin(r + rest) = sin r + rest cos r
}

/** cos(r + rest) for |r| <= pi/4: the Taylor series to r^18/18!. */
function cosNear0(r: number, rest: number): number {
  const z = r * r;
  let p = 1 / 20922789888000 - z * (1 / 6402373705728000);
  p = -1 / 87178291200 + z * p;
  p = 1 / 479001600 + z * p;
  p = -1 / 3628800 + z * p;
  p = 1 / 40320 + z * p;
  p = -1 / 720 + z * p;
  p = 1 / 24 + z * p;
  const half = 0.5 * z;
  const leading = 1 - half;
  return leading + (1 - leading - half + (z * z * p - r * rest)); // cos(r + rest) = cos r - rest sin r
}

/** Whether x is a finite angle; RangeError beyond 2^20, where the reduction would lose bits. */
export function isAngle(x: number, name: string): boolean {
  if (Math.abs(x) <= LARGEST) return true;
  if (Math.abs(x) < Infinity) throw new RangeError(`${name} is built for |x| <= 2^20, got ${x}: reduce it first`);
  return false;
}

/**
 * sin(x + quarterTurns * pi/2). x = k pi/2 + r + rest, and k modulo 4 picks the function and the sign.
 */
function sinTurned(x: number, quarterTurns: number, name: string): number {
  if (!isAngle(x, name)) return NaN;
  const k = Math.floor(x * INVERSE_PI_HALF + 0.5);
  // Each difference is followed by its exact rounding error (Knuth's TwoSum), so cancellation loses nothing.
  const first = x - k * PI_HALF_1;
  const part2 = k * PI_HALF_2;
  const second = first - part2;
  const error2 = twoSumError(first, -part2, second);
  const part3 = k * PI_HALF_3;
  const third = second - part3;
  const error3 = twoSumError(second, -part3, third);
  const tail = error2 + error3 - k * PI_HALF_4;
  const r = third + tail;
  const rest = third - r + tail;

  const quadrant = (k + quarterTurns) & 3;
  const value = (quadrant & 1) === 0 ? sinNear0(r, rest) : cosNear0(r, rest);
  return (quadrant & 2) === 0 ? value : -value;
}

/** What the rounded `sum` of a + b lost: a + b - sum, exactly. */
function twoSumError(a: number, b: number, sum: number): number {
  const bRounded = sum - a;
  return a - (sum - bRounded) + (b - bRounded);
}

/** sin x for |x| <= 2^20, within 1 ulp. NaN for NaN and the infinities, RangeError for other x. */
export function sin(x: number): number {
  return x === 0 ? x : sinTurned(x, 0, 'sin'); // keeps -0
}

/** cos x for |x| <= 2^20, within 1 ulp. NaN for NaN and the infinities, RangeError for other x. */
export function cos(x: number): number {
  return sinTurned(x, 1, 'cos');
}
