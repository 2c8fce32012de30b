import { weightCount } from '#initializers/initializer.ts';
import type { Generator } from '#random/generator.ts';
import { type Agreement, compareArray, expectSameList } from './compare.ts';
import { isStricter } from './error-rules.ts';
import { fieldsOf, numberOf, shapeOf, textOf } from './fields.ts';
import { emptyArray, type GoldenArray } from './golden-array.ts';
import { checkOrthogonal } from './orthogonality.ts';
import { type TorchArguments, torchFunction, torchTolerance } from './torch-functions.ts';

/** One call of PyTorch as it stands in a golden file: what is in it is read when it is made. */
export interface Call {
  name: string;
  shape: unknown;
  args: unknown;
}

/** Makes the call here, with the next values of the generator, and compares what it fills. */
export function compareCall(call: Call, golden: GoldenArray, generator: Generator, what: string): Agreement {
  const fn = torchFunction(call.name);
  const args = argumentsOf(call.args, fn.known, fn.required ?? [], `the args of ${call.name}`);
  const shape = shapeOf(call.shape, 'shape');
  expectSameList(golden.shape, shape, `the shape of ${what}`);
  const ours = emptyArray(golden.dtype, weightCount(shape));
  try {
    fn.make(args).fill(ours, shape, generator);
  } catch (error) {
    // PyTorch has nothing to fill in a tensor without elements; ours may refuse its shape.
    if (ours.length === 0 && isStricter({ name: call.name, positional: [shape], named: {} })) return 'stricter';
    throw error;
  }
  if (/orthogonal_$/.test(call.name)) checkOrthogonal(ours, shape, args.gain ?? 1);
  return compareArray(ours, golden, torchTolerance(fn, golden.dtype, args), what);
}

/** Reads `args`: numbers, but for two names. Null is Python's None, which none of these functions takes. */
function argumentsOf(
  value: unknown,
  known: readonly (keyof TorchArguments)[],
  required: readonly (keyof TorchArguments)[],
  what: string,
): TorchArguments {
  const fields = fieldsOf(value, what);
  const unknown = Object.keys(fields).find((key) => !(known as readonly string[]).includes(key));
  if (unknown !== undefined) throw new Error(`${what} have no ${unknown}; known are ${known.join(', ') || 'none'}`);
  const missing = required.find((key) => fields[key] === undefined);
  if (missing !== undefined) throw new Error(`${what} need ${missing}`);
  return Object.fromEntries(
    Object.entries(fields).map(([key, item]) => {
      const read = key === 'mode' || key === 'nonlinearity' ? textOf : numberOf;
      return [key, read(item, `${what}: ${key}`)];
    }),
  );
}
