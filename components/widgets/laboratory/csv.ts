import type { Chart, ChartContext, Run } from '#charts/chart.ts';
import { numbersInFull } from '#i18n/format.ts';

/** Tells spreadsheets that the text is UTF-8; without it they garble all but English. */
const byteOrderMark = '\uFEFF';

/**
 * The data table of a figure as a file (RFC 4180), each number in full: `nan`, `inf` and `-inf` as words, and nothing where
 * a run has not come to a value.
 */
export function csvOf(chart: Chart<Run<unknown>>, run: Run<unknown>, context: ChartContext): string {
  const { columns, rows } = numbersInFull(() => chart.table([run], context));
  const lines = [columns, ...rows].map((cells) => cells.map((cell) => quoted(cell === '–' ? '' : cell)).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
