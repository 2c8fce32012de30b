import type { Claim } from '#lesson/claim.ts';
import { type ActivationId, activations } from '#network/activations.ts';
import { mean } from '#numerics/moments.ts';
import { normalNumbers } from './shared/networks.ts';
import { itmo } from './shared/sources.ts';

const meanActivation = (id: ActivationId) => mean(normalNumbers(65536).map(activations[id].value));

export default {
  source: itmo('симметричных относительно нуля функций активации (гиперболический тангенс, сигмоид)'),
  rows: ['ru-20'],
  runs: [],
  shows: { 'mean-tanh': { decimals: 3 }, 'mean-sigmoid': { decimals: 3 } },
  measure: () => ({ 'mean-tanh': meanActivation('tanh'), 'mean-sigmoid': meanActivation('sigmoid') }),
  verdict: 'imprecise',
  // An odd function of a symmetric input has mean 0; the mean of 65,536 numbers of standard deviation below 1 misses it by
  // less than 0.004, so 0.02 is five standard errors. Two functions are named: symmetric may be both, neither, or one.
  judge: ({ 'mean-tanh': tanh, 'mean-sigmoid': sigmoid }) => {
    const isZero = (value: number) => Math.abs(value) < 0.02;
    const isOff = (value: number) => Math.abs(value) > 0.1;
    if (isZero(tanh) && isZero(sigmoid)) return 'true';
    if (isOff(tanh) && isOff(sigmoid)) return 'false';
    return (isZero(tanh) && isOff(sigmoid)) || (isOff(tanh) && isZero(sigmoid)) ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'mean-tanh' | 'mean-sigmoid'>;
