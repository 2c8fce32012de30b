import type { en } from './en.ts';

/** A text with `{placeholders}`, or one text per plural category of the language. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type MessageKey = keyof typeof en;

/** Every language has every key; a missing or an extra one is a type error. */
export type Messages = Record<MessageKey, Message>;
