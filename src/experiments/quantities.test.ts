import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DepthSweepFrame } from './depth-sweep.ts';
import { decodeFrame } from './frame-json.ts';
import type { GradientFlowFrame } from './gradient-flow.ts';
import type { OneLayerFrame } from './one-layer.ts';
import { quantitiesOf } from './quantities.ts';
import type { VarianceMapFrame } from './variance-map.ts';
import type { WeightsFrame } from './weights.ts';

interface Result<Frame> {
  experiment: string;
  values: object;
  frame: Frame;
}

const result = <Frame>(name: string) =>
  decodeFrame(readFileSync(`src/experiments/results/${name}.json`, 'utf8')) as Result<Frame>;

function read<Frame>(name: string) {
  const { experiment, values, frame } = result<Frame>(name);
  return { frame, quantities: quantitiesOf(experiment, values, frame as object) };
}

describe('what formulas read off a run', () => {
  it('depth-sweep: fan-in, Var[w] = 2/n of He, q_0, q_1 and q_L (seed 7)', () => {
    const { frame, quantities } = read<DepthSweepFrame>('depth-sweep');
    expect(quantities.fanIn).toEqual([{ kind: 'setting', value: 128 }]);
    expect(quantities.depth).toEqual([{ kind: 'setting', value: 50 }]);
    expect(quantities.weightVariance?.[0]?.value).toBeCloseTo(2 / 128, 15);
    expect(quantities.factor?.[0]?.value).toBeCloseTo(2, 12);
    expect(quantities.inputSecondMoment).toEqual([{ kind: 'measured', value: frame.measured[0] }]);
    expect(quantities.lastSecondMoment).toEqual([
      { kind: 'measured', value: frame.measured[50] },
      { kind: 'theory', value: frame.theory[50] },
    ]);
    expect(quantities.secondMoment?.map(({ layer }) => layer)).toEqual([1, 1, 50, 50]);
    expect(quantities.deltaMoment).toBeUndefined();
  });

  it('depth-sweep backward: the error signal, whose first layer is met last (seed 7)', () => {
    const { frame, quantities } = read<DepthSweepFrame>('tanh-xavier-gain-backward');
    expect(quantities.lastDeltaMoment?.[0]?.value).toBe(frame.measured[0]);
    expect(quantities.firstDeltaMoment?.[0]?.value).toBe(frame.measured.at(-2));
    expect(quantities.secondMoment).toBeUndefined();
    expect(quantities.factor?.[0]?.value).toBeCloseTo(25 / 9, 12);
  });

  it('a run that has not come to its last layer has no value there', () => {
    const { experiment, values, frame } = result<DepthSweepFrame>('depth-sweep');
    const early = { ...frame, measured: frame.measured.slice(0, 20), theory: [] };
    const quantities = quantitiesOf(experiment, values, early);
    expect(quantities.lastSecondMoment).toBeUndefined();
    expect(quantities.secondMoment).toEqual([{ kind: 'measured', value: frame.measured[1], layer: 1 }]);
  });

  it('one-layer: the law is the product of three of its quantities, also behind a ReLU (seed 7)', () => {
    for (const name of ['one-layer', 'one-layer-he', 'one-layer-input-mean']) {
      const { frame, quantities } = read<OneLayerFrame>(name);
      const [factor, x, law] = [quantities.factor, quantities.inputMoment, quantities.outputMoment?.slice(1)];
      expect((factor?.[0]?.value ?? 0) * (x?.[0]?.value ?? 0)).toBeCloseTo(law?.[0]?.value ?? Number.NaN, 9);
      expect(quantities.outputMoment?.[0]?.value).toBe(frame.secondMoment.at(-1));
      expect(quantities.outputVariance?.[0]?.value).toBe(frame.variance.at(-1));
    }
    expect(read('one-layer-he').quantities.inputMoment?.[0]?.value).toBeCloseTo(1 / 2, 12);
  });

  it('weights: measured and promised variance, both fans and both factors, and a bound where there is one (seed 7)', () => {
    const { frame, quantities } = read<WeightsFrame>('weights-xavier');
    const [measured, theory] = quantities.weightVariance ?? [];
    expect(measured?.value).toBe(frame.moments?.variance.measured);
    expect(theory?.value).toBeCloseTo(2 / 884, 12);
    expect(quantities.factor?.[1]?.value).toBeCloseTo((2 * 784) / 884, 9);
    expect(quantities.backwardFactor?.[1]?.value).toBeCloseTo((2 * 100) / 884, 9);
    expect(quantities.bound?.[0]?.value).toBeCloseTo(Math.sqrt(6 / 884), 12);
  });

  it('gradient-flow: the factor from the last layer to the one before it (seed 7)', () => {
    const { frame, quantities } = read<GradientFlowFrame>('gradient-flow');
    const [last = 0, before = 0] = frame.deltaMoment;
    expect(quantities.deltaFactor?.[0]).toEqual({ kind: 'measured', value: before / last, layer: frame.layers[1] });
  });

  it('variance-map: sigma_w² is n Var[w] (seed 7)', () => {
    const { frame, quantities } = read<VarianceMapFrame>('variance-map');
    expect(quantities.factor?.[0]?.value).toBeCloseTo(25 / 9, 12);
    expect(quantities.lastSecondMoment?.[0]?.value).toBe(frame.measured.at(-1));
  });

  it('an experiment without formulas has none', () => {
    expect(quantitiesOf('train-digits', {}, {})).toEqual({});
  });
});
