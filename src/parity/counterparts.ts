import type { Generator } from '#random/generator.ts';
import { numpyGenerator } from '#random/numpy-generator.ts';
import { numpyLegacyGenerator } from '#random/numpy-legacy.ts';
import type { WholeNumber } from '#random/numpy-seed.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { PythonCall, PythonValue } from './python-call.ts';
import { type TorchArguments, torchFunction, torchGain } from './torch-functions.ts';
import { freshLayer, torchLayer } from './torch-layers.ts';

/**
 * What a call in Python is here. Values go over as they stand, wrong types included, because how they are refused is what is
 * compared; so this file tells TypeScript what it cannot know.
 */
type Counterpart = (call: PythonCall) => void;

const SEED = 0;

/** The value of a parameter, given by its place or by its name. */
function given(call: PythonCall, place: number, name: string): PythonValue | undefined {
  return call.positional[place] ?? call.named[name];
}

/** Functions that have a name of their own; those of `nn.init` and the layers of `nn` follow rules. */
const counterparts: Readonly<Record<string, Counterpart>> = {
  calculate_gain: (call) => {
    torchGain(given(call, 0, 'nonlinearity') as string, given(call, 1, 'param') as number | undefined);
  },
  manual_seed: (call) => {
    torchGenerator(given(call, 0, 'seed') as WholeNumber);
  },
  'random.seed': (call) => {
    numpyLegacyGenerator(given(call, 0, 'seed') as WholeNumber);
  },
  RandomState: (call) => {
    numpyLegacyGenerator(given(call, 0, 'seed') as WholeNumber);
  },
  default_rng: (call) => {
    numpyGenerator(given(call, 0, 'seed') as WholeNumber);
  },
  'random.normal': (call) => fillNormal(call, numpyLegacyGenerator(SEED)),
  'random.uniform': (call) => fillUniform(call, numpyLegacyGenerator(SEED)),
  'default_rng.normal': (call) => fillNormal(call, numpyGenerator(SEED)),
  'default_rng.uniform': (call) => fillUniform(call, numpyGenerator(SEED)),
};

function fillNormal(call: PythonCall, generator: Generator): void {
  const [loc, scale] = [given(call, 0, 'loc') ?? 0, given(call, 1, 'scale') ?? 1];
  generator.fillNormal(new Float64Array(1), loc as number, scale as number);
}

function fillUniform(call: PythonCall, generator: Generator): void {
  const [low, high] = [given(call, 0, 'low') ?? 0, given(call, 1, 'high') ?? 1];
  generator.fillUniform(new Float64Array(1), low as number, high as number);
}

/**
 * Makes the call here.
 *
 * @throws the Error with which our library refuses it, or an UnknownCall
 */
export function callCounterpart(call: PythonCall): void {
  const name = call.name.replace(/^(torch|np|numpy)\./, '').replace(/^random\.(?=default_rng|RandomState)/, '');
  if (Object.hasOwn(counterparts, name)) (counterparts[name] as Counterpart)(call);
  else if (/^nn\.[A-Z]/.test(name)) callLayer(call);
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
  const { known } = orUnknown(() => torchLayer(call.name));
  freshLayer(
    call.name,
    orUnknown(() => namedArguments(call, known)),
    torchGenerator(SEED),
  );
}

/** `uniform_([3], a=1, b=0)`: the shape of a fresh tensor, then the function's arguments. */
function callInitializer(call: PythonCall): void {
  if (call.remark !== undefined) {
    callWithRemark(call, call.remark);
    return;
  }
  const fn = orUnknown(() => torchFunction(call.name));
  const args = orUnknown(() => namedArguments(call, ['shape', ...fn.known]));
  fn.make(args as TorchArguments)(args.shape as number[], torchGenerator(SEED));
}

function namedArguments(call: PythonCall, known: readonly string[]): Record<string, PythonValue> {
  const unknown = Object.keys(call.named).find((key) => !known.includes(key));
  if (unknown !== undefined || call.positional.length > known.length) {
    throw new Error(`${call.name} takes ${known.join(', ')}, got ${unknown ?? `${call.positional.length} arguments`}`);
  }
  const placed = call.positional.map((value, i): [string, PythonValue] => [known[i] as string, value]);
  return { ...Object.fromEntries(placed), ...call.named };
}

const SHAPE = [3, 3];

/** Tensors that have no counterpart here, and what comes nearest. */
function callWithRemark({ name }: PythonCall, remark: string): void {
  const generator = torchGenerator(SEED);
  if (remark === 'int tensor') {
    // The types forbid it; a program without types can still do it.
    torchFunction(name)
      .make({})
      .fill(new Int32Array(9) as unknown as Float32Array, SHAPE, generator);
  } else if (remark === 'requires_grad leaf') {
    torchFunction(name).make({}).fill(new Float32Array(9), SHAPE, generator); // arrays here carry no gradient
  } else if (remark === 'no underscore') {
    torchFunction(`${name}_`).make({})(SHAPE, generator); // the old name of the function that fills a fresh tensor
  } else {
    throw new UnknownCall(`unknown remark ${remark}; known are int tensor, requires_grad leaf, no underscore`);
  }
}
