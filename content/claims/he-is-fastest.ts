import type { Claim } from '#lesson/claim.ts';
import { accuracyOf } from './shared/read.ts';
import { takayanagi } from './shared/sources.ts';

export default {
  source: takayanagi('図を見るとHeの初期値が最も速く収束していて、Xavierはそこそこ'),
  rows: ['ja-32', 'ja-33'],
  runs: ['digits-lr-0.1', 'digits-lr-0.3'],
  shows: {
    'accuracy-rate-he': { percentDecimals: 1 },
    'accuracy-rate-xavier': { percentDecimals: 1 },
    'accuracy-fast-he': { percentDecimals: 1 },
    'accuracy-fast-xavier': { percentDecimals: 1 },
  },
  measure: (results) => ({
    'accuracy-rate-he': accuracyOf(results, 'digits-lr-0.1', 'heNormal'),
    'accuracy-rate-xavier': accuracyOf(results, 'digits-lr-0.1', 'xavierNormal'),
    'accuracy-fast-he': accuracyOf(results, 'digits-lr-0.3', 'heNormal'),
    'accuracy-fast-xavier': accuracyOf(results, 'digits-lr-0.3', 'xavierNormal'),
  }),
  verdict: 'imprecise',
  // The slides name no rate. He is ahead if it reads ten more of the thousand digits: at both rates, at neither, or at one.
  judge: (measured) => {
    const lead = measured['accuracy-rate-he'] - measured['accuracy-rate-xavier'];
    const fastLead = measured['accuracy-fast-he'] - measured['accuracy-fast-xavier'];
    if (!(Math.abs(lead) > 0.01 && Math.abs(fastLead) > 0.01)) return 'undecided';
    if (lead > 0 && fastLead > 0) return 'true';
    return lead < 0 && fastLead < 0 ? 'false' : 'imprecise';
  },
} satisfies Claim<'accuracy-rate-he' | 'accuracy-rate-xavier' | 'accuracy-fast-he' | 'accuracy-fast-xavier'>;
