import { weightCount } from '#initializers/initializer.ts';
import { float32FromBits, float64FromBits } from '#numerics/bits.ts';
import type { Floats } from '#random/generator.ts';
import { type Fields, fieldsOf, refuseUnknown, shapeOf, textOf, wholeOf } from './fields.ts';

/** The values of a golden array: all of them, or the digest of all with both ends. */
export interface GoldenArray {
  dtype: 'f32' | 'f64';
  shape: readonly number[];
  /** How many values the shape holds. */
  length: number;
  values: Floats | { sha256: string; head: Floats; tail: Floats };
}

/** An empty array of the kind that a dtype names. */
export const emptyArray = (dtype: GoldenArray['dtype'], length: number): Floats =>
  dtype === 'f32' ? new Float32Array(length) : new Float64Array(length);

/**
 * Reads `{ dtype, shape, n, bits }`, or `{ dtype, shape, n, sha256, head, tail }` of a long array. The decimals under
 * `values` are for human readers; `bits` decides.
 */
export function arrayOf(value: unknown, what: string): GoldenArray {
  const fields = fieldsOf(value, what);
  refuseUnknown(fields, ['dtype', 'shape', 'n', 'bits', 'values', 'sha256', 'head', 'tail'], what);
  const { dtype } = fields;
  if (dtype !== 'f32' && dtype !== 'f64') {
    throw new TypeError(`${what}.dtype must be f32 or f64, got ${JSON.stringify(dtype) ?? 'nothing'}`);
  }
  const length = wholeOf(fields.n, `${what}.n`);
  const shape = fields.shape === undefined ? [length] : shapeOf(fields.shape, `${what}.shape`);
  if (weightCount(shape) !== length) {
    throw new RangeError(`${what} has the shape [${shape.join(', ')}], which does not hold ${length} values`);
  }
  if (fields.bits !== undefined) return { dtype, shape, length, values: bitsOf(fields, dtype, length, what) };
  return { dtype, shape, length, values: digestOf(fields, dtype, length, what) };
}

/** How many values a long array shows at each of its ends. */
const SHOWN = 24;

function digestOf(fields: Fields, dtype: GoldenArray['dtype'], length: number, what: string) {
  const sha256 = textOf(fields.sha256, `${what}.bits or ${what}.sha256`).toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new TypeError(`${what}.sha256 must be 64 hexadecimal digits, got ${sha256}`);
  const end = (name: string) => {
    const part = fieldsOf(fields[name], `${what}.${name}`);
    const count = textOf(part.bits, `${what}.${name}.bits`).length / digitsOf(dtype);
    const wanted = Math.min(SHOWN, length);
    if (count !== wanted) throw new RangeError(`${what}.${name} must hold ${wanted} values, got ${count}`);
    return bitsOf(part, dtype, count, `${what}.${name}`);
  };
  return { sha256, head: end('head'), tail: end('tail') };
}

const digitsOf = (dtype: GoldenArray['dtype']) => (dtype === 'f32' ? 8 : 16);

/** The hexadecimal digits of each value, most significant first, one after the other. */
function bitsOf({ bits }: Fields, dtype: GoldenArray['dtype'], length: number, what: string): Floats {
  const digits = textOf(bits, `${what}.bits`);
  const each = digitsOf(dtype);
  if (digits.length !== each * length || !/^[0-9a-f]*$/i.test(digits)) {
    throw new TypeError(`${what}.bits must be ${each} hexadecimal digits for each of ${length} values`);
  }
  const values = emptyArray(dtype, length);
  for (let i = 0; i < length; i++) values[i] = floatFromHex(digits.slice(each * i, each * (i + 1)));
  return values;
}

/** The number with these bits: 8 digits are a float32, 16 a float64. */
export function floatFromHex(digits: string): number {
  return digits.length === 8 ? float32FromBits(Number.parseInt(digits, 16)) : float64FromBits(BigInt(`0x${digits}`));
}
