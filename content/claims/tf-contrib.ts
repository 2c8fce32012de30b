import type { Claim } from '#lesson/claim.ts';
import { calling, xavierPrograms } from './shared/programs.ts';
import { doshi } from './shared/sources.ts';

export default {
  source: doshi('initializer = tf.contrib.layers.xavier_initializer( )'),
  rows: ['zh-47', 'zh-48'],
  runs: [],
  shows: { 'programs-new-name': 'integer', 'programs-old-name': 'integer' },
  measure: () => {
    const programs = xavierPrograms('keras');
    return {
      'programs-new-name': calling(programs, 'GlorotNormal', 'GlorotUniform'),
      'programs-old-name': calling(programs, 'xavier_initializer', 'get_variable'),
    };
  },
  verdict: 'outdated',
  // Programs that run in today's Keras must not use the old names, and there must be such programs.
  judge: ({ 'programs-new-name': today, 'programs-old-name': old }) => {
    if (old > 0) return 'true';
    return today > 0 && old === 0 ? 'outdated' : 'undecided';
  },
} satisfies Claim<'programs-new-name' | 'programs-old-name'>;
