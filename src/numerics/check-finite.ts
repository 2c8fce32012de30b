/**
 * Refuses an option that is no finite number, or lies below its bound: `orthogonal needs a finite gain, got "2"`. Programs
 * without types can hand over a string, a boolean or an array, with which JavaScript would go on calculating.
 *
 * @throws RangeError
 */
export function checkFinite(caller: string, option: string, value: unknown, bound?: '>= 0' | '> 0'): void {
  if (typeof value === 'number' && Math.abs(value) < Infinity) {
    if (bound === undefined || value > 0 || (value === 0 && bound === '>= 0')) return;
  }
  const wanted = bound === undefined ? option : `${option} ${bound}`;
  throw new RangeError(`${caller} needs a finite ${wanted}, got ${shown(value)}`);
}

/** A value as an error shows it: numbers as they are, all others so that "2" and [2] do not look like a 2. */
export function shown(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'bigint' ? `${value}n` : (JSON.stringify(value) ?? String(value));
}
