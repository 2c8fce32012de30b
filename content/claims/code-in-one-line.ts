import type { Claim } from '#lesson/claim.ts';
import { itmo } from './shared/sources.ts';

const snippet =
  '# инициализация параметров одного слоя conv1 = torch.nn.Conv2d(...) torch.nn.init.xavier_uniform(conv1.weight)';

/** The calls that a Python program makes, without those behind a # in their line. */
const calls = (program: string) => program.match(/[\w.]+\(/g)?.length ?? 0;
const withoutComments = (program: string) => program.replace(/#.*$/gm, '');

export default {
  source: itmo(snippet),
  rows: ['ru-23'],
  runs: [],
  shows: { 'calls-printed': 'integer', 'calls-run': 'integer' },
  measure: () => ({ 'calls-printed': calls(snippet), 'calls-run': calls(withoutComments(snippet)) }),
  verdict: 'false',
  // An example shows something only if it runs what it shows. All of it, or nothing.
  judge: ({ 'calls-printed': shown, 'calls-run': run }) => {
    if (!(shown > 0)) return 'undecided';
    return run === shown ? 'true' : run === 0 ? 'false' : 'undecided';
  },
} satisfies Claim<'calls-printed' | 'calls-run'>;
