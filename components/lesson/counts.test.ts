import { expect, it } from 'vitest';
import { namedRuns } from '#experiments/named-runs.ts';
import { counts, countTests } from './counts.ts';

it('everything that the page about the course counts is there, and counted once', () => {
  expect(Object.entries(counts).filter(([, count]) => !Number.isInteger(count) || count < 1)).toEqual([]);
  expect(counts.results).toBe(Object.keys(namedRuns).length);
  expect(counts['unit-tests']).toBeGreaterThan(800);
  expect(counts['golden-cases']).toBeGreaterThan(counts['golden-files']);
});

it('a test is counted where it begins; a table of cases is one, a group or a hook none', () => {
  const text = [
    "it('one', () => {",
    "  test('two', { tag: 'x' }, async () => {",
    "it.each([1, 2])('three %s', () => {",
    "it.each<[string]>([['a']])('four', () => {",
    "describe('none', () => {",
    "test.describe('none', () => {",
    'test.beforeEach(() => {',
    'test.use({ x: 1 });',
    "const a = it('none in the middle of a line');",
    "expect(fit('none'));",
  ].join('\n');
  expect(countTests(text)).toBe(4);
});
