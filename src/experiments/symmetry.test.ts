import { describe, expect, it } from 'vitest';
import { activationIds, activations } from '#network/activations.ts';
import { meanSquaredError } from '#network/loss.ts';
import { backward, createPass, forward } from '#network/mlp.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';
import { symmetry } from './symmetry.ts';
import { beginnings, computeGradients, drawExamples, drawNetwork, passOf } from './symmetry-network.ts';
import { outputOf } from './two-two-one.ts';

type Settings = Values<typeof symmetry.params>;

function run(settings: Partial<Settings>) {
  const frames = symmetry.run({ ...defaultValues(symmetry.params), ...settings });
  let last = frames.next().value;
  for (const frame of frames) last = frame;
  if (!last) throw new Error('no frame');
  return last;
}

const steps = 300;
const zeroAtZero = activationIds.filter((id) => activations[id].value(0) === 0);
const seeds = [1, 7, 2024];

describe('units that begin equal, incoming and outgoing, are equal for ever, to the last bit', () => {
  it.each(activationIds)('%s: all weights 0.5, whatever the order of the data (three seeds)', (activation) => {
    const runs = seeds.map((seed) => run({ beginning: 'equal', activation, steps, seed }));
    for (const { splitStep, incomingDifference, outgoingDifference, rank, moved } of runs) {
      expect(splitStep).toBeNull();
      expect([...incomingDifference, ...outgoingDifference].every((difference) => difference === 0)).toBe(true);
      expect(Math.max(...rank)).toBe(1); // equal rows
      expect(moved).toEqual({ incoming: 1, hiddenBias: 1, outgoing: 1, outputBias: 1 }); // it does learn
    }
    const ends = runs.map(({ hidden }) => hidden.units[0]?.first.at(-1));
    expect(new Set(ends).size).toBe(seeds.length); // and the order of the data does matter
  });

  it.each(zeroAtZero)('%s(0) = 0: with all weights zero only the output bias ever moves', (activation) => {
    for (const dropout of [0, 0.5]) {
      const frame = run({ beginning: 'zero', activation, steps, dropout });
      expect(frame.moved).toEqual({ incoming: 0, hiddenBias: 0, outgoing: 0, outputBias: 1 });
      expect(frame.rank.every((rank) => rank === 0)).toBe(true);
      expect(frame.splitStep).toBeNull();
    }
  });

  it.each(['sigmoid', 'softplus'] as const)('%s(0) > 0: zero weights learn, as one', (activation) => {
    const first = run({ beginning: 'zero', activation, steps: 1 });
    expect(first.moved).toEqual({ incoming: 0, hiddenBias: 0, outgoing: 1, outputBias: 1 });
    const frame = run({ beginning: 'zero', activation, steps });
    expect(frame.moved).toEqual({ incoming: 1, hiddenBias: 1, outgoing: 1, outputBias: 1 });
    expect([frame.splitStep, frame.outgoingDifference.at(-1)]).toEqual([null, 0]);
  });

  it('zero biases are harmless, and no biases too: from zero weights nothing at all is learned then', () => {
    const frame = run({ beginning: 'zero', biases: 'none', steps });
    expect(Object.values(frame.moved)).toEqual([0, 0, 0, 0]);
    expect(run({ beginning: 'equal', biases: 'none', steps }).splitStep).toBeNull();
    expect(run({ biases: 'none', steps }).splitStep).toBe(1);
  });
});

describe('units that differ split', () => {
  it.each(activationIds)(
    '%s: equal incoming but random outgoing weights split at step 1 (three seeds)',
    (activation) => {
      for (const seed of seeds) {
        const frame = run({ beginning: 'equalIncoming', activation, steps: 60, seed });
        expect(frame.incomingDifference[0]).toBe(0);
        expect(frame.outgoingDifference[0]).toBeGreaterThan(0);
        expect(frame.splitStep).toBe(1);
        expect(frame.rank[0]).toBe(1); // rows in proportion to the outgoing weights
        expect(frame.points.slice(0, 2)).toEqual([0, 1]);
        expect(frame.incomingDifference[1]).toBeGreaterThan(0);
      }
    },
  );

  it('dropout splits equal units at step 1, and zero sigmoid units at step 2, once their outgoing weights differ', () => {
    expect(run({ beginning: 'equal', dropout: 0.5, steps }).splitStep).toBe(1);
    const zero = run({ beginning: 'zero', activation: 'sigmoid', dropout: 0.5, steps: 60 });
    expect(zero.outgoingDifference.slice(0, 2).map((difference) => difference > 0)).toEqual([false, true]);
    expect(zero.splitStep).toBe(2);
    expect(run({ beginning: 'equal', dropout: 0, steps }).splitStep).toBeNull();
  });

  it('noise of any size splits at once, and the less noise the later the units are apart (seed 7)', () => {
    const apart = [1e-2, 1e-4, 1e-6].map((noise) => {
      const frame = run({ beginning: 'almostEqual', noise, steps: 3000 });
      expect(frame.splitStep).toBe(0);
      return frame.apartStep as number;
    });
    expect(apart.every((step) => step > 0)).toBe(true);
    expect(apart).toEqual([...apart].sort((a, b) => a - b));
    expect(new Set(apart).size).toBe(3);
  });
});

it('begins with the weights that torch.manual_seed(7) gives, W1 and then W2', () => {
  const frame = run({ beginning: 'random', steps: 1 });
  const stream = torchGenerator(7);
  const [first, second] = [beginnings.random([4, 2], 0, stream), beginnings.random([1, 4], 0, stream)];
  expect(frame.hidden.units.map(({ first: [w] }) => w)).toEqual([0, 2, 4, 6].map((i) => first[i]));
  expect(frame.hidden.units.map(({ outgoing: [w] }) => w)).toEqual([...second]);
});

it('without dropout the passes are those of mlp.ts, bit for bit (seed 5)', () => {
  const mlp = drawNetwork('random', 5, 0, activations.gelu, torchGenerator(5));
  const { inputs, targets } = drawExamples();
  const batch = { inputs: inputs.slice(0, 16), targets: targets.slice(0, 8) };
  const [ours, theirs] = [passOf(mlp), createPass(mlp, 8)];
  const loss = computeGradients(mlp, batch, ours, undefined);
  const gradient = new Float32Array(8);
  expect(meanSquaredError(forward(mlp, batch.inputs, theirs), batch.targets, gradient)).toBe(loss);
  expect(ours.layers.map((layer) => layer.gradient)).toEqual(backward(mlp, gradient, theirs));
});

it('a run that diverges ends in NaN, with units that are equal once more', () => {
  const frame = run({ activation: 'linear', learningRate: 10, steps: 200 });
  expect(frame.loss.at(-1)).toBeNaN();
  expect(frame.incomingDifference.at(-1)).toBe(0);
  expect(frame.rank.at(-1)).toBe(0);
});

it('holds the 2-2-1 network of the same start: equal units have equal derivatives', () => {
  const { twoTwoOne } = run({ beginning: 'equal', steps: 1 });
  expect(twoTwoOne.parameters).toEqual({ a1: 0.5, a2: 0.5, b1: 0, b2: 0, a3: 0.5, a4: 0.5, b3: 0 });
  expect(twoTwoOne.output).toBe(outputOf(twoTwoOne.parameters, 1).y);
  expect(twoTwoOne.derivatives.a1).toBe(twoTwoOne.derivatives.a2);
  const other = run({ steps: 1 }).twoTwoOne;
  expect(other.derivatives.a3).toBe(other.derivatives.a4);
  expect(other.derivatives.a1).not.toBe(other.derivatives.a2);
});

it('records at most 61 points, the first and the last step among them, and yields often with growing progress', () => {
  const frames = Array.from(symmetry.run({ ...defaultValues(symmetry.params), steps: 1003 }), (f) => f.progress);
  expect(frames.length).toBeGreaterThan(50);
  expect(frames.every((progress, i) => progress >= (frames[i - 1] ?? 0))).toBe(true);
  const { points, loss, hidden } = run({ steps: 1003 });
  expect([points[0], points.at(-1)]).toEqual([0, 1003]);
  expect(points.length).toBeLessThanOrEqual(61);
  expect([loss.length, hidden.units[3]?.outgoing.length]).toEqual([points.length, points.length]);
  expect(run({ steps: 1, units: 2 }).points).toEqual([0, 1]);
});
