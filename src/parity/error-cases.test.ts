import { describe, expect, test } from 'vitest';
import { goldenCases } from '../../tests/golden.ts';
import { checkErrorCase, expectValueNamed } from './error-cases.ts';
import { stricterRules } from './error-rules.ts';
import { parsePythonCall } from './python-call.ts';

const check = (call: string, raises: string | null, warnings: unknown[] = []) =>
  checkErrorCase({ call, raises, message: null, warnings });

describe('a call that the framework refuses', () => {
  test('must be refused here', () => {
    expect(check('normal_([3],std=-1)', 'RuntimeError')).toBe('exact');
    expect(check('trunc_normal_([3],std=0)', 'ZeroDivisionError')).toBe('exact');
    expect(() => check('normal_([3],std=1)', 'RuntimeError')).toThrow(
      'the framework raises RuntimeError, ours accepts the call',
    );
  });

  test('must be refused with an error that names one of its values as a whole', () => {
    const call = parsePythonCall('f([3, 0], 1, a=nan)');
    for (const message of ['got [3, 0]', 'got 1: try 2', 'a is NaN']) expectValueNamed(new Error(message), call);
    for (const message of ['got 3', 'got 10', 'got 1.5', 'got -1', 'this is wrong']) {
      expect(() => expectValueNamed(new Error(message), call)).toThrow('which names none of the values [3, 0], 1, NaN');
    }
    expectValueNamed(new Error('the array is empty'), parsePythonCall('f([])'));
  });

  test('must be refused for the value that is wrong: the shape only where there is nothing else or it is about dimensions', () => {
    const call = parsePythonCall('normal_([3],std=-1)');
    expectValueNamed(new Error('needs a std of at least 0, got -1'), call, 'normal expects std >= 0.0');
    expect(() => expectValueNamed(new Error('got [3]'), call, 'normal expects std >= 0.0')).toThrow(
      'ours throws "got [3]", which names none of the values -1',
    );
    expect(() => expectValueNamed(new Error('got [3]'), call)).toThrow('names none of the values -1');
    const flat = parsePythonCall('sparse_([3],0.1)');
    expectValueNamed(new Error('got [3]'), flat, 'Only tensors with 2 dimensions are supported');
    expect(() => expectValueNamed(new Error('got 0.1'), flat, 'Only tensors with 2 dimensions are supported')).toThrow(
      'names none of the values [3]',
    );
    expectValueNamed(new Error('got [3]'), parsePythonCall('eye_([3])'));
    expectValueNamed(new Error('got [0, 3]'), parsePythonCall('orthogonal_([0,3],gain=2)'));
  });

  test('is refused by the library, not by what reads the case', () => {
    expect(check('nn.Linear(-1,3)', 'RuntimeError')).toBe('exact');
    expect(check('nn.Conv2d(3,4,[3,-1])', 'RuntimeError')).toBe('exact');
  });
});

describe('a call that the framework accepts', () => {
  test('must be accepted here', () => {
    expect(check('normal_([3],std=0)', null)).toBe('exact');
    expect(check('uniform_(requires_grad leaf)', null)).toBe('exact');
  });

  test('may be refused by a rule alone', () => {
    expect(check('sparse_([3,3],1.5)', null)).toBe('stricter');
    expect(() => check('sparse_([3],0.5)', null)).toThrow(
      'the framework accepts the call, ours throws "sparse needs a shape of 2 dimensions, got [3]", and no rule says why',
    );
  });
});

test.each([
  ['frobnicate_([3])', 'unknown function frobnicate_'],
  ['nn.Transformer(3)', 'unknown layer nn.Transformer'],
  ['nn.Linear(3,4,width=5)', 'nn.Linear takes in_features, out_features, bias, got width'],
  ['uniform_([3],0,1,2)', 'uniform_ takes shape, a, b, got 4 arguments'],
  ['uniform_([3],0,a=1)', 'uniform_ got a twice'],
  ['uniform_(3)', 'uniform_ takes a shape such as [3, 3], got 3'],
  ['normal_()', 'normal_ needs shape'],
  ['normal_(std=-1)', 'normal_ needs shape'],
  ['sparse_([3,3])', 'sparse_ needs sparsity'],
  ['constant_([3])', 'constant_ needs val'],
  ['calculate_gain()', 'calculate_gain needs nonlinearity'],
  ['manual_seed()', 'manual_seed needs seed'],
  ['manual_seed(7,1)', 'manual_seed takes seed, got 2 arguments'],
  ['np.random.normal(sigma=-1)', 'takes loc, scale, size, got sigma'],
  ['nn.Linear(3)', 'nn.Linear needs out_features'],
  ["nn.Linear(3,4,bias='no')", 'bias must be true or false, got "no"'],
  ["nn.Linear('3',4)", 'in_features must be a number, got "3"'],
  ['nn.Conv2d(3,4,[3])', 'kernel_size must have 2 sizes, got [3]'],
  ['poisson_(int tensor)', 'unknown function poisson_'],
  ['normal_(strange tensor)', 'unknown remark strange tensor'],
  ['normal_([3]', 'the call normal_([3] cannot be read at the end'],
])('%s is no call that both can make, and fails whatever the framework does', (call, message) => {
  expect(() => check(call, null)).toThrow(message);
  expect(() => check(call, 'ValueError')).toThrow(message);
});

test('a case without the outcome fails', () => {
  expect(() => checkErrorCase({ call: 'normal_([3])' })).toThrow('raises, unless it is null, must be a text');
});

test('every rule is needed by a golden case', () => {
  const cases = goldenCases<{ call: string; raises: string | null; warnings: unknown[] }>('errors');
  const stricter = cases.filter((golden) => checkErrorCase({ ...golden }) === 'stricter');
  const unused = stricterRules.filter(
    (rule) => !stricter.some(({ call, warnings }) => rule.applies(parsePythonCall(call), warnings.map(String))),
  );
  expect(unused).toEqual([]);
});
