import improvedZiggurat from '@stdlib/random-base-improved-ziggurat';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { randomNormal, randomUniform } from 'd3-random';
import { plainDraws } from '#random/torch-float32.ts';
import { TorchGenerator, torchGenerator } from '#random/torch-generator.ts';
import type { Contestant, Race } from './race.ts';

const SEED = 7;
const OURS = 'Zero to He, torch stream';

/**
 * 2^20 values into a Float32Array. Ours are the bits of PyTorch; the peers, none of which can give those, are used as their
 * documentation shows. Every loop is written out, because a shared one that calls any sampler would be slower for all.
 */
export function sampling(size: number): Race[] {
  tf.enableProdMode(); // without checks of its own
  const amount = Math.ceil(2 ** 20 * size);
  const out = new Float32Array(amount);
  return [
    { name: 'uniform', amount, unit: 'values', ...uniform(out) },
    { name: 'normal', amount, unit: 'values', ...normal(out) },
  ];
}

function uniform(out: Float32Array): Pick<Race, 'ours' | 'variants' | 'peers'> {
  const d3 = randomUniform();
  const mathRandom = () => {
    for (let i = 0; i < out.length; i++) out[i] = Math.random();
  };
  const d3Random = () => {
    for (let i = 0; i < out.length; i++) out[i] = d3();
  };
  return {
    ...inBothWays((generator) => generator.fillUniform(out, 0, 1)),
    peers: [
      { name: 'Math.random', run: mathRandom },
      { name: 'd3-random', run: d3Random },
      tensor('tfjs randomUniform', () => tf.randomUniform([out.length], 0, 1)),
    ],
  };
}

function normal(out: Float32Array): Pick<Race, 'ours' | 'variants' | 'peers'> {
  const d3 = randomNormal();
  const d3Random = () => {
    for (let i = 0; i < out.length; i++) out[i] = d3();
  };
  const ziggurat = () => {
    for (let i = 0; i < out.length; i++) out[i] = improvedZiggurat();
  };
  return {
    ...inBothWays((generator) => generator.fillNormal(out, 0, 1)),
    peers: [
      { name: 'd3-random', run: d3Random },
      { name: '@stdlib/random-base-improved-ziggurat', run: ziggurat },
      tensor('tfjs randomNormal', () => tf.randomNormal([out.length], 0, 1)),
    ],
  };
}

/** Ours by SIMD, if there is any, and the same bits in plain TypeScript. */
function inBothWays(fill: (generator: TorchGenerator) => void): Pick<Race, 'ours' | 'variants'> {
  const fastest = torchGenerator(SEED);
  const plain = new TorchGenerator(SEED, plainDraws);
  return {
    ours: { name: OURS, run: () => fill(fastest) },
    variants: [{ name: `${OURS}, in TypeScript`, run: () => fill(plain) }],
  };
}

/** tfjs makes a Float32Array of its own. */
function tensor(name: string, make: () => tf.Tensor): Contestant {
  return {
    name,
    before: () => tf.setBackend('cpu'),
    run() {
      const values = make();
      values.dataSync();
      values.dispose();
    },
  };
}
