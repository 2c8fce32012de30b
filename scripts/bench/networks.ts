import { type Digits, emptyBatch, readBatch } from '#network/digits.ts';
import { type Examples, randomExamples } from './examples.ts';
import { jaxPropagation, jaxTraining } from './jax.ts';
import { ourPropagation, ourTraining } from './ours.ts';
import type { Race } from './race.ts';
import { tfjsPropagation, tfjsTraining } from './tfjs.ts';

/** Multiply-adds count as two operations; a step goes through each layer thrice, through the first one twice. */
export const operations = (widths: readonly number[], batch: number, passes: number, firstPasses: number) =>
  widths.slice(1).reduce((sum, fanOut, l) => {
    return sum + 2 * batch * fanOut * (widths[l] as number) * (l === 0 ? firstPasses : passes);
  }, 0);

/**
 * One step of training, 784-100-100-100-100-10 with 128 examples: forward, backward, descent, the loss read. First on random
 * inputs, where no input is zero, against the peers; then on digits, where four fifths are, against ours on random inputs.
 */
export async function training(size: number, digits: Digits): Promise<Race[]> {
  const widths = size < 1 ? [784, 10, 10] : [784, 100, 100, 100, 100, 10];
  const batch = 128;
  const dense = randomExamples(widths, batch);
  const amount = operations(widths, batch, 3, 2);
  const repeats = (turns: number) => (size < 1 ? 1 : turns);
  return [
    {
      name: '',
      amount,
      unit: 'operations',
      ours: ourTraining('Zero to He', dense, repeats(8)),
      peers: [
        await tfjsTraining('cpu', dense, 1),
        await tfjsTraining('wasm', dense, 1),
        jaxTraining(dense, repeats(4)),
      ],
    },
    {
      name: 'digits',
      amount,
      unit: 'operations',
      ours: ourTraining('Zero to He on digits', { ...dense, ...someDigits(digits, batch) }, repeats(8)),
      peers: [ourTraining('Zero to He on random inputs', dense, repeats(8))],
    },
  ];
}

function someDigits(digits: Digits, size: number): Pick<Examples, 'pixels' | 'labels'> {
  return readBatch(digits, 0, digits.trainCount, 0, emptyBatch(size));
}

/** 256 inputs through 50 layers of width 512 with ReLU: the forward pass alone, its result read. */
export async function propagation(size: number): Promise<Race[]> {
  const widths = new Array<number>(size < 1 ? 3 : 51).fill(size < 1 ? 32 : 512);
  const batch = 256;
  const examples = randomExamples(widths, batch);
  return [
    {
      name: '',
      amount: operations(widths, batch, 1, 1),
      unit: 'operations',
      lengths: { warmUp: 1, rounds: 7 },
      ours: ourPropagation('Zero to He', examples),
      peers: [
        await tfjsPropagation('cpu', examples),
        await tfjsPropagation('wasm', examples),
        jaxPropagation(examples),
      ],
    },
  ];
}
