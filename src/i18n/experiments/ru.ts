import type { Message } from '../types.ts';
import type { en } from './en.ts';

/** The texts of the experiments in Russian. */
export const ru = {
  'activation.linear': 'линейная',
  'activation.relu': 'ReLU',
  'activation.tanh': 'tanh',
  'activation.sigmoid': 'сигмоида',
  'activation.hardTanh': 'жёсткий tanh',
  'activation.leakyRelu': 'Leaky ReLU',
  'activation.elu': 'ELU',
  'activation.selu': 'SELU',
  'activation.gelu': 'GELU',
  'activation.silu': 'SiLU',
  'activation.softplus': 'softplus',
} satisfies Record<keyof typeof en, Message>;
