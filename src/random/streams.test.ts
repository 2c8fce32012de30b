import { expect, test } from 'vitest';
import { streamIds, streams } from './streams.ts';

/** The first two normal float64 values after seed 42, as each library prints them. */
const firstOf42 = {
  torch: [0.3367, 0.1288], // torch.manual_seed(42); torch.randn(2)
  numpyLegacy: [0.49671415, -0.1382643], // np.random.seed(42); np.random.randn(2)
  numpy: [0.30471708, -1.03998411], // np.random.default_rng(42).standard_normal(2)
};

test('each stream starts as its library does (seed 42)', () => {
  expect(Object.keys(streams)).toEqual([...streamIds]);
  for (const id of streamIds) {
    const out = new Float64Array(2);
    streams[id]('42').fillNormal(out, 0, 1);
    const digits = id === 'torch' ? 4 : 8;
    expect([id, ...out]).toEqual([id, ...firstOf42[id].map((value) => expect.closeTo(value, digits))]);
  }
});

test('every stream takes 0 as a seed and gives permutations', () => {
  for (const id of streamIds) {
    const generator = streams[id](0);
    const order = generator.permutation(50);
    expect(Array.from(order).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(order).not.toEqual(order.toSorted());
    expect(generator.wordsDrawn).toBeGreaterThanOrEqual(49);
  }
});
