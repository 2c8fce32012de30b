import { en } from './en.ts';
import type { Messages } from './types.ts';

export const ru: Messages = en;
