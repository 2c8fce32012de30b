import type { NamedRun } from '#experiments/named-runs.ts';
import type { LessonNumber, Results } from './lesson.ts';

/** What a measurement can say of a statement; `outdated` was right once and is not any more. */
export const verdicts = ['true', 'imprecise', 'false', 'outdated'] as const;

export type VerdictOfClaim = (typeof verdicts)[number];

/** Where a statement stands. */
export interface ClaimSource {
  work: string;
  /** BCP 47 tag of the work's title, if it is not English. */
  workLang?: string;
  edition: string;
  url?: string;
  /** What stands there, in its own language: short. */
  quotation: { lang: string; text: string };
}

/** A statement on trial. Build and page run its test; a verdict that the measurement does not support stops the build. */
export interface Claim {
  source: ClaimSource;
  /** The named runs that the test reads: committed ones at build, computed anew where a reader runs the test. */
  runs: readonly NamedRun[];
  /** Its measured values, by the key of their label `measured.<key>`. */
  measured: Readonly<Record<string, LessonNumber>>;
  verdict: VerdictOfClaim;
  /** The verdict that measured values support. */
  judge(measured: Readonly<Record<string, number>>, results: Results): VerdictOfClaim;
}
