import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Reads tests/golden/*.json; the format is explained in tests/golden/README.md. */

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
  args: { a?: number; b?: number; gain?: number; mean?: number; std?: number; mode?: string; nonlinearity?: string };
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
  return JSON.parse(readFileSync(new URL(`./golden/${file}.json`, import.meta.url), 'utf8')).cases;
}

/** Hexadecimal float32 digits, 8 per element, as an array. */
export function float32FromHex(hex: string): Float32Array {
  const words = Uint32Array.from(hex.match(/.{8}/g) ?? [], (digits) => Number.parseInt(digits, 16));
  return new Float32Array(words.buffer);
}

/** The same digits for an array: equal strings mean equal bits, -0 and NaN included. */
export function hexFromFloat32(values: Float32Array): string {
  return Array.from(new Uint32Array(Float32Array.from(values).buffer), (word) =>
    word.toString(16).padStart(8, '0'),
  ).join('');
}

/** SHA-256 of the little-endian bytes. */
export function sha256(values: Float32Array): string {
  const bytes = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, i) => {
    bytes.setFloat32(4 * i, value, true);
  });
  return createHash('sha256').update(bytes).digest('hex');
}

/** Everything the golden array says about its content, and the same of an array of ours: compare with `toEqual`. */
export function fingerprints(ours: Float32Array, golden: GoldenArray): { ours: unknown; golden: unknown } {
  if (golden.dtype !== 'f32') throw new TypeError(`fingerprints compares float32 arrays, got ${golden.dtype}`);
  if ('bits' in golden) {
    return { ours: [ours.length, hexFromFloat32(ours)], golden: [golden.n, golden.bits] };
  }
  const [head, tail] = [ours.slice(0, 24), ours.slice(-24)];
  return {
    ours: [ours.length, sha256(ours), hexFromFloat32(head), hexFromFloat32(tail)],
    golden: [golden.n, golden.sha256, golden.head.bits, golden.tail.bits],
  };
}
