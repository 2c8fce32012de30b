import type { Chart, ChartContext, Run, Shows } from '#charts/chart.ts';
import { formatNumber } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { type QuantityValue, quantitiesOf } from '#lab/quantities.ts';
import { formatValues, type Parameters, type Values } from '#lab/settings.ts';
import { paramLabel, valueLabel } from './labels.ts';

/** What a figure tells the formulas of its page, as JSON in its `data-linked`: in words and in the reader's language. */
export interface LinkedFigure {
  shows: Shows;
  /** By quantity, rows of a label and a value. */
  values: Readonly<Record<string, readonly (readonly [label: string, value: string])[]>>;
  /** The experiment and the settings that the values belong to. */
  source: string;
}

interface Linked {
  experiment: string;
  params: Parameters;
  chart: Pick<Chart<never>, 'shows'>;
  run: Run<unknown>;
}

/** What a run of an experiment, shown by this chart, says about the quantities of formulas. */
export function linkedFigure({ experiment, params, chart, run }: Linked, { t, lang }: ChartContext): LinkedFigure {
  const quantities = quantitiesOf(experiment, run.values, run.frame as object);
  const rows = Object.entries(quantities).map(([id, list]) => [id, list.map((value) => rowOf(value, t))] as const);
  return {
    shows: chart.shows?.([run] as never[]) ?? {},
    values: Object.fromEntries(rows),
    source: t('linked.source', {
      experiment: t(`experiment.${experiment}` as MessageKey),
      settings: settingsOf(params, run.values as Values, t, lang),
    }),
  };
}

function rowOf({ kind, value, layer }: QuantityValue, t: Translate): [string, string] {
  const number = formatNumber(value, Number.isInteger(value) && Math.abs(value) < 1e5 ? 'integer' : undefined);
  if (layer === undefined || kind === 'setting') return [t(`linked.${kind}`), number];
  return [t(kind === 'measured' ? 'linked.layerMeasured' : 'linked.layerTheory', { layer }), number];
}

/** Said even where they are at their defaults. */
const always = ['init', 'activation', 'depth', 'width', 'fanIn', 'seed'];

/** The settings that the values depend on most, and all that differs from the defaults; options need no label. */
function settingsOf(params: Parameters, values: Values, t: Translate, lang: string): string {
  const changed = formatValues(params, values);
  const said = Object.entries(params).flatMap(([name, parameter]) => {
    const value = values[name];
    if (value === undefined || !(always.includes(name) || name in changed)) return [];
    if ('options' in parameter) return [valueLabel(name, String(value), true, t, lang)];
    const isWhole = Number.isInteger(value);
    const number = isWhole ? String(value) : formatNumber(Number(value));
    return [t('widget.setting', { label: paramLabel(name, t), value: number })];
  });
  return said.join(' · ');
}
