import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Floats } from '#random/generator.ts';

/** Reads public/golden/*.json; the format is explained in public/golden/README.md. */

interface Excerpt {
  bits: string;
}

export type GoldenArray = { dtype: 'f32' | 'f64'; shape: number[]; n: number } & (
  | { bits: string }
  | { sha256: string; head: Excerpt; tail: Excerpt }
);

/** One call after one seed. */
export interface GoldenCall {
  id: string;
  fn: string;
  seed: string;
  shape: number[];
  args: {
    a?: number;
    b?: number;
    gain?: number;
    groups?: number;
    mean?: number;
    mode?: string;
    nonlinearity?: string;
    sparsity?: number;
    std?: number;
    val?: number;
  };
  out: GoldenArray;
  next_u24: number;
}

/** Several calls after one seed; `['seed', '42']` among them seeds anew and has no out. */
export interface GoldenSequence {
  id: string;
  seed: string;
  ops: [fn: string, shape: number[] | string, args?: GoldenCall['args']][];
  outs: (GoldenArray | null)[];
  next_u24: number;
}

/** The cases of one file, by its name without `.json`. */
export function goldenCases<Case>(file: string): Case[] {
  return JSON.parse(readFileSync(new URL(`../public/golden/${file}.json`, import.meta.url), 'utf8')).cases;
}

/** The values of a short golden array, from its hexadecimal digits. */
export function goldenFloats(golden: GoldenArray): Floats {
  if (!('bits' in golden)) throw new TypeError(`a golden array of ${golden.n} elements holds its two ends only`);
  const bytes = Buffer.from(golden.bits, 'hex');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return golden.dtype === 'f32'
    ? Float32Array.from({ length: golden.n }, (_, i) => view.getFloat32(4 * i))
    : Float64Array.from({ length: golden.n }, (_, i) => view.getFloat64(8 * i));
}

/** The bytes of the values, big-endian: as they are read, or little-endian: as files hold them. */
function bytesOf(values: Floats, littleEndian: boolean): Buffer {
  const size = values.BYTES_PER_ELEMENT;
  const view = new DataView(new ArrayBuffer(size * values.length));
  values.forEach((value, i) => {
    if (values instanceof Float32Array) view.setFloat32(size * i, value, littleEndian);
    else view.setFloat64(size * i, value, littleEndian);
  });
  return Buffer.from(view.buffer);
}

/** Hexadecimal digits, 8 for a float32 and 16 for a float64: equal strings mean equal bits, -0 and NaN included. */
export const hexFromFloats = (values: Floats): string => bytesOf(values, false).toString('hex');

/** SHA-256 of the little-endian bytes. */
export const sha256 = (values: Floats): string => createHash('sha256').update(bytesOf(values, true)).digest('hex');

/** An array of the kind that the golden array has, to be filled by us. */
export const emptyLike = ({ dtype, n }: GoldenArray): Floats =>
  dtype === 'f32' ? new Float32Array(n) : new Float64Array(n);

/** Everything the golden array says about its content, and the same of an array of ours: compare with `toEqual`. */
export function fingerprints(ours: Floats, golden: GoldenArray): { ours: unknown; golden: unknown } {
  const dtype = ours instanceof Float32Array ? 'f32' : 'f64';
  if ('bits' in golden) {
    return { ours: [dtype, ours.length, hexFromFloats(ours)], golden: [golden.dtype, golden.n, golden.bits] };
  }
  const [head, tail] = [ours.slice(0, 24), ours.slice(-24)];
  return {
    ours: [dtype, ours.length, sha256(ours), hexFromFloats(head), hexFromFloats(tail)],
    golden: [golden.dtype, golden.n, golden.sha256, golden.head.bits, golden.tail.bits],
  };
}
