import { checkFinite, shown } from '#numerics/check-finite.ts';
import type { Floats } from './generator.ts';

const LARGEST_FLOAT32 = 3.4028234663852886e38;

/** U[low, high) needs finite low <= high. */
export function checkUniformLaw(low: number, high: number): void {
  checkFinite('uniform', 'low', low);
  checkFinite('uniform', 'high', high);
  if (low > high) throw new RangeError(`uniform needs low <= high, got low ${low} and high ${high}: swap them`);
}

/** N(mean, std^2) needs a finite mean and a finite std >= 0. */
export function checkNormalLaw(mean: number, std: number): void {
  checkFinite('normal', 'mean', mean);
  checkFinite('normal', 'std', std, '>= 0');
}

/** The arguments of `fillUniform`, of any stream: finite low <= high, which fit with their difference into the floats of `out`. */
export function checkUniform(out: Floats, low: number, high: number): void {
  checkFloats('fillUniform', out);
  checkUniformLaw(low, high);
  const [largest, kind] = range(out);
  if (!(Math.abs(low) <= largest && Math.abs(high) <= largest)) {
    throw new RangeError(`uniform needs bounds within ${kind}, got low ${low} and high ${high}`);
  }
  if (high - low > largest) {
    throw new RangeError(`uniform needs high - low within ${kind}, got low ${low} and high ${high}: narrow them`);
  }
}

/** The arguments of `fillNormal`, of any stream: a finite mean and a finite std >= 0 that fit into the floats of `out`. */
export function checkNormal(out: Floats, mean: number, std: number): void {
  checkFloats('fillNormal', out);
  checkNormalLaw(mean, std);
  const [largest, kind] = range(out);
  if (Math.abs(mean) > largest) throw new RangeError(`normal needs a mean within ${kind}, got ${mean}`);
  if (std > largest) throw new RangeError(`normal needs a std within ${kind}, got ${std}`);
}

/** The argument of `permutation`, of any stream: a whole number of things that a Uint32Array can count. */
export function checkPermutation(n: number): void {
  if (!(Number.isInteger(n) && n >= 0 && n <= 0xffffffff)) {
    throw new RangeError(`permutation needs a whole number from 0 to 4294967295, got ${shown(n)}`);
  }
}

/** An array of another kind would take values, but rounded to something else. */
function checkFloats(caller: string, out: unknown): void {
  if (out instanceof Float32Array || out instanceof Float64Array) return;
  const kind = Object.prototype.toString.call(out).slice('[object '.length, -1);
  throw new TypeError(`${caller} fills a Float32Array or a Float64Array, got ${kind}`);
}

/** The largest number that `out` can hold, and the name of its numbers. */
function range(out: Floats): [largest: number, kind: string] {
  return out instanceof Float32Array ? [LARGEST_FLOAT32, 'float32'] : [Number.MAX_VALUE, 'float64'];
}
