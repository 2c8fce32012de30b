import type { Claim } from '#lesson/claim.ts';
import { calling, xavierPrograms } from './shared/programs.ts';
import { itmo } from './shared/sources.ts';

export default {
  source: itmo('torch.nn.init.xavier_uniform(conv1.weight)'),
  rows: ['ru-22'],
  runs: [],
  shows: { 'programs-new-name': 'integer', 'programs-old-name': 'integer' },
  measure: () => {
    const programs = xavierPrograms('pytorch');
    return {
      'programs-new-name': calling(programs, 'xavier_uniform_', 'xavier_normal_'),
      'programs-old-name': calling(programs, 'xavier_uniform', 'xavier_normal'),
    };
  },
  verdict: 'outdated',
  // Programs that run in today's PyTorch without a warning must not use the old names, and there must be such programs.
  judge: ({ 'programs-new-name': today, 'programs-old-name': old }) => {
    if (old > 0) return 'true';
    return today > 0 && old === 0 ? 'outdated' : 'undecided';
  },
} satisfies Claim<'programs-new-name' | 'programs-old-name'>;
