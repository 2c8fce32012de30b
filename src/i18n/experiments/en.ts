import type { Message } from '../types.ts';

/**
 * The texts of the experiments, in English: the labels of their parameters and options, and what their charts say. Keys
 * begin with the experiment's id. Comments are notes to translators, as in `../en.ts`.
 */
export const en = {
  'activation.linear': 'linear',
  'activation.relu': 'ReLU',
  'activation.tanh': 'tanh',
  'activation.sigmoid': 'sigmoid',
  'activation.hardTanh': 'hard tanh',
  'activation.leakyRelu': 'leaky ReLU',
  'activation.elu': 'ELU',
  'activation.selu': 'SELU',
  'activation.gelu': 'GELU',
  'activation.silu': 'SiLU',
  'activation.softplus': 'softplus',
} as const satisfies Record<string, Message>;
