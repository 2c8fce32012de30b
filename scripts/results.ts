/** Computes named results again and writes them: `npm run results`, or `npm run results -- depth-sweep band-32` for some. */
import type { NamedRun } from '#experiments/named-runs.ts';
import { computeResult, runNames, writeResult } from './named-results.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !runNames.includes(name as NamedRun));
if (unknown.length > 0) {
  console.error(`there is no run named ${unknown.join(', ')}; the runs are ${runNames.join(', ')}`);
  process.exit(1);
}

const report = (name: string, seconds: number, size: string) =>
  console.log(`${name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s ${size}`);

let total = 0;
for (const name of asked.length > 0 ? (asked as NamedRun[]) : runNames) {
  const started = performance.now();
  const json = computeResult(name);
  const seconds = (performance.now() - started) / 1000;
  total += seconds;
  writeResult(name, json);
  report(name, seconds, `${(json.length / 1000).toFixed(1).padStart(7)} kB`);
}
report('all', total, '');
