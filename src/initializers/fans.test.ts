import { describe, expect, test } from 'vitest';
import { goldenCases } from '../../tests/golden.ts';
import { type FanOptions, fans, layoutIds, layouts } from './fans.ts';
import type { Shape } from './initializer.ts';

test('agrees with PyTorch on every shape of torch_gain_fan, those with a 0 among them', () => {
  const cases = goldenCases<{ kind: string; shape: number[]; fan_in: number; fan_out: number }>('torch_gain_fan');
  const fanCases = cases.filter(({ kind }) => kind === 'fan');
  expect(fanCases).toHaveLength(12);
  expect(fanCases.filter(({ shape }) => shape.includes(0))).toHaveLength(3);
  for (const { shape, fan_in, fan_out } of fanCases) {
    expect([shape, fans(shape)]).toEqual([shape, { fanIn: fan_in, fanOut: fan_out }]);
  }
});

test('counts the kernel positions of a convolution in 1, 2 and 3 dimensions', () => {
  expect(fans([100, 784])).toEqual({ fanIn: 784, fanOut: 100 });
  expect(fans([8, 4, 5])).toEqual({ fanIn: 20, fanOut: 40 });
  expect(fans([8, 4, 3, 2])).toEqual({ fanIn: 24, fanOut: 48 });
  expect(fans([8, 4, 3, 2, 7])).toEqual({ fanIn: 168, fanOut: 336 });
});

/** Counts by hand: connections of one output, and of one input, of a layer of stride 1 with the inputs and outputs given. */
function countedFans(inputs: number, outputs: number, groups: number, kernel: Shape) {
  const positions = kernel.reduce((product, size) => product * size, 1);
  let [fanIn, fanOut] = [0, 0];
  const group = (channel: number, channels: number) => Math.floor((channel * groups) / channels);
  for (let i = 0; i < inputs; i++) fanIn += group(i, inputs) === 0 ? positions : 0; // into output 0
  for (let o = 0; o < outputs; o++) fanOut += group(o, outputs) === 0 ? positions : 0; // out of input 0
  return { fanIn, fanOut };
}

describe.each([
  { kernel: [], groups: 1 },
  { kernel: [3], groups: 1 },
  { kernel: [3, 5], groups: 2 },
  { kernel: [3, 5], groups: 4 },
  { kernel: [2, 3, 4], groups: 2 },
])('a layer of 8 inputs, 12 outputs, kernel $kernel, $groups groups', ({ kernel, groups }) => {
  const stored: Record<string, Shape> = {
    torch: [12, 8 / groups, ...kernel],
    torchTransposed: [8, 12 / groups, ...kernel],
    keras: [...kernel, 8 / groups, 12],
  };

  test.each(layoutIds)('has the fans one counts, stored as %s', (layout) => {
    expect(fans(stored[layout] as Shape, { layout, groups })).toEqual(countedFans(8, 12, groups, kernel));
  });
});

test('the table of layouts has a formula for both fans and says who uses it', () => {
  expect(layoutIds).toEqual(['torch', 'torchTransposed', 'keras']);
  for (const { axes, fanIn, fanOut, usedBy } of Object.values(layouts)) {
    expect([axes, fanIn, fanOut, usedBy].map((text) => text.length > 3)).toEqual([true, true, true, true]);
  }
});

test('refuses what has no fans, and names the caller', () => {
  const refused = (shape: Shape, options: FanOptions = {}, caller?: string) =>
    expect(() => fans(shape, options, caller));
  refused([5], {}, 'xavierNormal').toThrow('xavierNormal needs a shape of at least 2 dimensions, got [5]');
  refused([]).toThrow('fans needs a shape of at least 2 dimensions, got []');
  refused([2.5, 3]).toThrow('fans needs whole sizes, got 2.5 in [2.5, 3]');
  refused([3, Number.NaN]).toThrow('fans needs whole sizes, got NaN in [3, NaN]');
  refused([3, -1], {}, 'heNormal').toThrow('heNormal needs whole sizes, got -1 in [3, -1]');
  refused([4, 2, 3], { groups: 3 }).toThrow('fans needs groups that divide its 4 outputs, got 3');
  refused([4, 2, 3], { layout: 'torchTransposed', groups: 3 }).toThrow(
    'fans needs groups that divide its 4 inputs, got 3',
  );
  refused([4, 2], { groups: 0 }).toThrow('fans needs groups that divide its 4 outputs, got 0');
  refused([4, 2], { layout: 'jax' as never }).toThrow('fans knows the layouts torch, torchTransposed, keras; got jax');
});
