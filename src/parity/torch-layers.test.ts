import { expect, test } from 'vitest';
import { torchGenerator } from '#random/torch-generator.ts';
import { checkFile } from './index.ts';
import { freshLayer } from './torch-layers.ts';

/** `torch.manual_seed(0); nn.Embedding(4, 3, padding_idx=-1)`, as PyTorch 1.13.1 draws it: the last row is 0. */
const embedding = (padding_idx: number) => ({
  fn: 'nn.Embedding',
  seed: '0',
  args: { num_embeddings: 4, embedding_dim: 3, padding_idx },
  weight: {
    dtype: 'f32',
    shape: [4, 3],
    n: 12,
    bits: '3fc53f5cbe963c50c00b71493f1184b6bf8ad1a1bfb3052d3ece837a3f5688e5bf382144000000000000000000000000',
  },
  next_u24: 7036504,
});

function check(golden: unknown) {
  const steps = checkFile('a.json', JSON.stringify({ cases: [golden] }));
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

test('a padding index counts from the end where it is negative, to the bits of PyTorch at seed 0', () => {
  expect([-1, 3].map((index) => check(embedding(index)))).toMatchObject([{ exact: 1 }, { exact: 1 }]);
  expect([0, 2, -2].map((index) => check(embedding(index)).failed)).toEqual([1, 1, 1]);
});

test('a padding index that names no row is refused by the library', () => {
  for (const index of [4, -5, 0.5]) {
    expect(() => freshLayer('nn.Embedding', embedding(index).args, torchGenerator(0))).toThrow(RangeError);
    expect(check(embedding(index)).failures[0]?.message).toContain(String(index));
  }
});

test('what is no number is refused before the library sees it', () => {
  const args = { num_embeddings: 4, embedding_dim: 3, padding_idx: 'last' };
  expect(() => freshLayer('nn.Embedding', args, torchGenerator(0))).toThrow('padding_idx must be a number, got "last"');
});
