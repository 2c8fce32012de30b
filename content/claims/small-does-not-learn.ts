import type { Claim } from '#lesson/claim.ts';
import { accuracyOf } from './shared/read.ts';
import { takayanagi } from './shared/sources.ts';

export default {
  source: takayanagi('0.01の正規分布にいたってはほとんど学習できていない'),
  rows: ['ja-34'],
  runs: ['digits-relu'],
  shows: { 'accuracy-normal001': { percentDecimals: 1 }, 'accuracy-he': { percentDecimals: 1 } },
  measure: (results) => ({
    'accuracy-normal001': accuracyOf(results, 'digits-relu', 'normal001'),
    'accuracy-he': accuracyOf(results, 'digits-relu', 'heNormal'),
  }),
  verdict: 'true',
  // It is the start that fails only if another one learns: at least half of the digits, against one in ten by chance.
  judge: ({ 'accuracy-normal001': small, 'accuracy-he': he }) => {
    if (small > 0.5) return 'false';
    return small < 0.2 && he > 0.5 ? 'true' : 'undecided';
  },
} satisfies Claim<'accuracy-normal001' | 'accuracy-he'>;
