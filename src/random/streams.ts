import type { Generator } from './generator.ts';
import { numpyGenerator } from './numpy-generator.ts';
import { numpyLegacyGenerator } from './numpy-legacy.ts';
import type { WholeNumber } from './numpy-seed.ts';
import { torchGenerator } from './torch-generator.ts';

/** The random streams a reader can choose from; PyTorch's is the default everywhere. */
export const streamIds = ['torch', 'numpyLegacy', 'numpy'] as const;
export type StreamId = (typeof streamIds)[number];

/** A generator from a seed: `torch.manual_seed`, `numpy.random.seed`, `numpy.random.default_rng`. */
export const streams: Readonly<Record<StreamId, (seed: WholeNumber) => Generator>> = {
  torch: torchGenerator,
  numpyLegacy: numpyLegacyGenerator,
  numpy: numpyGenerator,
};
