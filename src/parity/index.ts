import { checkCase } from './check-case.ts';
import type { Agreement } from './compare.ts';
import { type Fields, fieldsOf, listOf, notEmpty } from './fields.ts';
import { fileStream } from './numpy-streams.ts';

export { type GoldenText, goldenFiles } from './golden-files.ts';

/** What came of one golden file. Every case either passed or failed; none is left out. */
export interface FileReport {
  file: string;
  passed: number;
  failed: number;
  /** Of those passed: equal to the last bit, or for a wrong call, refused or accepted as the framework does. */
  exact: number;
  /** Of those passed: not equal, but within the tolerance of public/golden/README.md. */
  close: number;
  /** Of those close: a long array with another digest, of which the first and last values alone were compared. */
  endsOnly: number;
  /** Of those passed: calls that the framework accepts and ours refuses, each by a rule of error-rules.ts. */
  stricter: number;
  failures: Failure[];
}

/** One case that failed, or the whole file under the id `file`. */
export interface Failure {
  id: string;
  message: string;
}

/** How many of the cases of a file are done. */
export interface Progress {
  done: number;
  total: number;
}

/**
 * Computes every case of a golden file again and compares it. Yields after each case and returns the report.
 *
 * It never throws for what stands in the file: a text that is no golden file is one failure, and so is each case that is
 * malformed, unknown or different. The name of the file is for the report alone; what a case is, its fields say.
 *
 * @param content the JSON text of the file, in the format of public/golden/README.md
 */
export function* checkFile(file: string, content: string): Generator<Progress, FileReport> {
  const report = emptyReport(file);
  let golden: { meta: Fields; cases: readonly unknown[] };
  try {
    golden = readGolden(content);
  } catch (error) {
    fail(report, 'file', error);
    return report;
  }
  const stream = fileStream(golden.meta, golden.cases);
  for (const [i, value] of golden.cases.entries()) {
    try {
      count(report, checkCase(value, stream));
    } catch (error) {
      fail(report, idOf(value, i), error);
    }
    yield { done: i + 1, total: golden.cases.length };
  }
  return report;
}

/** What there is to say of a file that cannot be read at all: one failure. */
export function unreadableFile(file: string, error: unknown): FileReport {
  const report = emptyReport(file);
  fail(report, 'file', error);
  return report;
}

function emptyReport(file: string): FileReport {
  return { file, passed: 0, failed: 0, exact: 0, close: 0, endsOnly: 0, stricter: 0, failures: [] };
}

function fail(report: FileReport, id: string, error: unknown): void {
  report.failed++;
  report.failures.push({ id, message: messageOf(error) });
}

function count(report: FileReport, agreement: Agreement): void {
  report.passed++;
  report[agreement]++;
  if (agreement === 'endsOnly') report.close++;
}

function readGolden(content: string) {
  const fields = fieldsOf(parsed(content), 'a golden file');
  const cases = notEmpty(listOf(fields.cases, 'cases'), 'cases');
  return { meta: fieldsOf(fields.meta ?? {}, 'meta'), cases };
}

/** A byte order mark, with which some editors begin a file, is no part of JSON. */
function parsed(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SyntaxError(`is not JSON: ${messageOf(error)}`);
  }
}

/** The id of a case, or what it is and where it stands. */
function idOf(value: unknown, index: number): string {
  const { id, call, fn, kind } = Object(value) as Fields;
  if (typeof id === 'string' && id !== '') return id;
  return typeof call === 'string' ? call : `${fn ?? kind ?? 'case'} at cases[${index}]`;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
