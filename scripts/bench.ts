/**
 * Times this project and its peers against each other:
 *
 *     npm run bench
 *     npm run bench -- training sampling --json
 *     npm run bench -- training --chromium
 *     npm run bench -- --page
 *     npm run bench -- --torch
 *
 * --json prints, for each suite, how many times longer each peer takes than we do, and the speeds of matrix products and of
 * the best loop in registers. --chromium measures in a page's worker instead of Node. --quick runs a thousandth of the work
 * once, only to show that everything works. --page measures the site that `npm run build` made: how long the main training
 * takes on its page, how soon the page answers meanwhile, and how soon a stop is obeyed. --torch times PyTorch afterwards,
 * if this machine has it: see `docs/performance.md`.
 */

import { runSuites, suiteNames } from './bench/run.ts';
import { loadDigits } from './load-digits.ts';

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function main(words: readonly string[]) {
  const flags = words.filter((word) => word.startsWith('--'));
  const named = words.filter((word) => !word.startsWith('--'));
  refuseUnknown('option', flags, ['--json', '--quick', '--chromium', '--page', '--torch']);
  refuseUnknown('suite', named, suiteNames);
  if (flags.includes('--page')) {
    const { measurePage } = await import('./bench-page.ts');
    const measured = await measurePage(flags.includes('--json') ? () => {} : console.log);
    if (flags.includes('--json')) console.log(JSON.stringify(measured));
    return;
  }
  const names = named.length > 0 ? named : suiteNames;
  const quick = flags.includes('--quick');
  const print = flags.includes('--json') ? () => {} : console.log;
  const loops = names.includes('products') ? await compileLoops() : new Uint8Array();
  const results = flags.includes('--chromium')
    ? await inChromium({ names, quick, loops }, print)
    : await runSuites(names, { digits: loadDigits(), loops }, quick, print);
  if (flags.includes('--json')) console.log(JSON.stringify(results));
  if (flags.includes('--torch')) (await import('./bench-in-torch.ts')).runInTorch(print);
}

// The compiler and the browser take seconds to load, so only who needs them waits for them.
async function compileLoops() {
  return (await import('./compile-peak.ts')).compilePeak();
}

async function inChromium(...order: Parameters<typeof import('./bench-in-chromium.ts').runInChromium>) {
  return (await import('./bench-in-chromium.ts')).runInChromium(...order);
}

function refuseUnknown(kind: string, words: readonly string[], known: readonly string[]) {
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined) throw new Error(`there is no ${kind} ${unknown}; the ${kind}s are ${known.join(', ')}`);
}
