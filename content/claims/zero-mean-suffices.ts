import type { Claim } from '#lesson/claim.ts';
import { log } from '#numerics/elementary.ts';
import { secondMoment } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { normalNumbers, seed } from './shared/networks.ts';
import { itmo } from './shared/sources.ts';

const count = 262144;

/** Minus the logarithm of uniform numbers, less 1: mean 0 and variance 1, but not symmetric. */
function lopsidedNumbers(): Float64Array {
  const u = new Float64Array(count);
  torchGenerator(seed).fillUniform(u, 0, 1);
  return u.map((value) => -log(1 - value) - 1);
}

const behindRelu = (z: Float32Array | Float64Array) => secondMoment(z.map((value) => Math.max(value, 0)));

export default {
  source: itmo('с учётом поведения ReLU и того, что E(y_prev)=0'),
  rows: ['ru-28'],
  runs: [],
  shows: { 'relu-second-moment': { decimals: 3 }, 'relu-lopsided': { decimals: 3 } },
  measure: () => ({
    'relu-second-moment': behindRelu(normalNumbers(count)),
    'relu-lopsided': behindRelu(lopsidedNumbers()),
  }),
  verdict: 'imprecise',
  // Both inputs have mean 0 and variance 1. If that were all it takes, both would give 1/2; the standard errors are 0.0022
  // and 0.01.
  judge: ({ 'relu-second-moment': normal, 'relu-lopsided': lopsided }) => {
    const isHalf = (value: number) => Math.abs(value - 0.5) < 0.03;
    if (isHalf(normal) && isHalf(lopsided)) return 'true';
    return isHalf(normal) && Math.abs(lopsided - 0.5) > 0.1 ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'relu-second-moment' | 'relu-lopsided'>;
