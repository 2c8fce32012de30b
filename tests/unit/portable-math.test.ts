import { describe, expect, it } from 'vitest';
import { filesLike, isTest, textOf } from './helpers/files.ts';
import { shown } from './helpers/finding.ts';
import { mathFindings } from './helpers/math-rules.ts';

/** Cells print the same digits in Node and on the page, and lessons show numbers: they are held to the same rule. */
it('cells, lesson data and claims use exactly rounded operations alone', () => {
  const files = filesLike('content/{lessons,claims}/**/*.ts');
  expect(files.length).toBeGreaterThan(3);
  expect(shown(files.flatMap((path) => mathFindings(path, textOf(path))))).toEqual([]);
});

const core = '{numerics,random,initializers,kernels,network,parity,experiments}';

it('numerics, random streams, initializers, networks and experiments use exactly rounded operations alone', () => {
  const files = filesLike(`src/${core}/**/*.ts`).filter((path) => !isTest(path));
  expect(files.length).toBeGreaterThan(30);
  expect(shown(files.flatMap((path) => mathFindings(path, textOf(path))))).toEqual([]);
});

describe('the guard of exact arithmetic', () => {
  const messages = (text: string) => mathFindings('x.ts', text).map(({ line, message }) => `${line} ${message}`);

  it('names the function and the line', () => {
    expect(messages('const a = 1;\nconst b = Math.exp(a);')).toEqual([
      '2 Math.exp differs between engines; see src/numerics/elementary.ts',
    ]);
  });

  it.each([
    ["Math['tanh'](x)"],
    ['Math[`log`](x)'],
    ['Math[name](x)'],
    ['const { exp } = Math'],
    ['const M = Math'],
    ['[1, 2].map(Math.cos)'],
    ['globalThis.Math.sin(1)'],
    ['Math?.pow(2, 3)'],
    ['Math.random()'],
    ['Math.round(0.5)'],
    ['2 ** 3'],
    ['let y = 2; y **= 2'],
  ])('refuses %s', (text) => {
    expect(messages(text)).toHaveLength(1);
  });

  it.each([
    ['Math.sqrt(Math.abs(-2))'],
    ["Math['imul'](2, 3)"],
    ['Math.PI * 2'],
    ["const text = 'Math.exp and 2 ** 3'; // Math.log"],
    ['const a = { Math: 1 }; a.Math;'],
  ])('accepts %s', (text) => {
    expect(messages(text)).toEqual([]);
  });
});
