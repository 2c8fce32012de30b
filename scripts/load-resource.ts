import type { Resources } from '#experiments/resources.ts';
import { loadDigits } from './load-digits.ts';
import { loadGolden } from './load-golden.ts';

/** What an experiment needs, from the static files of the project. */
export function loadResource(name: keyof Resources | undefined): Partial<Resources> {
  if (name === 'digits') return { digits: loadDigits() };
  if (name === 'golden') return { golden: loadGolden() };
  return {};
}
