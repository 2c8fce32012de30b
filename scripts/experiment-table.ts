import type { NormalizationFrame } from '#experiments/normalization.ts';
import type { ParityFrame } from '#experiments/parity.ts';
import type { TrainDigitsFrame } from '#experiments/train-digits.ts';
import type { TrainToyFrame } from '#experiments/train-toy.ts';
import type { WeightsFrame } from '#experiments/weights.ts';

type Column = [name: string, cells: readonly (number | string)[]];

/**
 * A frame as a table of text: one column for each of its longest series (or number), or of those with one value per layer, or for
 * each network of a training; or one row for each golden file, or for each of the first weights.
 */
export function tableOf(frame: Record<string, unknown>): string {
  if ('files' in frame) return filesTable(frame as unknown as ParityFrame);
  if ('first' in frame) return weightsTable(frame as unknown as WeightsFrame);
  if ('moments' in frame && 'sigmas' in frame) return normalizationTable(frame as unknown as NormalizationFrame);
  if ('snapshotSteps' in frame) return toyTable(frame as unknown as TrainToyFrame);
  return 'curves' in frame ? trainingTable(frame as unknown as TrainDigitsFrame) : columnsToText(seriesOf(frame));
}

function seriesOf(frame: Record<string, unknown>): Column[] {
  const series = Object.entries(frame)
    .filter(([name]) => name !== 'progress')
    .flatMap(([name, values]) => columnsOf(name, [values].flat()));
  // The frame's own series, and not those of an inner object, say how many rows there are.
  const own = series.filter(([name]) => !name.includes('.'));
  const layers = own.find(([name]) => name === 'layers');
  const length = layers?.[1].length ?? Math.max(...own.map(([, values]) => values.length));
  return series.filter(([, values]) => values.length === length);
}

/** A series of numbers is a column. Of objects, each of their numbers is one: `theory.mean`; a single one may hold series. */
function columnsOf(name: string, values: readonly unknown[]): Column[] {
  const isCell = (value: unknown) => typeof value === 'number' || typeof value === 'string';
  if (values.every(isCell)) return [[name, values as number[]]];
  const rows = values.filter((value) => typeof value === 'object' && value !== null) as Record<string, unknown>[];
  if (rows.length < values.length) return [];
  return Object.keys(rows[0] ?? {}).flatMap((key): Column[] => {
    const cells = rows.length === 1 ? [rows[0]?.[key]].flat() : rows.map((row) => row[key]);
    return cells.every(isCell) ? [[`${name}.${key}`, cells as number[]]] : [];
  });
}

function filesTable({ files, passed, failed }: ParityFrame): string {
  const all = [...files, { file: 'all', passed, failed }];
  const column = <Key extends 'file' | 'passed' | 'failed'>(key: Key): Column => [key, all.map((row) => row[key])];
  return columnsToText([column('file'), column('passed'), column('failed')]);
}

function weightsTable({ refusal, moments, first }: WeightsFrame): string {
  if (refusal) return `nothing is drawn: ${refusal}`;
  const rows = Object.entries(moments ?? {});
  const column = (key: 'measured' | 'theory'): Column => [key, rows.map(([, moment]) => moment[key])];
  const names: Column = ['', rows.map(([name]) => name)];
  const weights = (['index', 'decimal', 'bits'] as const).map((key): Column => [key, first.map((row) => row[key])]);
  return `${columnsToText([names, column('measured'), column('theory')])}\n\n${columnsToText(weights)}`;
}

/** Second moments by layer, the first layer's gradient and relative step by sigma, and what each training reached. */
function normalizationTable({ layers, moments, sigmas, gradients, curves }: NormalizationFrame): string {
  const byLayer = moments.flatMap(({ norm, measured, theory }): Column[] => [
    [`${norm} before`, measured.before],
    ['theory', theory.before],
    [`${norm} after`, measured.after],
  ]);
  const bySigma = gradients.flatMap(({ norm, norms, relativeSteps }): Column[] => [
    [`${norm} gradient`, norms[0] ?? []],
    [`${norm} step`, relativeSteps[0] ?? []],
  ]);
  const reached: Column[] = [
    ['norm', curves.map(({ norm }) => norm)],
    ['start', curves.map(({ start }) => start)],
    ['last loss', curves.map(({ loss }) => loss.at(-1) ?? Number.NaN)],
    ['accuracy', curves.map(({ accuracy }) => accuracy ?? Number.NaN)],
  ];
  const tables: Column[][] = [[['layer', layers], ...byLayer], [['sigma', sigmas], ...bySigma], reached];
  return tables.map(columnsToText).join('\n\n');
}

function toyTable({ snapshotSteps, networks }: TrainToyFrame): string {
  const rows = networks.map((network) => ({ ...network, name: network.start }));
  return learningTables(snapshotSteps, rows, ['loss on all points', 'accuracy on the points']);
}

function trainingTable({ accuracySteps, curves }: TrainDigitsFrame): string {
  const networks = curves.flatMap(({ start, members }) =>
    members.map((member) => ({ ...member, name: members.length > 1 ? `${start} ${member.seed}` : start })),
  );
  return learningTables(accuracySteps, networks, ['loss on the training batch', 'test accuracy']);
}

/** Loss and accuracy of each network after the steps at which the accuracy was measured. */
function learningTables(
  steps: readonly number[],
  networks: readonly { name: string; loss: readonly number[]; accuracy: readonly number[] }[],
  [lossTitle, accuracyTitle]: readonly [string, string],
): string {
  const at = (loss: readonly number[], step: number) => loss[Math.min(step, loss.length - 1)] as number;
  const loss = networks.map(({ name, loss }): Column => [name, steps.map((step) => at(loss, step))]);
  const accuracy = networks.map(({ name, accuracy }): Column => [name, accuracy]);
  const table = (columns: Column[]) => columnsToText([['step', steps], ...columns]);
  return `${lossTitle}\n${table(loss)}\n\n${accuracyTitle}\n${table(accuracy)}`;
}

function columnsToText(columns: Column[]): string {
  const texts = columns.map(([name, cells]) => [
    name,
    ...cells.map((cell) => (typeof cell === 'number' ? short(cell) : cell)),
  ]);
  const widths = texts.map((cells) => Math.max(...cells.map((cell) => cell.length)));
  const rows =
    texts[0]?.map((_, row) => texts.map((cells, c) => cells[row]?.padStart(widths[c] ?? 0)).join('  ')) ?? [];
  return rows.join('\n');
}

/** Whole numbers as they are, others with five significant digits. */
const short = (value: number) => (Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(5))));
