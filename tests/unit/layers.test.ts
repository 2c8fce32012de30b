import { describe, expect, it } from 'vitest';
import { codeFiles, filesLike, textOf } from './helpers/files.ts';
import { shown } from './helpers/finding.ts';
import { layerFindings, layerOf } from './helpers/layer-rules.ts';

describe('the layers of CONTRIBUTING.md', () => {
  it('hold in every file: data flows one way', () => {
    const files = codeFiles().filter((path) => layerOf(path) !== undefined);
    expect(files.length).toBeGreaterThan(50);
    expect(shown(files.flatMap((path) => layerFindings(path, textOf(path))))).toEqual([]);
  });

  it('cover every folder of code', () => {
    const folders = filesLike('src/*/*', 'components/*/*', 'content/*/*');
    expect(folders.filter((path) => layerOf(path) === undefined)).toEqual([]);
  });
});

describe('the guard of the layers finds', () => {
  const messages = (path: string, text: string) =>
    layerFindings(path, text).map(({ line, message }) => `${line} ${message}`);

  it('an import against the flow', () => {
    expect(messages('src/random/x.ts', "\nimport { fans } from '#initializers/fans.ts';")).toEqual([
      '2 random may import numerics, kernels; not #initializers/fans.ts',
    ]);
  });

  it.each([
    ["export * from '#lab/client.ts';"],
    ["export { a } from '#lab/client.ts';"],
    ["const a = await import('#lab/client.ts');"],
    ["type A = import('#lab/client.ts').A;"],
    ["new Worker(new URL('#lab/client.ts', import.meta.url));"],
    ["import.meta.glob(['/src/lab/*.ts'], { eager: true });"],
  ])('it in the form %s', (text) => {
    expect(messages('src/experiments/x.ts', text)).toHaveLength(1);
  });

  it('a relative import that leaves its layer', () => {
    expect(messages('src/random/x.ts', "import { log } from '../numerics/log.ts';")).toEqual([
      '1 ../numerics/log.ts leaves the layer random; other layers are imported by name: #random/...',
    ]);
  });

  it('a package or a module of Node in the core, but not in its tests', () => {
    expect(messages('src/numerics/x.ts', "import 'vite';\nimport 'node:fs';")).toHaveLength(2);
    expect(messages('src/numerics/x.test.ts', "import { it } from 'vitest';")).toEqual([]);
  });

  it('a helper of the tests in a file that is no test', () => {
    expect(messages('src/numerics/x.test.ts', "import { golden } from '../../tests/golden.ts';")).toEqual([]);
    expect(messages('src/numerics/x.ts', "import { golden } from '../../tests/golden.ts';")).toHaveLength(1);
  });

  it('a value where types alone are allowed', () => {
    expect(messages('components/charts/x.ts', "import type { Frame } from '#experiments/depth-sweep.ts';")).toEqual([]);
    expect(messages('components/charts/x.ts', "import { type Frame } from '#experiments/depth-sweep.ts';")).toEqual([]);
    expect(messages('components/charts/x.ts', "import { run } from '#experiments/depth-sweep.ts';")).toHaveLength(1);
  });

  it('an import in the front matter and in a script of an Astro component', () => {
    const component =
      "---\nimport { a } from '#lab/a.ts';\n---\n<p>{a}</p>\n<script>\n  import '#widgets/b.ts';\n</script>";
    expect(messages('components/site/X.astro', component)).toEqual([
      '2 site may import i18n; not #lab/a.ts',
      '6 site may import i18n; not #widgets/b.ts',
    ]);
  });

  it('nothing in a file read as text', () => {
    expect(
      messages('components/lesson/x.ts', "import.meta.glob('/src/**/*.ts', { query: '?raw', eager: true });"),
    ).toEqual([]);
  });
});
