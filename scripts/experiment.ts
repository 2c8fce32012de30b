/**
 * Runs an experiment from the command line:
 *
 *     npm run experiment -- --list
 *     npm run experiment -- depth-sweep --init heNormal --depth 50 --width 128 --seed 7 --json
 */
import type { Experiment } from '#experiments/experiment.ts';
import { encodeFrame } from '#experiments/frame-json.ts';
import { experiments } from '#experiments/index.ts';
import type { Values } from '#experiments/parameters.ts';
import { demand, format, formatValues, strictValues } from '#experiments/parse-parameters.ts';
import { tableOf } from './experiment-table.ts';
import { loadResource } from './load-resource.ts';

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function main(words: string[]) {
  const { name, options, flags } = readWords(words);
  if (flags.has('list')) {
    console.log(Object.values(experiments).map(describe).join('\n\n'));
    return;
  }
  const known = Object.keys(experiments).join(', ');
  if (name === undefined) throw new Error(`name an experiment: ${known}; --list shows their options`);
  const experiment = Object.hasOwn(experiments, name) ? experiments[name] : undefined;
  if (!experiment) throw new Error(`there is no experiment ${name}; the experiments are ${known}`);
  const values = strictValues(experiment.params, options);
  const frame = runToTheEnd(experiment, values);
  console.log(flags.has('json') ? encodeFrame({ experiment: name, values, frame }) : report(experiment, values, frame));
}

/** `name --key value --key=value --flag`: one name, options with a value each, and the flags json and list. */
function readWords(words: string[]) {
  const options: Record<string, string> = {};
  const flags = new Set<string>();
  let name: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const [word = '', key, attached] = /^--([^=]+)(?:=(.*))?$/.exec(words[i] ?? '') ?? [words[i]];
    if (key === 'json' || key === 'list') flags.add(key);
    else if (key !== undefined) options[key] = attached ?? valueAfter(words, i++);
    else if (name === undefined) name = word;
    else throw new Error(`one experiment at a time, got ${name} and ${word}; options begin with --`);
  }
  return { name, options, flags };
}

function valueAfter(words: string[], i: number): string {
  const value = words[i + 1];
  if (value === undefined || value.startsWith('--')) throw new Error(`${words[i]} needs a value: ${words[i]} VALUE`);
  return value;
}

/** Reports progress on the terminal, if there is one, and returns the last frame. */
function runToTheEnd(experiment: Experiment, values: Values) {
  const resources = loadResource(experiment.needs);
  let frame: unknown;
  let shown = '';
  for (const next of experiment.run(values, resources)) {
    frame = next;
    const percent = `${Math.floor(100 * next.progress)}%`;
    if (process.stderr.isTTY && percent !== shown) process.stderr.write(`\r${percent} `);
    shown = percent;
  }
  if (process.stderr.isTTY) process.stderr.write('\r      \r');
  return frame;
}

function describe({ id, params }: Experiment): string {
  const lines = Object.entries(params).map(([key, parameter]) => {
    return `  --${key.padEnd(14)} ${demand(parameter)} (default ${format(parameter.default)})`;
  });
  return [id, ...lines].join('\n');
}

function report({ id, params }: Experiment, values: Values, frame: unknown): string {
  const changed = Object.entries(formatValues(params, values)).map(([key, text]) => ` --${key} ${text}`);
  return `${id}${changed.join('')}\n\n${tableOf(frame as Record<string, unknown>)}`;
}
