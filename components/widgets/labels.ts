import { joinList } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { formatValues, type Parameter, type Parameters, type Values } from '#lab/settings.ts';

/**
 * The catalogue's groups of texts for a parameter's options, where they are not named after the parameter; those with short
 * names within a sentence have two.
 */
const optionGroups: Readonly<Record<string, { full: string; short: string }>> = {
  init: { full: 'start', short: 'short' },
  starts: { full: 'start', short: 'short' },
};

const groupOf = (name: string) => optionGroups[name] ?? { full: name, short: name };

export const paramLabel = (name: string, t: Translate) => t(`param.${name}` as MessageKey);

/** An option on its control. */
export const optionLabel = (name: string, option: string, t: Translate) =>
  t(`${groupOf(name).full}.${option}` as MessageKey);

/** A value within a sentence: options by their short names, numbers with a true minus. `text` is as in the address. */
export function valueLabel(name: string, text: string, isOption: boolean, t: Translate, lang: string): string {
  if (!isOption) return text.replaceAll('-', '−');
  const options = text.split(',').map((option) => t(`${groupOf(name).short}.${option}` as MessageKey));
  return joinList(options, lang);
}

/** The settings of a run in words: its seed, and all that differs from the defaults. */
export function settingsText(params: Parameters, values: Values, t: Translate, lang: string): string {
  const settings = { ...formatValues(params, values), ...(params.seed ? { seed: String(values.seed) } : {}) };
  return Object.entries(settings)
    .map(([name, text]) => {
      const isOption = 'options' in (params[name] as Parameter);
      const value = valueLabel(name, text, isOption, t, lang);
      return t('widget.setting', { label: paramLabel(name, t), value });
    })
    .join(' · ');
}
