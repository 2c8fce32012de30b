import { expect, it } from 'vitest';
import { extractExport } from './extract-export.ts';

const source = `import { a } from './a.ts';

/** Doubles. */
export function double(x: number): number {
  return 2 * x; // "}" in a comment
}

export const half = (x: number) => x / 2;
export interface Shape { size: number }
`;

it('cuts a function with its comment and its line', () => {
  expect(extractExport(source, 'double', 'f.ts')).toEqual({
    code: '/** Doubles. */\nexport function double(x: number): number {\n  return 2 * x; // "}" in a comment\n}',
    line: 3,
  });
});

it('cuts constants and types', () => {
  expect(extractExport(source, 'half', 'f.ts').code).toBe('export const half = (x: number) => x / 2;');
  expect(extractExport(source, 'Shape', 'f.ts').line).toBe(9);
});

it('names the file and the export that is missing', () => {
  expect(() => extractExport(source, 'third', 'f.ts')).toThrow('f.ts exports no "third"');
});
