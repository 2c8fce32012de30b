import { classCount, type Digits, emptyBatch, readBatch } from '#network/digits.ts';
import { countCorrect } from '#network/loss.ts';
import { forward, inputOf, type Mlp, type Pass } from '#network/mlp.ts';

/** How many test digits are classified at a time. */
export const testBatchSize = ({ testCount }: Digits): number => Math.min(100, testCount);

/**
 * Classifies the test digits, a full batch of `pass` at a time, and yields `frame` after each; returns the share that is right.
 * Batch normalization takes mean and variance of these batches.
 */
export function* measureTestAccuracy<Frame>(
  mlp: Mlp,
  pass: Pass,
  digits: Digits,
  frame: Frame,
): Generator<Frame, number> {
  const batch = emptyBatch(pass.batch, inputOf(pass));
  const batches = Math.floor(digits.testCount / batch.size);
  let correct = 0;
  for (let index = 0; index < batches; index++) {
    readBatch(digits, digits.trainCount, digits.testCount, index, batch);
    correct += countCorrect(forward(mlp, batch.pixels, pass), batch.labels, classCount);
    yield frame;
  }
  return correct / (batches * batch.size);
}
