import { normal } from '#initializers/plain.ts';
import type { Claim } from '#lesson/claim.ts';
import { networkOf } from './shared/networks.ts';
import { doshi } from './shared/sources.ts';

const widths = [784, 100, 10];

/** How many numbers a row has by the call: the layer's own size, less 1. */
const printed = (layer: number) => (widths[layer] as number) - 1;

/** How many it needs: one per input of the layer. */
const needed = (layer: number) => networkOf(normal(), widths, 'relu').layers[layer - 1]?.fanIn ?? Number.NaN;

export default {
  source: doshi('np.random.randn(size_l,size_l-1)'),
  rows: ['zh-21'],
  runs: [],
  shows: { 'columns-printed': 'integer', 'columns-needed': 'integer' },
  measure: () => ({ 'columns-printed': printed(1), 'columns-needed': needed(1) }),
  verdict: 'false',
  // A matrix takes the layer's inputs only if its rows have as many numbers as there are inputs.
  judge: ({ 'columns-printed': columns, 'columns-needed': inputs }) => {
    if (columns === inputs) return 'true';
    return columns > 0 && inputs > 0 ? 'false' : 'undecided';
  },
} satisfies Claim<'columns-printed' | 'columns-needed'>;
