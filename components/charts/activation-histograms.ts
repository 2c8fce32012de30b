import { type Markish, rectY, ruleX, ruleY } from '@observablehq/plot';
import type { ActivationHistogramsFrame, LayerContents, MeasuredLayer } from '#experiments/activation-histograms.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { type Chart, cell, heading, percent, type Run } from './chart.ts';
import { chartFrame } from './frame.ts';
import { curve } from './lines.ts';
import { pickRows, rowNotes, rowPitch } from './rows.ts';
import { type SeriesStyle, styleOf, theoryStyle } from './series.ts';

export interface ActivationHistogramsValues {
  init: string;
  activation: string;
  depth: number;
  seed: number;
}

export type ActivationHistogramsRun = Run<ActivationHistogramsFrame, ActivationHistogramsValues>;

const marginBottom = 44;

/** What do the layers hold? One histogram per layer, over one axis, each as high as its row; the thin line is theory. */
export const chart: Chart<ActivationHistogramsRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const { frame, values } = run;
    const layers = pickRows(values.depth);
    const notes = layers.map((layer) => notesOf(frame, layer, t));
    const { height, marginRight, highest } = rowPitch(notes, width);
    const [low = 0, high = 1] = [frame.edges[0], frame.edges.at(-1)];
    const room = 0.03 * (high - low);
    return [
      {
        ...chartFrame,
        width,
        height: 14 + height * layers.length + marginBottom,
        marginTop: 14,
        marginBottom,
        marginLeft: 76,
        marginRight,
        x: {
          label: t('activation-histograms.xAxis'),
          labelAnchor: 'center',
          domain: [low - room, high + room],
          ticks: 5,
        },
        y: {
          label: null,
          domain: [layers.length, 0],
          ticks: layers.map((_, row) => row + 1),
          tickSize: 0,
          tickFormat: (row: number) => t('activation-histograms.layer', { layer: layers[row - 1] ?? '' }),
        },
        marks: [
          ...layers.flatMap((layer, row) => rowMarks(run, layer, { base: row + 1, highest })),
          ruleY(
            layers.map((_, row) => row + 1),
            { stroke: 'var(--control-rule)' },
          ),
          ...rowNotes(notes, width),
        ],
      },
    ];
  },

  legend([run], { t }) {
    if (!run) return [];
    const name = t('chart.startAndSeed', {
      start: t(`short.${run.values.init}` as MessageKey),
      seed: run.values.seed,
    });
    const theory = { label: t('chart.theory'), ...theoryStyle, mark: 'thin' as const };
    return [
      { label: name, ...styleOf(run.values.init), mark: 'bar' },
      ...(run.frame.theory.some(hasBars) ? [theory] : []),
    ];
  },

  summary([run], { t }) {
    if (!run) return '';
    const { frame, values } = run;
    const [first, last] = [frame.measured[0], frame.measured.at(-1)];
    if (!first || !last) return t('summary.nothing-yet');
    return t('activation-histograms.summary', {
      depth: values.depth,
      start: t(`start.${values.init}` as MessageKey),
      activation: t(`activation.${values.activation}` as MessageKey),
      seed: values.seed,
      firstMean: cell(first.mean),
      first: cell(first.secondMoment),
      reached: frame.measured.length,
      lastMean: cell(last.mean),
      last: cell(last.secondMoment),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { frame, values } = run;
    const columns = columnsOf(frame, t).filter(({ isShown }) => isShown);
    return {
      columns: [t('table.layer'), ...columns.map(({ name }) => heading(name))],
      rows: Array.from({ length: values.depth }, (_, l) => [
        String(l + 1),
        ...columns.map(({ read }) => read(frame.measured[l], frame.theory[l])),
      ]),
    };
  },
};

/** What integrals leave of a mean that is 0. */
const tiny = (mean: number | undefined) => (mean !== undefined && Math.abs(mean) < 1e-12 ? 0 : mean);

/** Theory may say that all units have one value: then it has no curve. */
const hasBars = ({ bins }: LayerContents) => bins.some((share) => share > 0);

/** Rows that hold less than this in every bin are not stretched to the full height. */
const lowestTop = 0.005;

/** A row's lower edge, and how high its highest bar is. */
interface Row {
  base: number;
  highest: number;
}

/** The bars of a layer, its exact values as lines to the top of the row, and the theory. */
function rowMarks({ frame, values }: ActivationHistogramsRun, layer: number, { base, highest }: Row): Markish[] {
  const [measured, theory] = [frame.measured[layer - 1], frame.theory[layer - 1]];
  const top = Math.max(...(measured?.bins ?? []), ...(theory?.bins ?? []), lowestTop);
  const heightOf = (share: number) => base - (highest * share) / top;
  const bins = frame.edges.slice(1).map((x2, i) => ({ x1: frame.edges[i] as number, x2 }));
  const expected = (theory?.bins ?? []).flatMap((share, i) => {
    const { x1, x2 } = bins[i] as (typeof bins)[number];
    return [x1, x2].map((x) => ({ x, y: heightOf(share) }));
  });
  const style = styleOf(values.init);
  return [
    ...(measured ? bars(bins, measured, layer, base, heightOf, style) : []),
    ...frame.atoms.flatMap((atom, i) =>
      (measured?.atoms[i] ?? 0) > 0 ? [atomMark(atom, { base, highest }, layer, style)] : [],
    ),
    ...(theory && hasBars(theory) ? [curve(expected, `theory-${layer}`, theoryStyle, 1.25)] : []),
  ];
}

function bars(
  bins: readonly { x1: number; x2: number }[],
  measured: MeasuredLayer,
  layer: number,
  base: number,
  heightOf: (share: number) => number,
  { color }: SeriesStyle,
): Markish[] {
  const rows = bins.map((bin, i) => ({ ...bin, y: heightOf(measured.bins[i] ?? 0) }));
  return [
    rectY(rows, {
      x1: 'x1',
      x2: 'x2',
      y1: base,
      y2: 'y',
      fill: color,
      fillOpacity: 0.6,
      inset: 0,
      insetRight: 0.5,
      className: `series series-measured-${layer}`,
    }),
  ];
}

/** Many units with one value are an infinitely high, infinitely thin bar. */
const atomMark = (atom: number, { base, highest }: Row, layer: number, { color }: SeriesStyle): Markish =>
  ruleX([atom], {
    y1: base,
    y2: base - highest,
    stroke: color,
    strokeWidth: 4,
    className: `series series-atom-${layer}`,
  });

/** What stands beside a row: measured shares, each with its theory where there is one. */
function notesOf(frame: ActivationHistogramsFrame, layer: number, t: Translate): string[] {
  const [measured, theory] = [frame.measured[layer - 1], frame.theory[layer - 1]];
  if (!measured) return [];
  const note = (key: MessageKey, share: number | null, expected?: number | null) =>
    typeof expected === 'number'
      ? t('activation-histograms.beside', { label: t(key), measured: percent(share), theory: percent(expected) })
      : t('chart.withValue', { label: t(key), value: percent(share) });
  const isZeroAtom = frame.atoms[0] === 0;
  const atLeast = (share: number | null, least: number) => share !== null && share >= least;
  return [
    ...(measured.saturated === null
      ? []
      : [note('activation-histograms.saturated', measured.saturated, theory?.saturated)]),
    ...(isZeroAtom ? [note('activation-histograms.zero', measured.atoms[0] ?? null, theory?.atoms[0])] : []),
    ...(atLeast(measured.dead, 0.0005) ? [note('activation-histograms.dead', measured.dead)] : []),
    ...(atLeast(measured.outside, 0.005)
      ? [note('activation-histograms.outside', measured.outside, theory?.outside)]
      : []),
    ...(measured.infinite > 0 ? [note('activation-histograms.infinite', measured.infinite)] : []),
    ...(measured.nan > 0 ? [t('chart.withValue', { label: 'NaN', value: percent(measured.nan) })] : []),
  ];
}

interface Column {
  name: string;
  isShown: boolean;
  read(measured: MeasuredLayer | undefined, theory: LayerContents | undefined): string;
}

function columnsOf({ measured, theory, atoms }: ActivationHistogramsFrame, t: Translate): Column[] {
  const name = (key: MessageKey) => t(key);
  const expected = (key: MessageKey) => t('activation-histograms.theoryOf', { label: t(key) });
  const hasTheory = theory.length > 0;
  const isBounded = theory.some(({ saturated }) => saturated !== null) || measured.some((m) => m.saturated !== null);
  const saturated = 'activation-histograms.saturated';
  const [zero, dead] = ['activation-histograms.zero', 'activation-histograms.dead'] as const;
  const isRelu = atoms[0] === 0;
  return [
    { name: name('table.mean'), isShown: true, read: (m) => cell(m?.mean) },
    { name: expected('table.mean'), isShown: hasTheory, read: (_, th) => cell(tiny(th?.mean)) },
    { name: name('activation-histograms.moment'), isShown: true, read: (m) => cell(m?.secondMoment) },
    { name: expected('activation-histograms.moment'), isShown: hasTheory, read: (_, th) => cell(th?.secondMoment) },
    { name: name(saturated), isShown: isBounded, read: (m) => percent(m?.saturated) },
    { name: expected(saturated), isShown: isBounded && hasTheory, read: (_, th) => percent(th?.saturated) },
    { name: name(zero), isShown: isRelu, read: (m) => percent(m?.atoms[0]) },
    { name: expected(zero), isShown: isRelu && hasTheory, read: (_, th) => percent(th?.atoms[0]) },
    { name: name(dead), isShown: isRelu, read: (m) => percent(m?.dead) },
    { name: name('activation-histograms.outside'), isShown: !isBounded, read: (m) => percent(m?.outside) },
    {
      name: expected('activation-histograms.outside'),
      isShown: !isBounded && hasTheory,
      read: (_, th) => percent(th?.outside),
    },
    { name: name('activation-histograms.infinite'), isShown: true, read: (m) => percent(m?.infinite) },
    { name: 'NaN', isShown: true, read: (m) => percent(m?.nan) },
  ];
}
