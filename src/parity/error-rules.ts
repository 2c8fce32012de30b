import type { PythonCall, PythonValue } from './python-call.ts';

/** A kind of call that PyTorch or NumPy accepts and that this library refuses on purpose. */
export interface Rule {
  reason: string;
  /** `warnings` are the texts with which the framework accepts the call. */
  applies(call: PythonCall, warnings: readonly string[]): boolean;
}

const values = ({ positional, named }: PythonCall): PythonValue[] => [...positional, ...Object.values(named)];

const shapeOf = ({ positional }: PythonCall): readonly PythonValue[] =>
  Array.isArray(positional[0]) ? positional[0] : [];

const outside = (value: PythonValue | undefined, low: number, high: number) =>
  typeof value === 'number' && !(value >= low && value <= high);

/**
 * Where we are stricter, and why. A call that the framework accepts and ours refuses fails the comparison unless one of these
 * rules applies to it; a test checks that each rule is needed by a golden case.
 */
export const stricterRules: readonly Rule[] = [
  {
    reason: 'a fan of 0 has no variance to scale by; PyTorch warns, or fills nothing and says nothing',
    applies: (call) => /(xavier|kaiming)_(uniform|normal)_$/.test(call.name) && shapeOf(call).includes(0),
  },
  {
    reason: 'a layer without inputs or without outputs is a mistake in its sizes',
    applies: (call) => /^(torch\.)?nn\.[A-Z]/.test(call.name) && values(call).includes(0),
  },
  {
    reason: 'an option has one spelling; PyTorch also takes fan_in in capitals',
    applies: ({ named: { mode } }) => typeof mode === 'string' && mode !== mode.toLowerCase(),
  },
  {
    reason: 'a slope of NaN would make every weight NaN',
    applies: (call) => call.name.endsWith('calculate_gain') && values(call).some(Number.isNaN),
  },
  {
    reason: 'a share lies between 0 and 1; PyTorch takes 1.5 for all and -0.5 for a count from the end',
    applies: (call) => call.name.endsWith('sparse_') && outside(call.named.sparsity ?? call.positional[1], 0, 1),
  },
  {
    reason: 'a seed is a whole number; PyTorch drops the fraction in silence',
    applies: (call) => call.name.endsWith('manual_seed') && values(call).some((value) => Number(value) % 1 !== 0),
  },
  {
    reason: 'an interval runs from low to high; RandomState runs it backwards in silence, default_rng refuses too',
    applies: (call) =>
      /^(np|numpy)\.random\.uniform$/.test(call.name) && Number(call.positional[0]) > Number(call.positional[1]),
  },
  {
    reason: 'with cutoffs far out in the tail a float32 uniform number has too few bits to draw from; PyTorch warns',
    applies: (call, warnings) =>
      call.name.endsWith('trunc_normal_') && warnings.some((text) => text.includes('more than 2 std')),
  },
];

/** Whether a rule says that we refuse what the framework accepts. */
export const isStricter = (call: PythonCall, warnings: readonly string[] = []) =>
  stricterRules.some((rule) => rule.applies(call, warnings));
