import { type Drawable, sample } from '#random/distributions.ts';
import type { Generator } from '#random/generator.ts';
import type { Initializer } from './initializer.ts';
import { heNormal, heUniform, lecunNormal, lecunUniform, xavierNormal, xavierUniform } from './named-rows.ts';
import { constant, normal, zeros } from './plain.ts';
import { torchDefaultWeight, withinInverseRoot } from './torch-default.ts';

export type StartId =
  | 'zero'
  | 'constant'
  | 'normal1'
  | 'normal001'
  | 'lecunNormal'
  | 'lecunUniform'
  | 'xavierNormal'
  | 'xavierUniform'
  | 'heNormal'
  | 'heUniform'
  | 'torchDefault';

/** How one whole dense layer begins, y = W x + b: its weights and its bias. */
export interface Start {
  id: StartId;
  /** W, of shape [fanOut, fanIn]. */
  weights: Initializer<Drawable>;
  /** The distribution of each of the fanOut values of b. */
  bias: (fanIn: number) => Drawable;
}

const zeroBias = (_fanIn: number): Drawable => ({ kind: 'constant', value: 0 });

const start = (id: StartId, weights: Initializer<Drawable>, bias = zeroBias): Start => ({ id, weights, bias });

/** All starts, in the order in which the course meets them. */
export const starts: Readonly<Record<StartId, Start>> = {
  zero: start('zero', zeros()),
  constant: start('constant', constant(0.01)), // of the size of normal001, so that only symmetry differs
  normal1: start('normal1', normal({ std: 1 })),
  normal001: start('normal001', normal({ std: 0.01 })),
  lecunNormal: start('lecunNormal', lecunNormal()),
  lecunUniform: start('lecunUniform', lecunUniform()),
  xavierNormal: start('xavierNormal', xavierNormal()),
  xavierUniform: start('xavierUniform', xavierUniform()),
  heNormal: start('heNormal', heNormal()),
  heUniform: start('heUniform', heUniform()),
  torchDefault: start('torchDefault', torchDefaultWeight(), withinInverseRoot), // nn.Linear
};

/** The starts' names, in the order in which the course meets them. */
export const startIds = Object.keys(starts) as StartId[];

/** The parameters of one dense layer: `weights` is fanOut x fanIn, row-major, `bias` has fanOut values. */
export interface LayerParameters {
  weights: Float32Array;
  bias: Float32Array;
}

/** Draws one dense layer, weights first and then the bias, as PyTorch's `nn.Linear` does. */
export function drawLayer(start: Start, fanIn: number, fanOut: number, generator: Generator): LayerParameters {
  const weights = start.weights([fanOut, fanIn], generator);
  const bias = new Float32Array(fanOut);
  sample(start.bias(fanIn), bias, generator);
  return { weights, bias };
}
