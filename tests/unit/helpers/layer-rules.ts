import { posix } from 'node:path';
import { isTest } from './files.ts';
import { type Finding, lineAt } from './finding.ts';
import { importsOf } from './imports.ts';

/** A layer of CONTRIBUTING.md: its folders and what they may import beside themselves. */
interface Layer {
  folders: readonly string[];
  may: readonly string[];
  /** Layers of which it may import types alone. */
  mayTypes?: readonly string[];
  /** Runs with `node file.ts`: no packages, no DOM, no Node. */
  portable?: true;
}

const core = ['numerics', 'kernels', 'random', 'initializers', 'network', 'parity', 'experiments'] as const;

/** Each of the core layers may import those before it. */
const coreLayers = Object.fromEntries(
  core.map((name, index): [string, Layer] => [
    name,
    { folders: [`src/${name}`], may: core.slice(0, index), portable: true },
  ]),
);

/** The table under “Layers” in CONTRIBUTING.md: data flows one way. */
export const layers: Readonly<Record<string, Layer>> = {
  ...coreLayers,
  // Kernels fill arrays for a stream, which is all that initializers see of them.
  initializers: { folders: ['src/initializers'], may: ['numerics', 'random'], portable: true },
  // What is compared with PyTorch and NumPy: streams and initializers.
  parity: { folders: ['src/parity'], may: ['numerics', 'random', 'initializers'], portable: true },
  // Programs for PyTorch, written from the values of an experiment.
  'take-home': { folders: ['src/take-home'], may: core, portable: true },
  // The worker runs the lessons' cells as well as the experiments.
  lab: { folders: ['src/lab'], may: ['experiments', 'content'] },
  i18n: { folders: ['src/i18n'], may: [] },
  charts: { folders: ['components/charts'], may: ['i18n'], mayTypes: ['experiments'] },
  widgets: { folders: ['components/widgets'], may: ['lab', 'charts', 'i18n', 'take-home'] },
  // Results lie in experiments; lessons embed what the figures' line of the flow ends in, and the tables of initializers.
  lesson: {
    folders: ['components/lesson'],
    may: ['initializers', 'experiments', 'take-home', 'lab', 'charts', 'widgets', 'i18n', 'content', 'markdown'],
  },
  site: { folders: ['components/site'], may: ['i18n'] },
  // A lesson's prose imports nothing; its cells and its numbers are computed by the core.
  content: { folders: ['content'], may: core, mayTypes: ['lesson'] },
  markdown: { folders: ['src/markdown'], may: [] },
  pages: {
    folders: ['src/layouts', 'src/pages', 'src/styles', 'src/workbench'],
    may: ['lab', 'i18n', 'charts', 'widgets', 'lesson', 'site', 'content', 'markdown', ...core.slice(1)],
  },
};

/** Imports that no layer owns: modules of the tools, style sheets and fonts among the packages. */
const isPackage = (specifier: string) => !/^[#./]/.test(specifier);

export const layerOf = (path: string): string | undefined =>
  Object.keys(layers).find((name) => layers[name]?.folders.some((folder) => path.startsWith(`${folder}/`)));

/** The path from the top of the project that a specifier leads to. */
function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('/')) return specifier.slice(1);
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  const [alias = '', ...rest] = specifier.slice(1).split('/');
  return posix.join(layers[alias]?.folders[0] ?? `src/${alias}`, ...rest);
}

/** What is wrong with the imports of one file. */
export function layerFindings(path: string, text: string): Finding[] {
  const name = layerOf(path);
  const layer = name === undefined ? undefined : layers[name];
  if (name === undefined || !layer) return [];
  return importsOf(path, text).flatMap(({ specifier, typeOnly, offset }) => {
    const message = wrongImport(path, name, layer, specifier, typeOnly);
    return message === undefined ? [] : [{ file: path, line: lineAt(text, offset), message }];
  });
}

function wrongImport(
  path: string,
  name: string,
  layer: Layer,
  specifier: string,
  typeOnly: boolean,
): string | undefined {
  if (isPackage(specifier)) {
    return layer.portable && !isTest(path)
      ? `${name} runs everywhere, so it imports no package and no module of Node: ${specifier}`
      : undefined;
  }
  const target = targetOf(path, specifier);
  const other = layerOf(target);
  if (other === name || (isTest(path) && /^(tests|scripts)\//.test(target))) return undefined;
  if (specifier.startsWith('.'))
    return `${specifier} leaves the layer ${name}; other layers are imported by name: #random/...`;
  if (other !== undefined && layer.may.includes(other)) return undefined;
  if (other !== undefined && isTest(path) && layer.mayTypes?.includes(other)) return undefined;
  if (other !== undefined && layer.mayTypes?.includes(other)) {
    return typeOnly ? undefined : `${name} may import types alone from ${other}: import type ... from '${specifier}'`;
  }
  const allowed = [...layer.may, ...(layer.mayTypes ?? []).map((each) => `${each} (types)`)];
  return `${name} may import ${allowed.join(', ') || 'nothing but itself'}; not ${specifier}`;
}
