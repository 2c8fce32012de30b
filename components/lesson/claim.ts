import type { NamedRun } from '#experiments/named-runs.ts';
import type { NumberFormat } from '#i18n/format.ts';
import type { Results } from './lesson.ts';

/** What a measurement can say of a statement; `outdated` was right once and is not any more. */
export const verdicts = ['true', 'imprecise', 'false', 'outdated'] as const;

type VerdictOfClaim = (typeof verdicts)[number];

/** What a judge says: a verdict, or that these measurements decide nothing. No claim may rest on the latter. */
type Judgement = VerdictOfClaim | 'undecided';

/** Where a statement stands. */
export interface ClaimSource {
  work: string;
  /** BCP 47 tag of the work's title, if it is not English. */
  workLang?: string;
  edition: string;
  url?: string;
  /** What stands there, to the letter, in its own language: short. Left out where the statement is told in our words. */
  quotation?: { lang: string; text: string };
}

/**
 * A statement on trial: `content/claims/<id>.ts`. Build and page run its test; a verdict that the measurement does not
 * support stops the build. `Keys` are the names of its measured values: each has the label `measured.<key>`.
 */
export interface Claim<Keys extends string = string> {
  source: ClaimSource;
  /** The rows of the audit of the lecture notes that it answers, such as `ko-12`. */
  rows: readonly string[];
  /** The named runs that the test reads: committed ones at build, computed anew where a reader runs the test. */
  runs: readonly NamedRun[];
  /** How its measured values are printed, in the order of reading. */
  shows: Readonly<Record<Keys, NumberFormat>>;
  /** The measured values: read from its runs, or computed here, in less than about 0.3 s. */
  measure(results: Results): Record<Keys, number>;
  verdict: VerdictOfClaim;
  /** The verdict that the measured values support. It knows nothing else, so what it decides by is what the reader sees. */
  judge(measured: Readonly<Record<Keys, number>>): Judgement;
}
