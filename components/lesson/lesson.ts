import type { NamedRun } from '#experiments/named-runs.ts';
import type { NumberFormat } from '#i18n/format.ts';

/** A number of the prose: computed from committed results of named experiments, never typed. */
export interface LessonNumber {
  value(results: Results): number;
  format: NumberFormat;
}

/** Reads the committed frame of a named run. Frames differ by experiment, so the caller says which one it expects. */
export type Results = <Frame>(run: NamedRun) => Frame;

/** A static figure: one chart of one or several named runs, drawn at build. */
export interface LessonFigure {
  chart: string;
  runs: readonly NamedRun[];
}

/** A statement on trial: the build runs `judge` and refuses a verdict that the measurement does not support. */
export interface LessonClaim {
  source: {
    work: string;
    /** BCP 47 tag of the work's title, if it is not English. */
    workLang?: string;
    edition: string;
    /** What stands there, in its own language. */
    quotation: { lang: string; text: string };
  };
  measured: Readonly<Record<string, LessonNumber>>;
  verdict: 'true' | 'false' | 'imprecise';
  /** The verdict that the measurement supports. */
  judge(results: Results): 'true' | 'false' | 'imprecise';
}

/** An exercise with a computed numeric answer, shared by all languages; `tolerance` is relative. */
export interface LessonExercise {
  answer(results: Results): number;
  tolerance: number;
  format: NumberFormat;
}

/** What all languages of a lesson share. The prose in `en.mdx`, `ko.mdx`, ... refers to these by id. */
export interface Lesson {
  slug: string;
  minutes: number;
  /** Heading ids in order: every language has exactly these. */
  sections: readonly string[];
  /** Display equations in TeX, without words and without punctuation. */
  equations: Readonly<Record<string, string>>;
  numbers: Readonly<Record<string, LessonNumber>>;
  figures: Readonly<Record<string, LessonFigure>>;
  claims: Readonly<Record<string, LessonClaim>>;
  /** What the prose asserts in words; the build stops where the results do not bear it out. */
  facts: Readonly<Record<string, (results: Results) => boolean>>;
  exercises: Readonly<Record<string, LessonExercise>>;
  /** Assumption ids that derivation steps name; their texts are in the interface catalogue. */
  assumptions: readonly string[];
  widgets: readonly string[];
  cells: readonly string[];
  citations: readonly string[];
}
