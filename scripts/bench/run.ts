import type { Digits } from '#network/digits.ts';
import { measureSpeeds } from './products.ts';
import { type Lengths, type Race, ratios, runRace, type Times } from './race.ts';
import { suites } from './suites.ts';

/** The measurements that can be asked for. */
export const suiteNames = [...Object.keys(suites), 'products'];

/** What has to be brought along: Node reads files, a page is given them. */
export interface Materials {
  digits: Digits;
  /** The WebAssembly of `compile-peak.ts`. */
  loops: Uint8Array;
}

/** Ratios by suite and peer, and the speeds of `products`. */
export type Results = Record<string, Record<string, number> | number>;

/** Runs suites one after another, in Node or in a page's worker, and prints a table of each race when it is over. */
export async function runSuites(
  names: readonly string[],
  { digits, loops }: Materials,
  quick: boolean,
  print: (text: string) => void,
): Promise<Results> {
  const results: Results = {};
  for (const name of names) {
    if (name === 'products') {
      const { gflops, peak } = measureSpeeds(loops, quick ? 1 : 41);
      const share = ((100 * gflops) / peak).toFixed(0);
      print(`\nproducts: ${gflops.toFixed(1)} Gflop/s, ${share}% of ${peak.toFixed(1)} in registers alone`);
      Object.assign(results, { gflops: rounded(gflops), peak: rounded(peak) });
    } else results[name] = await runSuite(name, digits, quick, print);
  }
  return results;
}

const rounded = (x: number) => Number(x.toPrecision(3));

/** All races of a suite, one after another. */
async function runSuite(name: string, digits: Digits, quick: boolean, print: (text: string) => void) {
  const found: Record<string, number> = {};
  for (const race of (await suites[name]?.(quick ? 0.001 : 1, digits)) ?? []) {
    const lengths: Lengths = quick ? { warmUp: 0, rounds: 1 } : (race.lengths ?? { warmUp: 5, rounds: 21 });
    const times = await runRace(race, lengths);
    Object.assign(found, ratios(race, times));
    const title = race.name === '' ? name : `${name}: ${race.name}`;
    print(`\n${title}, ${race.amount} ${race.unit}, median of ${lengths.rounds}\n${table(race, times)}`);
  }
  return found;
}

function table(race: Race, times: Times): string {
  const own = times.get(race.ours.name) ?? Number.NaN;
  const contestants = [race.ours, ...(race.variants ?? []), ...race.peers];
  const amounts = new Map(contestants.map(({ name, amount }) => [name, amount ?? race.amount]));
  const rows = [...times].map(([name, time]) => [
    name,
    `${time.toFixed(2)} ms`,
    `${((amounts.get(name) ?? Number.NaN) / time / 1000).toFixed(1)} M ${race.unit}/s`,
    `${(time / own).toFixed(2)} times ours`,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([name = '', ...rest]) =>
      [name.padEnd(widths[0] ?? 0), ...rest.map((cell, i) => cell.padStart(widths[i + 1] ?? 0))].join('  '),
    )
    .join('\n');
}
