import { xavierNormal } from '#initializers/named-rows.ts';
import type { Claim } from '#lesson/claim.ts';
import { backward, createPass, forward, type Mlp } from '#network/mlp.ts';
import { sgdStep } from '#network/sgd.ts';
import { norm } from '#numerics/moments.ts';
import { networkOf, normalNumbers } from './shared/networks.ts';
import { doshi } from './shared/sources.ts';

const [batch, inputs, rate] = [8, 4, 0.5];
const network = () => networkOf(xavierNormal(), [inputs, 6, 1], 'tanh');
const slope = new Float32Array(batch).fill(1 / batch);

/** The gradients of both layers; `before` may change the network between the way forward and the way back. */
function gradients(mlp: Mlp, before: (mlp: Mlp) => void = () => undefined) {
  const pass = createPass(mlp, batch);
  forward(mlp, normalNumbers(batch * inputs), pass);
  before(mlp);
  return backward(mlp, slope, pass);
}

export default {
  source: doshi('将参数的值从最后一层反向更新到第一层'),
  rows: ['zh-11'],
  runs: [],
  shows: { 'update-in-turn': { percentDecimals: 0 }, 'gradient-size': { significant: 2 } },
  measure: () => {
    const [right = { weights: new Float32Array(0) }, last] = gradients(network());
    const [inTurn = right] = gradients(network(), ({ layers }) => {
      if (last) sgdStep(layers.slice(1), [last], rate);
    });
    const difference = right.weights.map((g, i) => g - (inTurn.weights[i] as number));
    return { 'update-in-turn': norm(difference) / norm(right.weights), 'gradient-size': norm(right.weights) };
  },
  verdict: 'imprecise',
  // If the order of updates did not matter, layer 1 would get the same gradient after layer 2 has been updated. A percent is
  // far above rounding; and there has to be a gradient to speak of.
  judge: ({ 'update-in-turn': change, 'gradient-size': size }) => {
    if (!(size > 0.01)) return 'undecided';
    return change < 1e-6 ? 'true' : change > 0.01 ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'update-in-turn' | 'gradient-size'>;
