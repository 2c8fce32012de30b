import { exp, log } from '#numerics/correctly-rounded.ts';

/**
 * NumPy's tables for drawing normal numbers from strips of equal area (Marsaglia and Tsang, Journal of Statistical Software 5
 * (2000) 8), computed on first use and equal to numpy/random/src/distributions/ziggurat_constants.h in every bit.
 *
 * 256 strips of area `AREA` cover the curve e^(-x^2/2), x >= 0. Strip i > 0 is the rectangle from 0 to x[i] between the heights
 * f[i] and f[i - 1]. Strip 0 lies below f[255]: the rectangle up to x[255] = `TAIL`, and the whole tail beyond it.
 */
export interface ZigguratTables<Floats> {
  /** A random whole number times w[i] is a point x of strip i. */
  readonly w: Floats;
  /** If that whole number is below k[i], the strip lies under the curve at x, from top to bottom. */
  readonly k: Floats;
  /** f[i] = e^(-x[i]^2/2), the height of the curve at the end of the strip. */
  readonly f: Floats;
}

const STRIPS = 256;
/** Where the tail begins. */
export const TAIL = 3.6541528853610088;
const AREA = 0.0049286732339746519;
const TWO_TO_52 = 0x10000000000000;

/**
 * The heights f[i] and the ends x[i] of the strips, from the outside in: f[i] = e^(-x[i]^2/2), and the strip above it has area
 * x[i] (f[i - 1] - f[i]) = AREA, which gives f[i - 1] and with it x[i - 1].
 */
function strips(): { x: Float64Array; f: Float64Array } {
  const x = new Float64Array(STRIPS);
  const f = new Float64Array(STRIPS);
  x[STRIPS - 1] = TAIL;
  f[0] = 1;
  for (let i = STRIPS - 1; i >= 1; i--) {
    const end = x[i] as number;
    f[i] = exp(-0.5 * end * end);
    // The one height in NumPy's table that is not the nearest float64, but the next above it (the true value lies 0.502 ulp
    // below): the authors' library rounded it so, and all strips further in follow from it.
    if (i === 38) f[i] = (f[i] as number) + Number.EPSILON / 2;
    if (i > 1) x[i - 1] = Math.sqrt(-2 * log((f[i] as number) + AREA / end));
  }
  return { x, f };
}

/** The nearest whole number, ties to even, for 0 <= y < 2^52: above 2^52 every float64 is whole. */
const nearest = (y: number): number => y + TWO_TO_52 - TWO_TO_52;

/** The tables for draws of `steps` whole numbers. */
function tables(steps: number): { w: Float64Array; k: Float64Array; f: Float64Array } {
  const { x, f } = strips();
  const w = x.map((end) => end / steps);
  const k = new Float64Array(STRIPS);
  for (let i = 1; i < STRIPS; i++) k[i] = nearest(((x[i - 1] as number) / (x[i] as number)) * steps);
  // Strip 0 is drawn as a rectangle of its area; what lands beyond TAIL stands for the tail.
  const base = f[STRIPS - 1] as number;
  w[0] = AREA / base / steps;
  k[0] = nearest(((TAIL * base) / AREA) * steps);
  return { w, k, f };
}

let float64Tables: ZigguratTables<Float64Array> | undefined;
let float32Tables: ZigguratTables<Float32Array> | undefined;

/** For float64 draws, of 52 random bits. */
export function zigguratFloat64(): ZigguratTables<Float64Array> {
  float64Tables ??= tables(0x10000000000000);
  return float64Tables;
}

/** For float32 draws, of 23 random bits: the same strips, rounded to float32 at the end. */
export function zigguratFloat32(): ZigguratTables<Float32Array> {
  if (float32Tables === undefined) {
    const { w, k, f } = tables(0x800000);
    float32Tables = { w: Float32Array.from(w), k: Float32Array.from(k), f: Float32Array.from(f) };
  }
  return float32Tables;
}
