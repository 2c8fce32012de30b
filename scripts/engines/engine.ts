import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { NamedRun } from '#experiments/named-runs.ts';

/** A JavaScript engine in which results can be computed. */
export interface Engine {
  name: string;
  /**
   * Starts it and opens the runner's page at `address`.
   * @throws an Error that says what to install, if it is not there
   */
  start(address: string): Promise<Session>;
}

export interface Session {
  version: string;
  /** The text of a result's file, computed in this engine. */
  run(name: NamedRun): Promise<string>;
  close(): Promise<void>;
}

/** What the runner's page answers, see `page/page.ts`. */
export type Answer = { text: string } | { error: string };

export function textOf(answer: Answer): string {
  if ('error' in answer) throw new Error(answer.error);
  return answer.text;
}

/** The first of some programs that is there: names are looked up in the PATH, paths are taken as they are. */
export function findProgram(candidates: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = candidates.flatMap((name) =>
    name.includes('/') ? [name] : folders.map((folder) => join(folder, name)),
  );
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
