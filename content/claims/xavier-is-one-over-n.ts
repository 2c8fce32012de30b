import { xavierNormal } from '#initializers/named-rows.ts';
import type { Claim } from '#lesson/claim.ts';
import { sampleVariance } from './shared/networks.ts';
import { takayanagi } from './shared/sources.ts';

/** n_in Var[w] of a sample of Xavier's weights. */
const factor = (fanIn: number, fanOut: number) => fanIn * sampleVariance(xavierNormal(), [fanOut, fanIn]);

export default {
  source: takayanagi('前層のノードの個数をnとして、標準偏差 1/√n の正規分布'),
  rows: ['ja-24', 'ja-25', 'zh-46'],
  runs: [],
  shows: { 'xavier-square': { significant: 3 }, 'xavier-taper': { significant: 3 } },
  measure: () => ({ 'xavier-square': factor(256, 256), 'xavier-taper': factor(1024, 64) }),
  verdict: 'imprecise',
  // A standard deviation of 1/sqrt(n) is n Var[w] = 1; samples of 65,536 weights miss it by about 0.6%, so 3% is wide.
  judge: ({ 'xavier-square': square, 'xavier-taper': taper }) => {
    const isOne = (value: number) => Math.abs(value - 1) < 0.03;
    if (isOne(square) && isOne(taper)) return 'true';
    if (!isOne(square)) return Math.abs(square - 1) > 0.2 ? 'false' : 'undecided';
    return Math.abs(taper - 1) > 0.2 ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'xavier-square' | 'xavier-taper'>;
