import type { Message, MessageKey } from './types.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Fills the `{placeholders}` of a message; a plural message chooses its form by the value of `n`. */
export function translate(message: Message, lang: string, values: MessageValues = {}): string {
  const text = typeof message === 'string' ? message : pluralForm(message, lang, Number(values.n));
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function pluralForm(forms: Exclude<Message, string>, lang: string, n: number): string {
  return forms[new Intl.PluralRules(lang).select(n)] ?? forms.other;
}

/** A lookup in one catalogue; a key that is not in it shows itself, so that a gap is seen and not blank. */
export function translatorOf(messages: Partial<Record<MessageKey, Message>>, lang: string): Translate {
  return (key, values) => translate(messages[key] ?? key, lang, values);
}
