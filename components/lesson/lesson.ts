import type { NamedRun } from '#experiments/named-runs.ts';
import type { QuantityId } from '#experiments/quantities.ts';
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

/** A computed numeric answer; `tolerance` is relative. */
export interface NumericAnswer {
  answer(results: Results): number;
  tolerance: number;
  format: NumberFormat;
}

/** One question with several answers, of which `true` ones are right; the prose explains each of them. */
export interface ChoiceExercise {
  kind: 'choice';
  options: Readonly<Record<string, boolean>>;
}

/** A derivation on paper, with hints and a folded solution in the prose. */
export interface DerivationExercise {
  kind: 'derivation';
}

/** Set a widget of the lesson, run it, and read a number off. `set` holds the settings that the link to it carries. */
export interface RunExercise extends NumericAnswer {
  kind: 'run';
  widget: string;
  set?: Readonly<Record<string, string>>;
}

/** An exercise, shared by all languages; one without a kind asks for a number. */
export type LessonExercise = (NumericAnswer & { kind?: undefined }) | ChoiceExercise | DerivationExercise | RunExercise;

/**
 * A choice before the result is shown. `for` names the widget or figure of the lesson that is covered until then, or the
 * cell whose output and legend are.
 */
export interface ChoicePrediction {
  kind?: undefined;
  options: Readonly<Record<string, boolean>>;
  for?: string | { cell: string };
}

/**
 * A curve that the reader draws before the measured one is shown: `points` handles over the figure `for`, whose one panel
 * has an x-axis that counts from 0 on and a logarithmic y-axis. `curve` is the measured one: `curve[x]` stands at `x`.
 */
export interface DrawnPrediction {
  kind: 'draw';
  for: string;
  points: number;
  curve(results: Results): readonly number[];
}

export type LessonPrediction = ChoicePrediction | DrawnPrediction;

/** What all languages of a lesson share. The prose in `en.mdx`, `ko.mdx`, ... refers to these by id. */
export interface Lesson {
  slug: string;
  /** Heading ids in order: every language has exactly these. */
  sections: readonly string[];
  /** Display equations in TeX, without words and without punctuation. */
  equations: Readonly<Record<string, string>>;
  numbers: Readonly<Record<string, LessonNumber>>;
  figures: Readonly<Record<string, LessonFigure>>;
  /** Statements on trial, `content/claims/<id>.ts`, each shown in one lesson. */
  claims: readonly string[];
  /** What the prose asserts in words; the build stops where the results do not bear it out. */
  facts: Readonly<Record<string, (results: Results) => boolean>>;
  exercises: Readonly<Record<string, LessonExercise>>;
  predictions?: Readonly<Record<string, LessonPrediction>>;
  /** Assumption ids that derivation steps name; their texts are in the interface catalogue. */
  assumptions: readonly string[];
  widgets: readonly string[];
  /** Quantities whose symbols lead to code, charts and values: those that a widget knows from the start, and those that none does. */
  linked?: { quantities: readonly QuantityId[]; withoutValue?: readonly QuantityId[] };
  cells: readonly string[];
  citations: readonly string[];
}
