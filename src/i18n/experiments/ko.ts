import type { Message } from '../types.ts';
import type { en } from './en.ts';

/** The texts of the experiments in Korean. */
export const ko = {
  'activation.linear': '선형',
  'activation.relu': 'ReLU',
  'activation.tanh': 'tanh',
  'activation.sigmoid': '시그모이드',
  'activation.hardTanh': '하드 tanh',
  'activation.leakyRelu': 'Leaky ReLU',
  'activation.elu': 'ELU',
  'activation.selu': 'SELU',
  'activation.gelu': 'GELU',
  'activation.silu': 'SiLU',
  'activation.softplus': 'softplus',
} satisfies Record<keyof typeof en, Message>;
