import { quantile } from '#numerics/quantile.ts';

/** 5%, 50% and 95% quantiles, position by position, over the seeds: one row of values for each of them. */
export function seedBand(members: readonly (readonly number[])[]) {
  const positions = (members[0] ?? []).map((_, i) => members.map((values) => values[i] as number));
  const at = (p: number) => positions.map((values) => quantile(values, p));
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
}
