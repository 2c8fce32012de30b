/**
 * Frames as JSON, exactly: reading gives back every bit. JSON writes a float64 in the shortest decimal that reads back as
 * the same number; the four numbers it has no way to write become strings.
 */
const names: readonly [string, number][] = [
  ['nan', Number.NaN],
  ['inf', Number.POSITIVE_INFINITY],
  ['-inf', Number.NEGATIVE_INFINITY],
  ['-0', -0],
];
const numberOf = new Map(names);

/** @throws an Error for what would not come back as it was: typed arrays, `undefined`, and the strings that stand for numbers */
export function encodeFrame(frame: unknown): string {
  return JSON.stringify(frame, (key, value: unknown) => {
    if (typeof value === 'number') return names.find(([, number]) => Object.is(number, value))?.[0] ?? value;
    if (value === undefined || ArrayBuffer.isView(value) || numberOf.has(value as string)) {
      throw new TypeError(
        `a frame holds numbers, strings, booleans, plain arrays and objects; "${key}" is none of them`,
      );
    }
    return value;
  });
}

/** The reverse of `encodeFrame`. */
export function decodeFrame(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? (numberOf.get(value) ?? value) : value));
}
