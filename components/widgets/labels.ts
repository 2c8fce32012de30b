import { joinList } from '#charts/chart.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import type { Parameters, Values } from '#lab/settings.ts';
import { formatValues } from '#lab/settings.ts';

/** The catalogue's groups of texts for a parameter's options: starts, activations, kinds of input, fans, streams. */
const optionGroups: Readonly<Record<string, { full: string; short: string }>> = {
  init: { full: 'start', short: 'short' },
  starts: { full: 'start', short: 'short' },
  activation: { full: 'activation', short: 'activation' },
  inputs: { full: 'inputs', short: 'inputs' },
  mode: { full: 'mode', short: 'mode' },
  stream: { full: 'stream', short: 'stream' },
};

export const paramLabel = (name: string, t: Translate) => t(`param.${name}` as MessageKey);

/** An option on its control. */
export const optionLabel = (name: string, option: string, t: Translate) =>
  t(`${optionGroups[name]?.full}.${option}` as MessageKey);

/** A value within a sentence: options by their short names, numbers with a true minus. `text` is as in the address. */
export function valueLabel(name: string, text: string, t: Translate, lang: string): string {
  const group = optionGroups[name]?.short;
  if (!group) return text.replaceAll('-', '−');
  return joinList(
    text.split(',').map((option) => t(`${group}.${option}` as MessageKey)),
    lang,
  );
}

/** The settings of a run in words: its seed, and all that differs from the defaults. */
export function settingsText(params: Parameters, values: Values, t: Translate, lang: string): string {
  const settings = { ...formatValues(params, values), ...(params.seed ? { seed: String(values.seed) } : {}) };
  return Object.entries(settings)
    .map(([name, text]) => t('widget.setting', { label: paramLabel(name, t), value: valueLabel(name, text, t, lang) }))
    .join(' · ');
}
