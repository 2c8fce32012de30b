import { weightCount } from '#initializers/initializer.ts';
import { type Agreement, compareArray, expectSame, expectSameList, weakest } from './compare.ts';
import {
  type Fields,
  fieldsOf,
  listOf,
  notEmpty,
  numberOf,
  refuseUnknown,
  seedsOf,
  shapeOf,
  textOf,
  wholeOf,
  wholesOf,
} from './fields.ts';
import { arrayOf, emptyArray, type GoldenArray } from './golden-array.ts';
import { type NumpyArguments, numpyFunction } from './numpy-functions.ts';
import { type FileStream, inStream, numpyStream, type StreamName, type WordGenerator } from './numpy-streams.ts';

/** `{ fn, seed, args: { n, ... }, out }`: one call after one seed. `shape` or `size` may stand for `n`. */
export function checkNumpyCall(fields: Fields, file: FileStream): Agreement {
  const name = textOf(fields.fn, 'fn');
  const { streams } = numpyFunction(name);
  refuseUnknown(fields, ['fn', 'seed', 'args', 'out'], 'the case');
  const seed = seedsOf(fields.seed, 'seed');
  const { shape, args } = sizeAndArguments(name, fields.args);
  const golden = arrayOf(fields.out, 'out');
  return inStream(streams, file, (stream) =>
    compareCall({ name, shape, args, stream }, golden, numpyStream(stream, seed), 'out'),
  );
}

interface Call {
  name: string;
  shape: readonly number[];
  args: NumpyArguments;
  stream: StreamName;
}

function compareCall(call: Call, golden: GoldenArray, generator: WordGenerator, what: string): Agreement {
  const fn = numpyFunction(call.name);
  expectSameList(golden.shape, call.shape, `the shape of ${what}`);
  if (fn.dtype !== undefined) expectSame(golden.dtype, fn.dtype, `the dtype of ${call.name}`);
  const ours = emptyArray(golden.dtype, weightCount(call.shape));
  fn.fill(ours, generator, call.args);
  return compareArray(ours, golden, fn.tolerance(call.stream, call.args), what);
}

/** Takes `n`, `shape` or `size` out of the arguments; the others are numbers. */
function sizeAndArguments(name: string, value: unknown): { shape: number[]; args: NumpyArguments } {
  const { known } = numpyFunction(name);
  const fields = fieldsOf(value, `the args of ${name}`);
  refuseUnknown(fields, ['n', 'shape', 'size', ...known], `the args of ${name}`);
  const size = ['n', 'shape', 'size'].find((key) => fields[key] !== undefined);
  if (size === undefined) throw new Error(`the args of ${name} need n, shape or size`);
  const args: NumpyArguments = {};
  for (const key of known) if (fields[key] !== undefined) args[key] = numberOf(fields[key], key);
  return { shape: shapeOf(fields[size], size), args };
}

/** `{ fn: 'seq', seed, ops, outs }`: several calls after one seed, `[function, n, args]` each. */
export function checkNumpySequence(fields: Fields, file: FileStream): Agreement {
  refuseUnknown(fields, ['fn', 'seed', 'ops', 'outs'], 'the case');
  const seed = seedsOf(fields.seed, 'seed');
  const outs = listOf(fields.outs, 'outs');
  const ops = notEmpty(listOf(fields.ops, 'ops'), 'ops').map((op, i) => operationOf(op, `ops[${i}]`));
  expectSame(ops.length, outs.length, 'the number of ops');
  const possible = (['legacy', 'generator'] as const).filter((stream) =>
    ops.every(({ name }) => numpyFunction(name).streams.includes(stream)),
  );
  return inStream(possible, file, (stream) => {
    const generator = numpyStream(stream, seed);
    return weakest(
      ops.map((op, i) => compareCall({ ...op, stream }, arrayOf(outs[i], `outs[${i}]`), generator, `outs[${i}]`)),
    );
  });
}

function operationOf(value: unknown, what: string): Omit<Call, 'stream'> {
  const [fn, n, args, ...rest] = listOf(value, what);
  if (rest.length > 0) throw new TypeError(`${what} must be [function, n, args], got ${JSON.stringify(value)}`);
  const name = textOf(fn, `${what}[0]`);
  return { name, ...sizeAndArguments(name, { ...fieldsOf(args ?? {}, `${what}[2]`), n }) };
}

/**
 * `{ fn: 'permutation', seed, n, out_int }`: `RandomState.permutation(n)`, but in a file about `default_rng` that of its stream.
 * Short orders agree by chance, so nothing is tried out: where nothing decides, it is RandomState's.
 */
export function checkPermutation(fields: Fields, file: FileStream): Agreement {
  refuseUnknown(fields, ['fn', 'seed', 'n', 'out_int'], 'the case');
  const seed = seedsOf(fields.seed, 'seed');
  const n = wholeOf(fields.n, 'n');
  const golden = wholesOf(fields.out_int, 'out_int');
  const stream = file === 'unknown' ? 'legacy' : file;
  expectSameList(numpyStream(stream, seed).permutation(n), golden, `the permutation of the ${stream} stream`);
  return 'exact';
}
