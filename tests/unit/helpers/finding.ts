/** What a guard found wrong, and where. */
export interface Finding {
  file: string;
  line: number;
  message: string;
}

/** Findings as an editor understands them, one a line: `src/random/seed.ts:12: ...`. */
export const shown = (findings: readonly Finding[]): string[] =>
  findings.map(({ file, line, message }) => `${file}:${line}: ${message}`);

/** The line, from 1, of a place in a text. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
