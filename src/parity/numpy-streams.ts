import type { Generator } from '#random/generator.ts';
import { numpyGenerator } from '#random/numpy-generator.ts';
import { numpyLegacyGenerator } from '#random/numpy-legacy.ts';
import type { Agreement } from './compare.ts';
import type { Fields } from './fields.ts';

/** `np.random.seed` and `RandomState`, or `np.random.default_rng`. */
export type StreamName = 'legacy' | 'generator';

/** The stream that a whole file is about, if it says so. */
export type FileStream = StreamName | 'unknown';

/** A generator that can also be asked for single words. */
export interface WordGenerator extends Generator {
  nextWord(): number;
}

/** A generator of this stream after one seed, or several together. */
export const numpyStream = (name: StreamName, seed: string | readonly string[]): WordGenerator =>
  name === 'legacy' ? numpyLegacyGenerator(seed) : numpyGenerator(seed);

const signs: readonly [StreamName, description: RegExp, functions: readonly string[]][] = [
  ['legacy', /RandomState|np\.random\.seed|legacy/i, ['randn', 'randn2', 'random_sample', 'rand']],
  ['generator', /default_rng|pcg64/i, ['pcg64_raw', 'random_f32', 'standard_normal_f32', 'integers32']],
];

/**
 * `uniform`, `normal` and some others are methods of both streams, and a case does not say which it means. Its file does:
 * by its description, or by methods that only one of the two has.
 */
export function fileStream(meta: Fields, cases: readonly unknown[]): FileStream {
  const functions = new Set(cases.map((each) => (Object(each) as Fields).fn));
  const described = signs.filter(([, description]) => description.test(String(meta.description ?? '')));
  const used = signs.filter(([, , names]) => names.some((name) => functions.has(name)));
  for (const found of [described, used]) if (found.length === 1) return (found[0] as (typeof signs)[number])[0];
  return 'unknown';
}

/**
 * Compares with the stream that is meant: the only possible one, or that of the file. If neither decides, one of the two has
 * to agree.
 */
export function inStream(
  possible: readonly StreamName[],
  file: FileStream,
  check: (stream: StreamName) => Agreement,
): Agreement {
  const [first, ...others] = file !== 'unknown' && possible.includes(file) ? [file] : possible;
  if (first === undefined) throw new Error('no stream of NumPy has all of these functions');
  if (others.length === 0) return check(first);
  const failures: string[] = [];
  for (const stream of [first, ...others]) {
    try {
      return check(stream);
    } catch (error) {
      failures.push(`${stream}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new Error(`neither stream of NumPy agrees; ${failures.join('; ')}`);
}
