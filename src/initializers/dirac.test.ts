import { describe, expect, test } from 'vitest';
import { torchGenerator } from '#random/torch-generator.ts';
import { convolve } from '../../tests/convolution.ts';
import { faults } from '../../tests/distribution-check.ts';
import { dirac } from './dirac.ts';

/** Kernel [out, in / groups, k...] and picture. Sizes are even and odd, outputs more and fewer than inputs. */
const cases = [
  { shape: [4, 4, 3], groups: 1, picture: [7] },
  { shape: [3, 5, 2], groups: 1, picture: [7] },
  { shape: [6, 2, 4], groups: 3, picture: [7] },
  { shape: [4, 3, 3, 3], groups: 1, picture: [5, 6] },
  { shape: [2, 4, 2, 5], groups: 1, picture: [5, 6] },
  { shape: [9, 2, 3, 2], groups: 3, picture: [5, 6] },
  { shape: [3, 2, 3, 1, 2], groups: 1, picture: [3, 4, 3] },
  { shape: [6, 3, 2, 3, 3], groups: 3, picture: [3, 4, 3] },
];

describe.each(cases)('dirac of shape $shape with $groups groups', ({ shape, groups, picture }) => {
  const [outputs, inputs] = shape as [number, number];
  const weights = dirac({ groups })(shape, torchGenerator(1));

  test('hands on each channel that is kept as it came in, and makes the others 0 (seed 3)', () => {
    const area = picture.reduce((product, size) => product * size);
    const x = new Float32Array(inputs * groups * area);
    torchGenerator(3).fillNormal(x, 0, 1);
    const y = convolve({ shape, weights, groups }, x, picture);
    for (let output = 0; output < outputs; output++) {
      const group = Math.floor((output * groups) / outputs);
      const channel = output - group * (outputs / groups);
      const kept =
        channel < inputs ? x.slice((group * inputs + channel) * area).slice(0, area) : new Float32Array(area);
      expect([...y.slice(output * area, (output + 1) * area)]).toEqual([...kept]);
    }
  });

  test('has as many ones as channels are kept, and promises so', () => {
    const ones = weights.filter((weight) => weight === 1).length;
    expect(ones).toBe(Math.min(outputs / groups, inputs) * groups);
    expect(weights.reduce((sum, weight) => sum + weight)).toBe(ones);
    expect(faults(weights, dirac({ groups }).distribution(shape))).toEqual([]);
  });
});

test('takes no words, and leaves nothing of what was in the array', () => {
  const generator = torchGenerator(1);
  const out = new Float64Array(3).fill(7);
  dirac().fill(out, [1, 1, 3], generator);
  expect(out).toEqual(Float64Array.of(0, 1, 0));
  expect(generator.wordsDrawn).toBe(0);
});

test('refuses what is not a kernel, and groups that do not divide the outputs', () => {
  const refused = (shape: number[], groups = 1) => expect(() => dirac({ groups })(shape, torchGenerator(1)));
  refused([3, 3]).toThrow('dirac needs a kernel [out, in, k...] of 3 to 5 dimensions, got [3, 3]');
  refused([2, 2, 2, 2, 2, 2]).toThrow(
    'dirac needs a kernel [out, in, k...] of 3 to 5 dimensions, got [2, 2, 2, 2, 2, 2]',
  );
  refused([2, 2, 1.5]).toThrow('dirac needs whole sizes, got 1.5 in [2, 2, 1.5]');
  refused([4, 2, 3], 3).toThrow('dirac needs groups that divide its 4 outputs, got 3');
  refused([4, 2, 3], 0).toThrow('dirac needs groups that divide its 4 outputs, got 0');
});
