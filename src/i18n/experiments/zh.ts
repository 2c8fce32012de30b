import type { Message } from '../types.ts';
import type { en } from './en.ts';

/** The texts of the experiments in Chinese. */
export const zh = {
  'activation.linear': '线性',
  'activation.relu': 'ReLU',
  'activation.tanh': 'tanh',
  'activation.sigmoid': 'sigmoid',
  'activation.hardTanh': '硬tanh',
  'activation.leakyRelu': 'Leaky ReLU',
  'activation.elu': 'ELU',
  'activation.selu': 'SELU',
  'activation.gelu': 'GELU',
  'activation.silu': 'SiLU',
  'activation.softplus': 'softplus',
} satisfies Record<keyof typeof en, Message>;
