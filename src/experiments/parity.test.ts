import { expect, it } from 'vitest';
import { loadGolden } from '../../scripts/load-golden.ts';
import { type ParityFrame, parity } from './parity.ts';
import type { GoldenText } from './resources.ts';

const fan = (fan_in: number) => ({ kind: 'fan', shape: [3, 5], fan_in, fan_out: 3 });
const text = (name: string, ...cases: unknown[]) => ({ name, content: JSON.stringify({ cases }) });
const copies = (golden: readonly GoldenText[]) =>
  Array.from(parity.run({}, { golden }), (frame) => structuredClone(frame));

it('yields after every case, and counts files as they are done', () => {
  const frames = copies([text('a', fan(5), fan(4)), text('b', fan(5))]);
  expect(frames.map(({ files }) => files.length)).toEqual([0, 0, 1, 2]);
  const progress = frames.map((frame) => frame.progress);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(progress.at(-1)).toBe(1);
});

it('adds up what passed and what failed, with the reasons', () => {
  const { files, passed, failed } = copies([text('a', fan(5), fan(4)), text('b', fan(5))]).at(-1) as ParityFrame;
  expect([passed, failed]).toEqual([2, 1]);
  expect(files.map(({ file }) => file)).toEqual(['a', 'b']);
  expect(files[0]?.failures).toEqual([{ id: 'fan at cases[1]', message: 'fan_in is 5, golden 4' }]);
});

it('passes on everything that the site publishes', () => {
  const last = copies(loadGolden()).at(-1);
  expect(last?.failed).toBe(0);
});

it('says that it needs the golden files', () => {
  expect(() => parity.run({}).next()).toThrow('parity needs the golden files: run(values, { golden })');
});
