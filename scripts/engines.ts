/**
 * Computes every committed result in every engine that is installed, and compares all bits:
 *
 *     npm run engines                          Node, Chromium, Firefox and WebKit
 *     npm run engines -- firefox depth-sweep   one engine, one result; several of each may be named
 */
import type { NamedRun } from '#experiments/named-runs.ts';
import { chromium } from './engines/chromium.ts';
import { compare } from './engines/compare.ts';
import type { Engine, Session } from './engines/engine.ts';
import { firefox } from './engines/firefox.ts';
import { node } from './engines/node.ts';
import { serveRunner } from './engines/serve-runner.ts';
import { webkit } from './engines/webkit.ts';
import { readResult, runNames } from './named-results.ts';

const engines: Readonly<Record<string, Engine>> = { node, chromium, firefox, webkit };

const words = process.argv.slice(2);
const unknown = words.filter((word) => !Object.hasOwn(engines, word) && !runNames.includes(word as NamedRun));
if (unknown.length > 0) {
  console.error(`there is neither an engine nor a result named ${unknown.join(', ')}`);
  console.error(`the engines are ${Object.keys(engines).join(', ')}; the results are ${runNames.join(', ')}`);
  process.exit(1);
}
const namedEngines = words.filter((word) => Object.hasOwn(engines, word));
const namedResults = words.filter((word) => !Object.hasOwn(engines, word)) as NamedRun[];
const results = namedResults.length > 0 ? namedResults : runNames;

const runner = await serveRunner();
try {
  for (const id of namedEngines.length > 0 ? namedEngines : Object.keys(engines)) await runIn(id);
} finally {
  await runner.close();
}

/** An engine that is not installed is said; it is a failure only if it was asked for by its name. */
async function runIn(id: string) {
  const engine = engines[id] as Engine;
  const session = await engine.start(runner.address).catch((error: Error) => error);
  if (session instanceof Error) {
    console.log(`${engine.name}: not run. ${session.message}`);
    if (namedEngines.includes(id)) process.exitCode = 1;
    return;
  }
  try {
    await runAll(engine.name, session);
  } finally {
    // A browser that has crashed cannot be closed; the next one still has its turn.
    await session.close().catch((error: Error) => console.log(`${engine.name}: not closed. ${error.message}`));
  }
}

async function runAll(name: string, session: Session) {
  const started = performance.now();
  let equal = 0;
  for (const run of results) {
    const difference = compare(readResult(run), await session.run(run).catch((error: Error) => error));
    if (difference === undefined) equal += 1;
    else console.log(`${name}: ${run} ${difference}`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${name} ${session.version}: ${equal} of ${results.length} results bit-identical, in ${seconds} s`);
  if (equal < results.length) process.exitCode = 1;
}
