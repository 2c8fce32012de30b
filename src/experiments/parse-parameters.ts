import type { Parameter, Parameters, Values } from './parameters.ts';

/**
 * Why a value that was asked for is not the value used. A note is data; whoever shows it words it in the reader's
 * language. `given` and `used` are written as the address bar writes them.
 */
export interface Note {
  key: string;
  code: 'clamped' | 'unreadable' | 'unknownOption';
  given: string;
  used: string;
  min?: number;
  max?: number;
  options?: readonly string[];
}

type AnyValue = number | string | readonly string[];
type Reading = { value: AnyValue; problem?: Note['code']; given?: string };

/**
 * Seeds are 0 to 2^31 - 1, PyTorch's `manual_seed` in the range that every language can write. Members of an ensemble add
 * at most a hundred to it, so that no run ever meets the stream of seed -1, which the inputs are drawn from.
 */
export const largestSeed = 2147483647;

/** The values that a run has when nothing else is asked for. */
export function defaultValues<P extends Parameters>(params: P): Values<P> {
  return Object.fromEntries(Object.entries(params).map(([key, parameter]) => [key, parameter.default])) as Values<P>;
}

/**
 * Reads values from text that anyone may have written, such as an address bar. Never throws and always returns legal
 * values: unknown keys are ignored, numbers outside their range are clamped, what cannot be read becomes the default;
 * each of the latter two leaves a note.
 */
export function parseValues<P extends Parameters>(params: P, raw: Readonly<Record<string, string>>) {
  const notes: Note[] = [];
  const entries = Object.entries(params).map(([key, parameter]): [string, AnyValue] => {
    const text = Object.hasOwn(raw, key) ? raw[key] : undefined;
    if (text === undefined) return [key, parameter.default];
    const { value, problem, given = text } = read(parameter, text);
    if (problem) notes.push({ key, code: problem, given, used: format(value), ...legal(parameter) });
    return [key, value];
  });
  return { values: Object.fromEntries(entries) as Values<P>, notes };
}

/**
 * The same for the command line, where a wrong value is an error.
 *
 * @throws an Error that names the option, what is legal and what was given
 */
export function strictValues<P extends Parameters>(params: P, raw: Readonly<Record<string, string>>): Values<P> {
  for (const key of Object.keys(raw)) {
    if (!Object.hasOwn(params, key)) {
      throw new Error(`there is no option --${key}; the options are ${Object.keys(params).join(', ')}`);
    }
  }
  const { values, notes } = parseValues(params, raw);
  for (const { key, given } of notes)
    throw new Error(`${key} must be ${demand(params[key] as Parameter)}, got ${given}`);
  return values;
}

/** What differs from the defaults, as text: the reverse of `parseValues`. */
export function formatValues<P extends Parameters>(params: P, values: Values<P>): Record<string, string> {
  const texts = Object.entries(params).map(([key, parameter]) => {
    return [key, format(values[key] as AnyValue), format(parameter.default)] as const;
  });
  return Object.fromEntries(texts.filter(([, text, byDefault]) => text !== byDefault));
}

/** What is legal, in words: `an integer from 1 to 200`. */
export function demand(parameter: Parameter): string {
  if ('options' in parameter) {
    const count = parameter.kind === 'choices' ? 'one or more, separated by commas,' : 'one';
    return `${count} of ${parameter.options.join(', ')}`;
  }
  const { min, max } = range(parameter);
  return `${parameter.kind === 'number' ? 'a number' : 'an integer'} from ${min} to ${max}`;
}

/** A value as text; numbers in their shortest form that reads back exactly. */
export const format = (value: AnyValue): string => (typeof value === 'object' ? value.join(',') : String(value));

function range(parameter: Exclude<Parameter, { options: unknown }>) {
  return parameter.kind === 'seed' ? { min: 0, max: largestSeed } : { min: parameter.min, max: parameter.max };
}

const legal = (parameter: Parameter) => ('options' in parameter ? { options: parameter.options } : range(parameter));

function read(parameter: Parameter, text: string): Reading {
  if (parameter.kind === 'choice') {
    return parameter.options.includes(text) ? { value: text } : { value: parameter.default, problem: 'unknownOption' };
  }
  if (parameter.kind === 'choices') return readChoices(parameter, text);
  const value = readNumber(text);
  if (value === undefined || (parameter.kind !== 'number' && value !== Math.floor(value))) {
    return { value: parameter.default, problem: 'unreadable' };
  }
  const { min, max } = range(parameter);
  const clamped = Math.min(Math.max(value, min), max);
  return clamped === value ? { value } : { value: clamped, problem: 'clamped' };
}

/** The known options among those listed, each once and in the order of the declaration. */
function readChoices(parameter: Extract<Parameter, { kind: 'choices' }>, text: string): Reading {
  const asked = text.split(',');
  const value = parameter.options.filter((option) => asked.includes(option));
  const unknown = asked.filter((option) => !parameter.options.includes(option));
  if (value.length === 0) return { value: parameter.default, problem: text === '' ? 'unreadable' : 'unknownOption' };
  return unknown.length === 0 ? { value } : { value, problem: 'unknownOption', given: unknown.join(',') };
}

/** A decimal number such as 7, -0.5 or 1e-3; `undefined` for anything else. Adding 0 turns -0 into 0. */
function readNumber(text: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) + 0 : undefined;
}
