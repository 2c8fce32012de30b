import { describe, expect, it } from 'vitest';
import { type ActivationId, activationIds, activations } from '#network/activations.ts';
import { histogram } from '#numerics/histogram.ts';
import { atomTheory, binTheory, intervalsBelow, isSaturated, saturationTheory, shapes } from './activation-theory.ts';

const edgesOf = (activation: ActivationId, bins: number) => {
  const [low, high] = shapes[activation].range;
  return Array.from(histogram([], { bins, low, high }).edges);
};

/** P(z in cell) for 200,000 cells of a normal z between -10 and 10 standard deviations, added up by the bin of phi(z). */
function countedCells(activation: ActivationId, edges: number[], q: number) {
  const cells = 200_000;
  const step = 20 / cells;
  const shares = new Array<number>(edges.length - 1).fill(0);
  const atoms = shapes[activation].atoms;
  for (let i = 0; i < cells; i++) {
    const z = -10 + (i + 0.5) * step;
    const h = activations[activation].value(Math.sqrt(q) * z);
    const bin = edges.findIndex((edge, k) => h >= edge && h < (edges[k + 1] ?? -Infinity));
    if (bin < 0 || atoms.includes(h)) continue;
    shares[bin] = (shares[bin] as number) + (step * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
  }
  return shares;
}

describe('binTheory', () => {
  it.each(activationIds)('%s: agrees with adding up the cells of a normal z, at q = 1.7', (activation) => {
    const edges = edgesOf(activation, 8);
    const theory = binTheory(activation, edges, intervalsBelow(activation, edges), 1.7);
    const counted = countedCells(activation, edges, 1.7);
    // A cell at an edge may be counted on the wrong side: at most 0.4 * 20/200,000 of the mass, a few times.
    for (const [i, share] of theory.entries()) expect(Math.abs(share - (counted[i] ?? 0))).toBeLessThan(2e-4);
  });

  it.each(activationIds)('%s: at q = 0 everything is in the bin or on the atom of phi(0)', (activation) => {
    const edges = edgesOf(activation, 41);
    const bins = binTheory(activation, edges, intervalsBelow(activation, edges), 0);
    const atoms = shapes[activation].atoms.map((atom) => atomTheory(activation, atom, 0));
    expect([...bins, ...atoms].filter((share) => share !== 0)).toEqual([1]);
  });
});

describe('saturation', () => {
  it('is within 0.01 of an asymptote, and is not defined without one', () => {
    const near = (activation: ActivationId, values: number[]) => values.map((h) => isSaturated(activation, h));
    expect(near('sigmoid', [0, 0.0099, 0.0101, 0.5, 0.9899, 0.9901, 1])).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(near('tanh', [-1, -0.9901, -0.9899, 0, 0.9899, 0.9901])).toEqual([true, true, false, false, false, true]);
    expect(near('hardTanh', [-1, 0.5, 1])).toEqual([true, false, true]);
    expect(near('relu', [0, 1000])).toEqual([false, false]);
    expect(near('tanh', [Number.NaN])).toEqual([false]);
    expect(saturationTheory('relu', 1)).toBeNull();
  });

  it('begins in theory where it begins in fact: at q = 1 the share beyond z*', () => {
    // 2 (1 - Phi(z*)) with z* = 4.59512, 2.64665 and 0.99, from tables of the normal distribution
    expect(saturationTheory('sigmoid', 1)).toBeCloseTo(4.325e-6, 8);
    expect(saturationTheory('tanh', 1)).toBeCloseTo(0.0081294, 6);
    expect(saturationTheory('hardTanh', 1)).toBeCloseTo(0.32217, 5);
    for (const [id, edge] of [
      ['sigmoid', Math.log(99)],
      ['tanh', Math.atanh(0.99)],
      ['hardTanh', 0.99],
    ] as const) {
      expect(isSaturated(id, activations[id].value(edge * 1.0001))).toBe(true);
      expect(isSaturated(id, activations[id].value(edge * 0.9999))).toBe(false);
    }
  });

  it('is everything at q = infinity and nothing at q = 0', () => {
    expect([saturationTheory('tanh', Infinity), saturationTheory('tanh', 0)]).toEqual([1, 0]);
  });
});

it('the atoms of hard tanh are the tails beyond 1, that of ReLU is half', () => {
  expect(atomTheory('hardTanh', 1, 1)).toBeCloseTo(0.158655, 6);
  expect(atomTheory('hardTanh', -1, 1)).toBeCloseTo(0.158655, 6);
  expect(atomTheory('relu', 0, 3)).toBe(0.5);
});
