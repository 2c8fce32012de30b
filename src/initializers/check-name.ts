import { shown } from '#numerics/check-finite.ts';

/** Refuses an option that is none of the names it can have: `orthogonal knows the layouts torch, keras; got jax`. */
export function checkName(caller: string, option: string, value: string, legal: readonly string[]): void {
  if (legal.includes(value)) return;
  const text = typeof value === 'string' ? value : shown(value);
  throw new RangeError(`${caller} knows the ${option}s ${legal.join(', ')}; got ${text}`);
}
