import { expect, it } from 'vitest';
import { codeFiles, filesLike, textOf } from './helpers/files.ts';
import { type Finding, shown } from './helpers/finding.ts';

/** A newcomer reads a file in one sitting. */
const MOST_LINES = 300;

function sizeFindings(path: string, text: string): Finding[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > MOST_LINES
    ? [{ file: path, line: MOST_LINES, message: `${lines} lines are more than ${MOST_LINES}; split the file` }]
    : [];
}

it('no file of code or style is longer than 300 lines', () => {
  const files = [...codeFiles(), ...filesLike('src/**/*.css')];
  expect(files.length).toBeGreaterThan(50);
  expect(shown(files.flatMap((path) => sizeFindings(path, textOf(path))))).toEqual([]);
});

it('the guard of sizes refuses 301 lines and accepts 300', () => {
  expect(shown(sizeFindings('long.ts', 'x\n'.repeat(301)))).toEqual([
    'long.ts:300: 301 lines are more than 300; split the file',
  ]);
  expect(sizeFindings('full.ts', 'x\n'.repeat(300))).toEqual([]);
});
