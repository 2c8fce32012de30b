/** What a page needs to know of an experiment to offer its settings, without the experiment itself. */
export type { NamedRun } from '#experiments/named-runs.ts';
export type { Parameter, Parameters, Values } from '#experiments/parameters.ts';
export type { ParityFrame } from '#experiments/parity.ts';
export { formatValues, type Note, parseValues } from '#experiments/parse-parameters.ts';
