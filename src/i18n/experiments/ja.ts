import type { Message } from '../types.ts';
import type { en } from './en.ts';

/** The texts of the experiments in Japanese. */
export const ja = {
  'activation.linear': '線形',
  'activation.relu': 'ReLU',
  'activation.tanh': 'tanh',
  'activation.sigmoid': 'シグモイド',
  'activation.hardTanh': 'ハードtanh',
  'activation.leakyRelu': 'Leaky ReLU',
  'activation.elu': 'ELU',
  'activation.selu': 'SELU',
  'activation.gelu': 'GELU',
  'activation.silu': 'SiLU',
  'activation.softplus': 'softplus',
} satisfies Record<keyof typeof en, Message>;
