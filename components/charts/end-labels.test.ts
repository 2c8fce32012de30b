import { expect, it } from 'vitest';
import { labelRoom } from './end-labels.ts';

const label = (text: string) => ({ text, color: 'red', at: { x: 0, y: 0 } });

it('makes as much room as the longest label needs, where there is enough', () => {
  expect(labelRoom([label('theory'), label('seed')], 760)).toBeCloseTo(18 + 6 * 7.3);
});

it('takes at most 38% of the width', () => {
  expect(labelRoom([label('N(0, 1), seed 7: ∞ from layer 35')], 300)).toBe(114);
});
