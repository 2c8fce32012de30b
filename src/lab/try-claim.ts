import { encodeFrame } from '#experiments/frame-json.ts';
import { type NamedRun, namedRuns } from '#experiments/named-runs.ts';
import type { Resources } from '#experiments/resources.ts';

/** What a worker needs of a statement on trial, `content/claims/<id>.ts`. */
export interface TestOfClaim {
  runs: readonly NamedRun[];
  measure(results: <Frame>(run: NamedRun) => Frame): Record<string, number>;
  judge(measured: Readonly<Record<string, number>>): string;
}

/** What a test found: its measured values as exact JSON, and the verdict that they support. */
export interface ClaimOutcome {
  measured: string;
  judgement: string;
}

type Load = (name: keyof Resources | undefined) => Promise<Partial<Resources>>;

/** Computes the runs that a test reads, one after another, then measures and judges; `onProgress` gets the share of the runs done. */
export async function tryClaim(
  test: TestOfClaim,
  load: Load,
  onProgress: (share: number) => void,
): Promise<ClaimOutcome> {
  const frames = new Map<NamedRun, unknown>();
  for (const [done, run] of test.runs.entries()) {
    const { experiment, values } = namedRuns[run];
    for (const frame of experiment.run(values, await load(experiment.needs))) {
      frames.set(run, frame);
      onProgress((done + frame.progress) / test.runs.length);
    }
  }
  const measured = test.measure(<Frame>(run: NamedRun) => {
    if (!frames.has(run)) throw new Error(`the test reads the run "${run}", which is not among its runs`);
    return frames.get(run) as Frame;
  });
  return { measured: encodeFrame(measured), judgement: test.judge(measured) };
}
