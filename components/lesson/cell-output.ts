import { execFileSync } from 'node:child_process';

const outputs = new Map<string, string>();

/** Runs a lesson's cell as a reader would, `node cells/x.ts`, and returns what it prints. Once for each state of its source. */
export function runCellAtBuild(path: string, source: string): string {
  const known = outputs.get(source);
  if (known !== undefined) return known;
  const output = execFileSync(process.execPath, [path.slice(1)], { encoding: 'utf8' }).trimEnd();
  outputs.set(source, output);
  return output;
}
