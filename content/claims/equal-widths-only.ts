import { lecunNormal } from '#initializers/named-rows.ts';
import type { Claim } from '#lesson/claim.ts';
import { backwardMoments, bothWays, forwardMoments, networkOf } from './shared/networks.ts';
import { itmo } from './shared/sources.ts';

export default {
  source: itmo('Предыдущий подход хорошо работает, когда размерность наших данных не изменяется после преобразований'),
  rows: ['ru-15', 'ru-17'],
  runs: [],
  shows: { 'taper-forward': { significant: 2 }, 'taper-backward': { significant: 2 } },
  measure: () => {
    const pass = bothWays(networkOf(lecunNormal(), [1024, 256, 64, 16], 'linear'), 64);
    return {
      'taper-forward': forwardMoments(pass).at(-1) ?? Number.NaN,
      'taper-backward': backwardMoments(pass)[0] ?? Number.NaN,
    };
  },
  verdict: 'imprecise',
  // The widths change and 1/n_in is used. If it needed equal widths forward, the signal would change with them: kept is
  // within a factor of 2. Backward the signal is 1 at the end; below a tenth it has paid for the tapering.
  judge: ({ 'taper-forward': forward, 'taper-backward': backward }) => {
    const isKept = (moment: number) => moment > 0.5 && moment < 2;
    if (isKept(forward) && isKept(backward)) return 'false';
    if (isKept(forward)) return backward < 0.1 ? 'imprecise' : 'undecided';
    return forward < 0.1 || forward > 10 ? 'true' : 'undecided';
  },
} satisfies Claim<'taper-forward' | 'taper-backward'>;
