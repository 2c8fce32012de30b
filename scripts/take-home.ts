import { takeHome, type Writer } from '#take-home/index.ts';
import { takeHomeCases } from './take-home-cases.ts';

/**
 * Prints the programs that readers take home, one JSON object a line, for the settings of take-home-cases.ts. How to run them
 * stands in scripts/run-take-home.py. Names of experiments after the command: only those.
 */
const wanted = process.argv.slice(2);
for (const { experiment, values, weights, results } of takeHomeCases) {
  if (wanted.length > 0 && !wanted.includes(experiment)) continue;
  const code = (takeHome[experiment] as Writer)(values);
  console.log(JSON.stringify({ experiment, values, weights, results, code }));
}
