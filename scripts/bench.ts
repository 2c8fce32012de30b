/**
 * Times this project and its peers against each other:
 *
 *     npm run bench
 *     npm run bench -- sampling --json
 *
 * --json prints, for each suite, how many times longer each peer takes than we do. --quick runs a thousandth of the work
 * once, only to show that everything works.
 */
import { type Lengths, type Race, ratios, runRace, type Times } from './bench/race.ts';
import { suites } from './bench/suites.ts';

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function main(words: readonly string[]) {
  const flags = words.filter((word) => word.startsWith('--'));
  const named = words.filter((word) => !word.startsWith('--'));
  refuseUnknown('option', flags, ['--json', '--quick']);
  refuseUnknown('suite', named, Object.keys(suites));
  const json = flags.includes('--json');
  const results: Record<string, Record<string, number>> = {};
  for (const name of named.length > 0 ? named : Object.keys(suites)) {
    results[name] = await runSuite(name, flags.includes('--quick'), json ? () => {} : console.log);
  }
  if (json) console.log(JSON.stringify(results));
}

function refuseUnknown(kind: string, words: readonly string[], known: readonly string[]) {
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined) throw new Error(`there is no ${kind} ${unknown}; the ${kind}s are ${known.join(', ')}`);
}

/** All races of a suite, one after another; each is printed when it is over. */
async function runSuite(name: string, quick: boolean, print: (text: string) => void) {
  const lengths: Lengths = quick ? { warmUp: 0, rounds: 1 } : { warmUp: 5, rounds: 21 };
  const found: Record<string, number> = {};
  for (const race of (await suites[name]?.(quick ? 0.001 : 1)) ?? []) {
    const times = await runRace(race, lengths);
    Object.assign(found, ratios(race, times));
    print(`\n${name}: ${race.name}, ${race.amount} ${race.unit}, median of ${lengths.rounds}\n${table(race, times)}`);
  }
  return found;
}

function table(race: Race, times: Times): string {
  const own = times.get(race.ours.name) ?? Number.NaN;
  const rows = [...times].map(([name, time]) => [
    name,
    `${time.toFixed(2)} ms`,
    `${(race.amount / time / 1000).toFixed(1)} M ${race.unit}/s`,
    `${(time / own).toFixed(2)} times ours`,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([name = '', ...rest]) =>
      [name.padEnd(widths[0] ?? 0), ...rest.map((cell, i) => cell.padStart(widths[i + 1] ?? 0))].join('  '),
    )
    .join('\n');
}
