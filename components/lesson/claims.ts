import type { Claim } from './claim.ts';
import { results } from './results.ts';

const modules = import.meta.glob<Claim>('/content/claims/*.ts', { import: 'default', eager: true });

const idOf = (path: string) => path.split('/').at(-1)?.replace(/\.ts$/, '') ?? '';

/** All statements on trial, by the name of their file. */
export const claims: Readonly<Record<string, Claim>> = Object.fromEntries(
  Object.entries(modules).map(([path, claim]) => [idOf(path), claim]),
);

/** A claim with the values that its test measured here. */
interface TriedClaim {
  claim: Claim;
  measured: Readonly<Record<string, number>>;
}

const tried = new Map<string, TriedClaim>();

/** Runs a claim's test, once for all pages, and stops the build if the measurement does not support the verdict. */
export function tryClaim(id: string): TriedClaim {
  const known = tried.get(id);
  if (known) return known;
  const claim = claims[id];
  if (!claim) throw new Error(`there is no claim ${id}; make content/claims/${id}.ts`);
  const measured = claim.measure(results);
  checkVerdict(id, claim, measured);
  const outcome = { claim, measured };
  tried.set(id, outcome);
  return outcome;
}

/** Throws where a claim's verdict is not what its judge finds in the measured values. */
export function checkVerdict(id: string, { verdict, judge }: Claim, measured: TriedClaim['measured']): void {
  const supported = judge(measured);
  if (supported === verdict) return;
  const values = Object.entries(measured).map(([key, value]) => `${key} ${value}`);
  throw new Error(`claim ${id} says "${verdict}", the measurement supports "${supported}": ${values.join(', ')}`);
}
