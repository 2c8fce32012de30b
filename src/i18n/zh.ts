import { en } from './en.ts';
import type { Messages } from './types.ts';

export const zh: Messages = en;
