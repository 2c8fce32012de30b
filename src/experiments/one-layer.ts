import { type StartId, startIds, starts } from '#initializers/starts.ts';
import { mean, secondMoment } from '#numerics/moments.ts';
import { type Distribution, distributionMean, distributionVariance, sample } from '#random/distributions.ts';
import type { Generator as RandomGenerator } from '#random/generator.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { Experiment } from './experiment.ts';
import {
  type InputId,
  type InputMoments,
  inputMoments,
  outputMoments,
  rawSecondMoment,
  shifted,
  termMoments,
} from './one-layer-theory.ts';
import type { Values } from './parameters.ts';

const params = {
  init: { kind: 'choice', default: 'normal1' as StartId, options: startIds },
  gain: { kind: 'number', default: 1, min: 0.25, max: 4, scale: 'log' },
  inputs: { kind: 'choice', default: 'normal' as InputId, options: Object.keys(inputMoments) as InputId[] },
  weightMean: { kind: 'number', default: 0, min: -1, max: 1 },
  inputMean: { kind: 'number', default: 0, min: -3, max: 3 },
  dependence: { kind: 'number', default: 0, min: 0, max: 1 },
  fanIn: { kind: 'integer', default: 256, min: 1, max: 4096 },
  seed: { kind: 'seed', default: 7 },
} as const;

export interface OneLayerFrame {
  progress: number;
  /** 1, 2, 4, ... up to the fan-in asked for; every array below has one entry for each. */
  fanIn: number[];
  /** Measured over the outputs, with standard errors. */
  variance: number[];
  varianceError: number[];
  secondMoment: number[];
  secondMomentError: number[];
  /** n Var[w] E[x^2]: right for Var[y] and E[y^2] when the weights have mean 0 and do not depend on the inputs. */
  theory: number[];
  /** n Var[w] Var[x]: right when the inputs have mean 0, too. */
  naive: number[];
  /** What the broken assumptions make of them, exactly: see `termMoments`. */
  exactVariance: number[];
  exactSecondMoment: number[];
}

type Settings = Values<typeof params>;

const outputs = 2000;

/**
 * What is the variance of y = w_1 x_1 + ... + w_n x_n? Measures 2,000 outputs for n = 1, 2, 4, ...; each has weights and
 * inputs of its own, so that the outputs are independent and their standard errors honest. Weights are drawn as for a
 * square layer, n x n, times the gain. Each of three switches breaks one assumption of Var[y] = n Var[w] Var[x]:
 *
 * - `weightMean`: w gets a mean, in units of its standard deviation
 * - `inputMean`: x gets a mean
 * - `dependence`: w gets this correlation with its own input; a constant input, which never varies, has none
 */
export const oneLayer: Experiment<typeof params, OneLayerFrame> = {
  id: 'one-layer',
  params,
  *run(values) {
    const frame: OneLayerFrame = { progress: 0, fanIn: [], ...emptySeries() };
    const sizes = doublings(values.fanIn);
    const total = sizes.reduce((sum, n) => sum + n);
    const streams = { weights: torchGenerator(values.seed), inputs: torchGenerator(-1) };
    let finished = 0;
    for (const n of sizes) {
      const y = new Float64Array(outputs);
      for (const count of fillOutputs(y, n, values, streams)) {
        frame.progress = (finished + n * (count / outputs)) / total;
        yield frame;
      }
      finished += n;
      append(frame, n, { ...measure(y), ...theories(n, values) });
      yield frame;
    }
  },
};

/** 1, 2, 4, ... below `largest`, and `largest` itself. */
export function doublings(largest: number): number[] {
  const sizes = [];
  for (let n = 1; n < largest; n *= 2) sizes.push(n);
  return [...sizes, largest];
}

interface Streams {
  weights: RandomGenerator;
  inputs: RandomGenerator;
}

/** Draws weights and inputs of some outputs at a time (about 2^17 numbers each), and sums; yields how many are done. */
function* fillOutputs(y: Float64Array, n: number, values: Settings, streams: Streams) {
  const weightLaw = starts[values.init].weights.distribution([n, n]);
  const together = Math.min(outputs, Math.max(1, Math.floor(131072 / n)));
  for (let first = 0; first < outputs; first += together) {
    const count = Math.min(together, outputs - first);
    const w = new Float32Array(count * n);
    const x = new Float32Array(count * n);
    sample(weightLaw, w, streams.weights);
    drawInputs(values.inputs, x, streams.inputs);
    bend(w, x, weightLaw, values);
    for (let i = 0; i < count; i++) y[first + i] = dot(w, x, i * n, n);
    yield first + count;
  }
}

/** The sum of n products, in float64. */
function dot(w: Float32Array, x: Float32Array, start: number, n: number): number {
  let sum = 0;
  for (let k = start; k < start + n; k++) sum += (w[k] as number) * (x[k] as number);
  return sum;
}

function drawInputs(inputs: InputId, x: Float32Array, generator: RandomGenerator) {
  if (inputs === 'constant') x.fill(1);
  else if (inputs === 'uniform') generator.fillUniform(x, -Math.sqrt(3), Math.sqrt(3));
  else generator.fillNormal(x, 0, 1);
  if (inputs === 'relu') for (let i = 0; i < x.length; i++) x[i] = Math.max(x[i] as number, 0);
}

/** Turns independent, centered draws into what the switches ask for; the formula stands at `termMoments`. */
function bend(w: Float32Array, x: Float32Array, weightLaw: Distribution, values: Settings) {
  const { mean: center, std } = inputMoments[values.inputs];
  const { m, s, r } = brokenWeights(weightLaw, values);
  const lawMean = distributionMean(weightLaw);
  const own = Math.sqrt(1 - r * r);
  for (let i = 0; i < w.length; i++) {
    const u = std === 0 ? 0 : ((x[i] as number) - center) / std;
    w[i] = m + own * values.gain * ((w[i] as number) - lawMean) + r * s * u;
    x[i] = (x[i] as number) + values.inputMean;
  }
}

/** Mean m, standard deviation s and correlation r with the input that the weights are to have. */
function brokenWeights(weightLaw: Distribution, { gain, weightMean, dependence, inputs }: Settings) {
  const s = gain * Math.sqrt(distributionVariance(weightLaw));
  const m = gain * distributionMean(weightLaw) + weightMean * s;
  return { m, s, r: inputMoments[inputs].std === 0 ? 0 : dependence };
}

/** Sample variance and second moment; the error of a mean of N values is their standard deviation / sqrt(N). */
function measure(y: Float64Array) {
  const center = mean(y);
  const squares = y.map((value) => value * value);
  const deviations = y.map((value) => (value - center) * (value - center));
  return {
    variance: mean(deviations),
    varianceError: errorOfMean(deviations),
    secondMoment: mean(squares),
    secondMomentError: errorOfMean(squares),
  };
}

function errorOfMean(values: Float64Array): number {
  const center = mean(values);
  return Math.sqrt(secondMoment(values.map((value) => value - center)) / (values.length - 1));
}

function theories(n: number, values: Settings) {
  const weightLaw = starts[values.init].weights.distribution([n, n]);
  const { m, s, r } = brokenWeights(weightLaw, values);
  const x: InputMoments = shifted(inputMoments[values.inputs], values.inputMean);
  const exact = outputMoments(termMoments(x, m, s, r), n);
  return {
    theory: n * s * s * rawSecondMoment(x),
    naive: n * s * s * x.std * x.std,
    exactVariance: exact.variance,
    exactSecondMoment: exact.secondMoment,
  };
}

type Series = Omit<OneLayerFrame, 'progress' | 'fanIn'>;
type Row = Record<keyof Series, number>;

const emptySeries = (): Series => ({
  variance: [],
  varianceError: [],
  secondMoment: [],
  secondMomentError: [],
  theory: [],
  naive: [],
  exactVariance: [],
  exactSecondMoment: [],
});

function append(frame: OneLayerFrame, n: number, row: Row) {
  frame.fanIn.push(n);
  for (const [name, value] of Object.entries(row) as [keyof Row, number][]) frame[name].push(value);
}
