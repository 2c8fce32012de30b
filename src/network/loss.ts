import { exp, log } from '#numerics/elementary.ts';

/**
 * Softmax cross-entropy, the mean over the batch of -log p[label] with p = softmax(logits).
 *
 * `logits` is batch x classCount, row-major, `labels` one class per row. With m the largest logit of a row,
 * -log p[label] = m - logit[label] + log sum_c e^(logit[c] - m), where no exponent is positive. Computed in float64.
 * An undecided classifier, all logits equal, has loss log(classCount).
 *
 * `gradient`, if given, is filled with d loss / d logits = (p - onehot(label)) / batch.
 */
export function softmaxCrossEntropy(
  logits: Float32Array,
  labels: Uint8Array,
  classCount: number,
  gradient?: Float32Array,
): number {
  const batch = labels.length;
  let sum = 0;
  for (let i = 0; i < batch; i++) {
    const row = logits.subarray(i * classCount, (i + 1) * classCount);
    const label = labels[i] as number;
    const largest = Math.max(...row);
    const powers = Array.from(row, (logit) => exp(logit - largest));
    const total = powers.reduce((partial, power) => partial + power);
    sum += largest - (row[label] as number) + log(total);
    powers.forEach((power, c) => {
      if (gradient) gradient[i * classCount + c] = (power / total - (c === label ? 1 : 0)) / batch;
    });
  }
  return sum / batch;
}

/**
 * How many rows have their largest logit at their label. The first of equals counts, so a row of equal values, or of NaN,
 * says class 0.
 */
export function countCorrect(logits: Float32Array, labels: Uint8Array, classCount: number): number {
  let correct = 0;
  for (let i = 0; i < labels.length; i++) {
    let best = 0;
    for (let c = 1; c < classCount; c++) {
      if ((logits[i * classCount + c] as number) > (logits[i * classCount + best] as number)) best = c;
    }
    if (best === labels[i]) correct += 1;
  }
  return correct;
}
