import type { ParityFrame } from '#experiments/parity.ts';
import type { TrainDigitsFrame } from '#experiments/train-digits.ts';
import type { WeightsFrame } from '#experiments/weights.ts';

type Column = [name: string, cells: readonly (number | string)[]];

/**
 * A frame as a table of text: one column for each of its longest series (or number), or for each network of a training; or
 * one row for each golden file, or for each of the first weights.
 */
export function tableOf(frame: Record<string, unknown>): string {
  if ('files' in frame) return filesTable(frame as unknown as ParityFrame);
  if ('first' in frame) return weightsTable(frame as unknown as WeightsFrame);
  return 'curves' in frame ? trainingTable(frame as unknown as TrainDigitsFrame) : columnsToText(seriesOf(frame));
}

function seriesOf(frame: Record<string, unknown>): Column[] {
  const series = Object.entries(frame)
    .filter(([name]) => name !== 'progress')
    .map(([name, values]): Column => [name, [values].flat() as number[]]);
  const length = Math.max(...series.map(([, values]) => values.length));
  return series.filter(([, values]) => values.length === length);
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

function trainingTable({ accuracySteps, curves }: TrainDigitsFrame): string {
  const networks = curves.flatMap(({ start, members }) =>
    members.map((member) => ({ ...member, name: members.length > 1 ? `${start} ${member.seed}` : start })),
  );
  const at = (loss: number[], step: number) => loss[Math.min(step, loss.length - 1)] as number;
  const loss = networks.map(({ name, loss }): Column => [name, accuracySteps.map((step) => at(loss, step))]);
  const accuracy = networks.map(({ name, accuracy }): Column => [name, accuracy]);
  const table = (columns: Column[]) => columnsToText([['step', accuracySteps], ...columns]);
  return `loss on the training batch\n${table(loss)}\n\ntest accuracy\n${table(accuracy)}`;
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
