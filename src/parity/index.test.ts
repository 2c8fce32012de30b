import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldenFolder, loadGolden } from '../../scripts/load-golden.ts';
import { checkFile, type FileReport, goldenFiles, unreadableFile } from './index.ts';
import { sha256 } from './sha256.ts';

type Case = Record<string, unknown>;

function report(content: string, name = 'any-name.json'): FileReport {
  const check = checkFile(name, content);
  let step = check.next();
  while (!step.done) step = check.next();
  return step.value;
}

const golden = loadGolden();
const parsed = golden.map(({ name, content }) => ({
  name,
  ...(JSON.parse(content) as { meta: unknown; cases: Case[] }),
}));

/** The cases of one file after a change to each of them; undefined leaves a case out. */
function changed(name: string, change: (golden: Case) => Case | undefined): FileReport {
  const file = parsed.find((each) => each.name === name);
  if (!file) throw new Error(`there is no ${name}`);
  const cases = file.cases.map((each) => change(structuredClone(each))).filter((each) => each !== undefined);
  expect(cases.length).toBeGreaterThan(0);
  return report(JSON.stringify({ meta: file.meta, cases }));
}

const messages = ({ failures }: FileReport) => failures.map(({ message }) => message);

it('every case of PyTorch and NumPy passes, and none is left out', () => {
  const reports = golden.map(({ name, content }) => report(content, name));
  const total = parsed.reduce((sum, { cases }) => sum + cases.length, 0);
  expect(reports.flatMap(({ file, failures }) => failures.map((failure) => ({ file, ...failure })))).toEqual([]);
  expect(reports.reduce((sum, { passed }) => sum + passed, 0)).toBe(total);
  expect(total).toBeGreaterThan(639);
  for (const { passed, exact, close, endsOnly, stricter } of reports) {
    expect([exact + close + stricter, endsOnly]).toEqual([passed, 0]);
  }
});

it('only functions with a tolerance agree but closely', () => {
  const close = golden.filter(({ name, content }) => report(content, name).close > 0).map(({ name }) => name);
  const tolerant = ['numpy_legacy.json', 'torch_normal.json', 'torch_orthogonal.json', 'torch_trunc_normal.json'];
  expect(tolerant).toEqual(expect.arrayContaining(close));
});

it('a long array that is close at its ends counts as compared at both ends only', () => {
  const found = changed('torch_orthogonal.json', (each) => {
    const { bits, ...out } = each.out as { bits: string };
    const [head, tail] = [{ bits: bits.slice(0, 24 * 8) }, { bits: bits.slice(-24 * 8) }];
    return { ...each, out: { ...out, values: undefined, sha256: sha256(new Float32Array(1)), head, tail } };
  });
  const all = found.passed;
  expect(found).toMatchObject({ failed: 0, exact: 0, close: all, endsOnly: all });
});

it('the list of golden files is the folder', () => {
  expect(goldenFiles).toEqual(
    readdirSync(goldenFolder)
      .filter((name) => name.endsWith('.json'))
      .sort(),
  );
});

/** The files whose cases draw from a seed. */
const drawing = goldenFiles.filter((name) => !/^(errors|torch_gain_fan|torch_deterministic)/.test(name));

const twisted = (digits: unknown, place: number, flip: number) =>
  `${String(digits).slice(0, place)}${(Number.parseInt(String(digits).charAt(place), 16) ^ flip).toString(16)}${String(digits).slice(place + 1)}`;

/** Flips a bit in the first array of a case, wherever it lies. */
function flipped(value: unknown, flip: (digits: string) => string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Case;
  const key = ['bits', 'std_bits', 'sha256'].find((name) => typeof fields[name] === 'string' && fields[name] !== '');
  if (key === undefined) return Object.values(fields).some((item) => flipped(item, flip));
  fields[key] = flip(fields[key] as string);
  return true;
}

describe('the check fails', () => {
  it.each(drawing)('for another seed, in every case of %s', (name) => {
    const { passed, failures } = changed(name, (each) => {
      const fewOrders = 'out_int' in each && !('next_u24' in each) && (each.n as number) < 8;
      const seed = Array.isArray(each.seed) ? [...each.seed, '1'] : '987654321';
      return fewOrders ? undefined : { ...each, seed };
    });
    expect([passed, failures.length > 0]).toEqual([0, true]);
  });

  const withArrays = goldenFiles.filter((name) => !/^(errors|torch_raw|numpy_permutation)/.test(name));
  it.each(withArrays)('for one wrong sign bit, in every case of %s that has an array', (name) => {
    const { passed, failures } = changed(name, (each) =>
      flipped(each, (digits) => twisted(digits, 0, 8)) ? each : undefined,
    );
    expect([passed, failures.length > 0]).toEqual([0, true]);
  });

  it.each([
    'torch_uniform.json',
    'torch_normal.json',
    'torch_seed_7.json',
    'torch_layers.json',
    'torch_sequences.json',
  ])('for one wrong last bit of a float32, in every case of %s', (name) => {
    const { passed, failures } = changed(name, (each) =>
      JSON.stringify(each).includes('"f64"') || !flipped(each, (digits) => twisted(digits, 7, 1)) ? undefined : each,
    );
    expect([passed, failures.length > 0]).toEqual([0, true]);
  });

  it('for a wrong next_u24, in every case that has one', () => {
    for (const { name, cases } of parsed.filter((file) => file.cases.some((each) => 'next_u24' in each))) {
      const found = changed(name, (each) => ({ ...each, next_u24: ((each.next_u24 as number) + 1) % 0x1000000 }));
      expect(messages(found)).toHaveLength(cases.length);
      expect(messages(found).every((message) => message.startsWith('next_u24, which counts the words drawn, is'))).toBe(
        true,
      );
    }
  });

  it('for a missing next_u24, seed, shape or array of args', () => {
    for (const key of ['next_u24', 'seed', 'shape', 'args', 'out']) {
      const found = changed('torch_uniform.json', ({ [key]: _, ...rest }) => rest);
      expect([key, found.passed]).toEqual([key, 0]);
    }
  });

  it('for permutation and generator_permutation with their names exchanged, but for orders too short to differ', () => {
    const other: Record<string, string> = {
      permutation: 'generator_permutation',
      generator_permutation: 'permutation',
    };
    const found = changed('numpy_permutation.json', (each) =>
      (each.n as number) < 8 ? undefined : { ...each, fn: other[String(each.fn)] },
    );
    expect([found.passed, found.failed]).toEqual([0, 48]);
    const differs = /^the permutation of the (legacy|generator) stream\[|^seed \d+ is out of range: RandomState/;
    expect(messages(found).filter((message) => !differs.test(message))).toEqual([]);
  });

  it('for float64 draws of uniform_, xavier_uniform_ and kaiming_uniform_ with one wrong last bit', () => {
    const { passed, failed } = changed('torch_uniform.json', (each) =>
      JSON.stringify(each).includes('"f64"') && flipped(each, (digits) => twisted(digits, 15, 1)) ? each : undefined,
    );
    expect([passed, failed]).toEqual([0, 6]);
  });

  it('for another argument', () => {
    const { passed } = changed('torch_normal.json', (each) => {
      const args = each.args as { std?: number };
      return args.std ? { ...each, args: { ...args, std: 1.5 * args.std } } : undefined;
    });
    expect(passed).toBe(0);
  });
});

const drawn = {
  id: 'a',
  fn: 'uniform_',
  seed: '0',
  shape: [0],
  args: {},
  out: { dtype: 'f32', shape: [0], n: 0, bits: '' },
};
const one = (value: unknown) => messages(report(JSON.stringify({ meta: {}, cases: [value] })));

it.each([
  [{ ...drawn, fn: 'exponential_' }, 'unknown function exponential_; known are uniform_, rand, normal_'],
  [{ ...drawn, fn: 'poisson', shape: undefined }, 'unknown function poisson; known are uniform, random'],
  [{ kind: 'fanciness' }, 'unknown kind fanciness; known are gain, fan, xavier, kaiming'],
  [{ ...drawn, args: { c: 1 } }, 'the args of uniform_ have no c; known are a, b'],
  [{ ...drawn, args: { a: 'x' } }, 'the args of uniform_: a must be a number, got "x"'],
  [{ ...drawn, generator: 'cuda' }, 'the case has the unknown key "generator"'],
  [{ ...drawn, shape: [1] }, 'the shape of out[0] is 0, golden 1'],
  [{ id: 'a', fn: 'nn.Transformer', seed: '0', args: {}, params: {} }, 'unknown layer nn.Transformer'],
  [{ id: 'a', seed: '0', ops: [], outs: [], next_u24: 0 }, 'ops is empty: there is nothing to compare'],
  [{ fn: 'mt19937_raw', seed: '0', words: [] }, 'words is empty: there is nothing to compare'],
  [
    { fn: 'mt19937_raw', seed: '0', words: [2357136044], skip: 1, words_after_skip: [] },
    'words_after_skip is empty: there is nothing to compare',
  ],
  [{ fn: 'mt19937_raw', seed: '0', key0_3: [], raw: [2357136044] }, 'key0_3 is empty: there is nothing to compare'],
  [{ fn: 'mt19937_raw', seed: '0', key0_3: [0], raw: [] }, 'raw is empty: there is nothing to compare'],
  [{ fn: 'manual_seed', seed: '0', out: drawn.out }, 'out is empty: there is nothing to compare'],
  [{ fn: 'seq', seed: '0', ops: [], outs: [] }, 'ops is empty: there is nothing to compare'],
  [{ fn: 'norm-layers', seed: '0', args: {}, params: {}, next_u24: 8325804 }, 'params is empty'],
  [{ fn: 'Sequential', seed: '0', args: { linear: [] }, params: {}, next_u24: 8325804 }, 'params is empty'],
  ['uniform_', 'a case must be an object, got "uniform_"'],
  [{}, 'fn must be a text, got nothing'],
])('%j is a failure with a message', (value, message) => {
  expect(one(value)).toEqual([expect.stringContaining(message)]);
});

it.each([
  ['{', 'is not JSON: '],
  ['', 'is not JSON: '],
  ['[]', 'a golden file must be an object, got []'],
  ['{"meta":{}}', 'cases must be a list, got nothing'],
  ['{"cases":[]}', 'cases is empty: there is nothing to compare'],
])('a file with the text %s is one failure', (content, message) => {
  const { failed, passed, failures } = report(content);
  expect([failed, passed, failures[0]?.id]).toEqual([1, 0, 'file']);
  expect(failures[0]?.message).toContain(message);
});

it('a byte order mark before the JSON text is passed over', () => {
  const content = JSON.stringify({ cases: [{ kind: 'fan', shape: [2, 3], fan_in: 3, fan_out: 2 }] });
  expect(report(`\uFEFF${content}`)).toEqual(report(content));
  expect(messages(report('\uFEFF{'))).toEqual([expect.stringMatching(/^is not JSON: [^\uFEFF]+$/)]);
});

it('a file that cannot be read is one failure', () => {
  expect(unreadableFile('a.json', new Error('no access'))).toMatchObject({
    file: 'a.json',
    passed: 0,
    failed: 1,
    failures: [{ id: 'file', message: 'no access' }],
  });
});

it('a failure is named by its id, its call, or what it is and where it stands', () => {
  const cases = [{ id: 'mine', fn: 'x' }, { call: 'f(' }, { fn: 'x', shape: [] }, { kind: 'y' }, 7];
  expect(report(JSON.stringify({ cases })).failures.map(({ id }) => id)).toEqual([
    'mine',
    'f(',
    'x at cases[2]',
    'y at cases[3]',
    'case at cases[4]',
  ]);
});

it('says after each case how many are done', () => {
  const content = JSON.stringify({ cases: [{ kind: 'fan', shape: [2, 3], fan_in: 3, fan_out: 2 }, { kind: 'x' }] });
  expect([...checkFile('a', content)]).toEqual([
    { done: 1, total: 2 },
    { done: 2, total: 2 },
  ]);
});
