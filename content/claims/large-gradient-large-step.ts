import type { Claim } from '#lesson/claim.ts';
import { adam, type Optimizer, sgd } from '#network/optimizers.ts';
import { norm } from '#numerics/moments.ts';
import { normalNumbers } from './shared/networks.ts';
import { doshi } from './shared/sources.ts';

const count = 1000;
const parameters = (weights: Float32Array) => ({ weights, bias: new Float32Array(1) });

/** The norm of the change by one step, the gradient a hundred times as large over the gradient as it is. */
function growth(optimizer: (layers: ReturnType<typeof parameters>[]) => Optimizer): number {
  const [plain = Number.NaN, large = Number.NaN] = [1, 100].map((factor) => {
    const layers = [parameters(new Float32Array(count))];
    optimizer(layers).step(layers, [parameters(normalNumbers(count).map((g) => factor * g))]);
    return norm(layers[0]?.weights ?? []);
  });
  return large / plain;
}

export default {
  source: doshi('因此,梯度值也会很大,这意味着W的变化将大幅增加W-⍺* dW'),
  rows: ['zh-35'],
  runs: [],
  shows: { 'step-sgd': { significant: 3 }, 'step-adam': { significant: 3 } },
  measure: () => ({ 'step-sgd': growth(() => sgd(0.1)), 'step-adam': growth((layers) => adam(layers)) }),
  verdict: 'imprecise',
  // A gradient a hundred times as large must change W at least ten times as much, whatever the update; less than twice as
  // much is no large change.
  judge: ({ 'step-sgd': plain, 'step-adam': scaled }) => {
    const [follows, stays] = [[plain, scaled].map((by) => by > 10), [plain, scaled].map((by) => by > 0 && by < 2)];
    if (follows.every(Boolean)) return 'true';
    if (stays.every(Boolean)) return 'false';
    return (follows[0] && stays[1]) || (stays[0] && follows[1]) ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'step-sgd' | 'step-adam'>;
