import { expect, test } from 'vitest';
import { parsePythonCall } from './python-call.ts';

const positional = (text: string) => parsePythonCall(`f(${text})`).positional;

test('takes a call apart into its name, its positional and its named arguments', () => {
  expect(parsePythonCall("kaiming_uniform_([3,3],mode='fan_avg', a = True)")).toEqual({
    name: 'kaiming_uniform_',
    positional: [[3, 3]],
    named: { mode: 'fan_avg', a: true },
  });
  expect(parsePythonCall('np.random.seed([])')).toEqual({ name: 'np.random.seed', positional: [[]], named: {} });
  expect(parsePythonCall('f()')).toEqual({ name: 'f', positional: [], named: {} });
});

test('reads numbers as Python does: powers before signs, whole numbers of any size', () => {
  expect(positional('2**64, -2**63, -2**63-1, 2**32, -1, 1.5, -3e38, -0.5')).toEqual([
    2n ** 64n,
    -(2n ** 63n),
    -(2n ** 63n) - 1n,
    4294967296,
    -1,
    1.5,
    -3e38,
    -0.5,
  ]);
  expect(positional('(1+2)*3, 2*-3, 2.0**3')).toEqual([9, -6, 8]);
  expect(positional('nan, -inf, None, False, "x y", \'0.1\'')).toEqual([NaN, -Infinity, null, false, 'x y', '0.1']);
});

test('takes words in the place of arguments for a remark', () => {
  expect(parsePythonCall('normal_(int tensor)').remark).toBe('int tensor');
  expect(parsePythonCall('xavier_uniform (no underscore)')).toMatchObject({
    name: 'xavier_uniform',
    remark: 'no underscore',
  });
});

test.each([
  ['f(', 'the end'],
  ['f(1', 'the end'],
  ['f(1 2)', '2'],
  ['f(x)', 'x'],
  ['f(1)!', '!'],
  ['[1]', '['],
])('shows where %s cannot be read', (text, place) => {
  expect(() => parsePythonCall(text)).toThrow(`the call ${text} cannot be read at ${place}`);
});
