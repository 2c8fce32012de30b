/**
 * Reading a golden file that someone else wrote: every value is looked at before it is used, and what is missing or
 * unknown is an error that says where it stands. Nothing is guessed and nothing is passed over.
 */

/** The content of a JSON object, not yet trusted. */
export type Fields = Readonly<Record<string, unknown>>;

/** Says nothing about how a case is computed. */
const remarks = ['id', 'note', 'comment', 'description'];

const shown = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));

/** What stands in a golden file is not what it must be. It comes from reading the file, never from the library. */
export class FieldError extends TypeError {}

const wrong = (what: string, wanted: string, value: unknown) =>
  new FieldError(`${what} must be ${wanted}, got ${shown(value)}`);

/** An object of JSON, and not a list. @throws a FieldError that names `what` */
export function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(what, 'an object', value);
  return value as Fields;
}

/** @throws an Error that names the first key which is neither known nor a remark */
export function refuseUnknown(fields: Fields, known: readonly string[], what: string): void {
  const unknown = Object.keys(fields).find((key) => !known.includes(key) && !remarks.includes(key));
  if (unknown !== undefined) {
    throw new Error(`${what} has the unknown key "${unknown}"; known are ${known.join(', ') || 'none'}`);
  }
}

/** @throws an Error if there is nothing in it: a case that compares nothing must not pass */
export function notEmpty<T extends { readonly length: number }>(items: T, what: string): T {
  if (items.length === 0) throw new Error(`${what} is empty: there is nothing to compare`);
  return items;
}

/** A list of JSON, its items not yet read. @throws a FieldError that names `what` */
export function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(what, 'a list', value);
  return value;
}

/** @throws a FieldError that names `what`, unless it is a string */
export function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw wrong(what, 'a text', value);
  return value;
}

/** @throws a FieldError that names `what`, unless it is `true` or `false`: 0 and 1 are neither */
export function booleanOf(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw wrong(what, 'true or false', value);
  return value;
}

/** A size, a count or an index: a whole number of at least 0. */
export function wholeOf(value: unknown, what: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw wrong(what, 'a whole number of at least 0', value);
  return value as number;
}

/** A list of sizes, counts or words. */
export const wholesOf = (value: unknown, what: string): number[] =>
  listOf(value, what).map((item, i) => wholeOf(item, `${what}[${i}]`));

/** JSON has no NaN and no infinity: golden files write "nan", "inf" and "-inf". */
const names: Readonly<Record<string, number>> = { nan: Number.NaN, inf: Infinity, '-inf': -Infinity };

/** Any number, or the name of one that JSON lacks. @throws a FieldError that names `what` */
export function numberOf(value: unknown, what: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && Object.hasOwn(names, value)) return names[value] as number;
  throw wrong(what, 'a number', value);
}

/** A list of any numbers. */
export const numbersOf = (value: unknown, what: string): number[] =>
  listOf(value, what).map((item, i) => numberOf(item, `${what}[${i}]`));

/** A shape; a single size stands for a shape of one dimension. */
export const shapeOf = (value: unknown, what: string): number[] =>
  typeof value === 'number' ? [wholeOf(value, what)] : wholesOf(value, what);

/** A seed, of any size and sign: a decimal string, or a number that JSON cannot have rounded. */
export function seedOf(value: unknown, what: string): string {
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return value;
  if (Number.isSafeInteger(value)) return String(value);
  throw wrong(what, 'a whole number in decimal digits', value);
}

/** A seed of NumPy, or a list of them: NumPy tells 7 from [7]. */
export const seedsOf = (value: unknown, what: string): string | string[] =>
  Array.isArray(value) ? value.map((each, i) => seedOf(each, `${what}[${i}]`)) : seedOf(value, what);

/** An optional field; null counts as left out. */
export function optional<T>(value: unknown, what: string, read: (value: unknown, what: string) => T, otherwise: T): T {
  return value === undefined || value === null ? otherwise : read(value, what);
}
