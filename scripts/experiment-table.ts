import type { TrainDigitsFrame } from '#experiments/train-digits.ts';

type Column = [name: string, cells: readonly number[]];

/** A frame as a table of text: one column for each of its longest series (or number), or for each network of a training. */
export function tableOf(frame: Record<string, unknown>): string {
  return 'curves' in frame ? trainingTable(frame as unknown as TrainDigitsFrame) : columnsToText(seriesOf(frame));
}

function seriesOf(frame: Record<string, unknown>): Column[] {
  const series = Object.entries(frame)
    .filter(([name]) => name !== 'progress')
    .map(([name, values]): Column => [name, [values].flat() as number[]]);
  const length = Math.max(...series.map(([, values]) => values.length));
  return series.filter(([, values]) => values.length === length);
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
  const texts = columns.map(([name, cells]) => [name, ...cells.map(short)]);
  const widths = texts.map((cells) => Math.max(...cells.map((cell) => cell.length)));
  const rows =
    texts[0]?.map((_, row) => texts.map((cells, c) => cells[row]?.padStart(widths[c] ?? 0)).join('  ')) ?? [];
  return rows.join('\n');
}

/** Whole numbers as they are, others with five significant digits. */
const short = (value: number) => (Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(5))));
