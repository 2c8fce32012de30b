import { constant } from '#initializers/plain.ts';
import type { Claim } from '#lesson/claim.ts';
import { bothWays, equalWidths, forwardMoments, networkOf } from './shared/networks.ts';
import { aiDeepDive } from './shared/sources.ts';

const [n, batch] = [100, 16];

/** The largest difference between two units for one example, relative to the largest value. */
function unitSpread(values: Float32Array): number {
  const apart = values.map((value, i) => Math.abs(value - (values[i - (i % n)] as number)));
  const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return apart.reduce((most, value) => Math.max(most, value), 0) / size;
}

export default {
  source: aiDeepDive('back propagation에서 문제가 생긴다!'),
  rows: ['ko-11'],
  runs: [],
  shows: { 'ones-forward': { significant: 3 }, 'ones-spread': { significant: 2 }, 'ones-back': { significant: 2 } },
  measure: () => {
    const pass = bothWays(networkOf(constant(1), equalWidths(n, 3), 'linear'), batch);
    const [first = Number.NaN, second = Number.NaN] = forwardMoments(pass);
    const layer = pass.layers[1];
    return {
      'ones-forward': Math.sqrt(second / first),
      'ones-spread': unitSpread(layer?.preActivation ?? new Float32Array(0)),
      'ones-back': unitSpread(layer?.delta ?? new Float32Array(0)),
    };
  },
  verdict: 'imprecise',
  // Trouble in back-propagation is that all units receive the same error signal: a spread of 0. If it were the only one,
  // the way forward would keep the size, within a factor of 2, and the units would differ.
  judge: ({ 'ones-forward': growth, 'ones-spread': forward, 'ones-back': back }) => {
    if (back > 0.01) return 'false';
    if (growth > 0.5 && growth < 2 && forward > 0.01) return back === 0 ? 'true' : 'undecided';
    return back === 0 && growth > 10 && forward === 0 ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'ones-forward' | 'ones-spread' | 'ones-back'>;
