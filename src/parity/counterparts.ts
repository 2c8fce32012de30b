import type { Generator } from '#random/generator.ts';
import { numpyGenerator } from '#random/numpy-generator.ts';
import { numpyLegacyGenerator } from '#random/numpy-legacy.ts';
import type { WholeNumber } from '#random/numpy-seed.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { PythonCall, PythonValue } from './python-call.ts';
import { type TorchArguments, torchFunction, torchGain } from './torch-functions.ts';
import { freshLayer, torchLayer } from './torch-layers.ts';

type Arguments = Readonly<Record<string, PythonValue | undefined>>;

/**
 * What a call in Python is here. Values go over as they stand, wrong types included, because how they are refused is what is
 * compared; so this file tells TypeScript what it cannot know.
 */
interface Counterpart {
  /** The parameters in Python's order. */
  known: readonly string[];
  /** Those without a default. */
  required?: readonly string[];
  make(args: Arguments): void;
}

const SEED = 0;

const seeded = (make: (seed: WholeNumber) => unknown): Counterpart => ({
  known: ['seed'],
  required: ['seed'],
  make: ({ seed }) => void make(seed as WholeNumber),
});

const normalOf = (generator: () => Generator): Counterpart => ({
  known: ['loc', 'scale', 'size'],
  make: ({ loc = 0, scale = 1 }) => generator().fillNormal(new Float64Array(1), loc as number, scale as number),
});

const uniformOf = (generator: () => Generator): Counterpart => ({
  known: ['low', 'high', 'size'],
  make: ({ low = 0, high = 1 }) => generator().fillUniform(new Float64Array(1), low as number, high as number),
});

/** Functions that have a name of their own; those of `nn.init` and the layers of `nn` follow rules. */
const counterparts: Readonly<Record<string, Counterpart>> = {
  calculate_gain: {
    known: ['nonlinearity', 'param'],
    required: ['nonlinearity'],
    make: ({ nonlinearity, param }) => void torchGain(nonlinearity as string, param as number | undefined),
  },
  manual_seed: seeded(torchGenerator),
  'random.seed': seeded(numpyLegacyGenerator),
  RandomState: seeded(numpyLegacyGenerator),
  default_rng: seeded(numpyGenerator),
  'random.normal': normalOf(() => numpyLegacyGenerator(SEED)),
  'random.uniform': uniformOf(() => numpyLegacyGenerator(SEED)),
  'default_rng.normal': normalOf(() => numpyGenerator(SEED)),
  'default_rng.uniform': uniformOf(() => numpyGenerator(SEED)),
};

/**
 * Makes the call here.
 *
 * @throws the Error with which our library refuses it; or, where the call cannot be made here, an UnknownCall or a FieldError
 */
export function callCounterpart(call: PythonCall): void {
  const name = call.name.replace(/^(torch|np|numpy)\./, '').replace(/^random\.(?=default_rng|RandomState)/, '');
  if (Object.hasOwn(counterparts, name)) {
    const counterpart = counterparts[name] as Counterpart;
    counterpart.make(argumentsOf(call, counterpart));
  } else if (/^nn\.[A-Z]/.test(name)) callLayer(call);
  else callInitializer({ ...call, name: name.replace(/^(nn\.)?init\./, '') });
}

/** A call that has no counterpart here; it always counts as a failure. */
export class UnknownCall extends Error {}

function orUnknown<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    throw new UnknownCall(error instanceof Error ? error.message : String(error));
  }
}

/** `nn.Linear(0, 3)`: constructor arguments in PyTorch's order. */
function callLayer(call: PythonCall): void {
  const args = argumentsOf(
    call,
    orUnknown(() => torchLayer(call.name)),
  );
  freshLayer(call.name, args, torchGenerator(SEED));
}

/** `uniform_([3], a=1, b=0)`: the shape of a fresh tensor, then the function's arguments. */
function callInitializer(call: PythonCall): void {
  if (call.remark !== undefined) {
    callWithRemark(call, call.remark);
    return;
  }
  const fn = orUnknown(() => torchFunction(call.name));
  const known = ['shape', ...fn.known];
  const { shape, ...args } = argumentsOf(call, { known, required: ['shape', ...(fn.required ?? [])] });
  if (!Array.isArray(shape)) throw new UnknownCall(`${call.name} takes a shape such as [3, 3], got ${shape}`);
  fn.make(args as TorchArguments)(shape, torchGenerator(SEED));
}

/** The arguments by name. Python itself refuses a call that this refuses, before the framework sees it. */
function argumentsOf(call: PythonCall, { known, required = [] }: Omit<Counterpart, 'make'>): Arguments {
  const { name, positional, named } = call;
  const unknown = Object.keys(named).find((key) => !known.includes(key));
  if (unknown !== undefined || positional.length > known.length) {
    throw new UnknownCall(`${name} takes ${known.join(', ')}, got ${unknown ?? `${positional.length} arguments`}`);
  }
  const placed = Object.fromEntries(positional.map((value, i) => [known[i] as string, value]));
  const twice = Object.keys(named).find((key) => Object.hasOwn(placed, key));
  if (twice !== undefined) throw new UnknownCall(`${name} got ${twice} twice`);
  const args: Arguments = { ...placed, ...named };
  const missing = required.find((key) => args[key] === undefined);
  if (missing !== undefined) throw new UnknownCall(`${name} needs ${missing}`);
  return args;
}

const SHAPE = [3, 3];

/** Tensors that have no counterpart here, and what comes nearest. */
function callWithRemark({ name }: PythonCall, remark: string): void {
  const generator = torchGenerator(SEED);
  const fill = (fn: string, out: Float32Array) =>
    orUnknown(() => torchFunction(fn))
      .make({})
      .fill(out, SHAPE, generator);
  if (remark === 'int tensor')
    fill(name, new Int32Array(9) as unknown as Float32Array); // programs without types can do it
  else if (remark === 'requires_grad leaf')
    fill(name, new Float32Array(9)); // arrays here carry no gradient
  else if (remark === 'no underscore')
    fill(`${name}_`, new Float32Array(9)); // the old name of the same function
  else throw new UnknownCall(`unknown remark ${remark}; known are int tensor, requires_grad leaf, no underscore`);
}
