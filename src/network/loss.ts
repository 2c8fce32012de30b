import { type Place, placeOf, WORK_BYTES } from '#kernels/workspace.ts';
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
  const place = placeOf(logits, gradient);
  if (place && labelsOffset(classCount) + labels.length <= WORK_BYTES)
    return onPlace(place, logits, labels, classCount, gradient) / labels.length;
  let sum = 0;
  labels.forEach((label, i) => {
    const row = logits.subarray(i * classCount, (i + 1) * classCount);
    const largest = row.reduce((a, b) => Math.max(a, b), -Infinity);
    const total = row.reduce((partial, logit) => partial + exp(logit - largest), 0);
    sum += largest - (row[label] as number) + log(total);
    for (let c = 0; c < classCount && gradient; c++) {
      const share = exp((row[c] as number) - largest) / total;
      gradient[i * classCount + c] = (share - (c === label ? 1 : 0)) / labels.length;
    }
  });
  return sum / labels.length;
}

/** Labels come after the powers of one row, in float64. */
const labelsOffset = (classCount: number): number => 16 * classCount + 16;

/** The same on the SIMD kernels; labels and the powers of one row go to the free area. */
function onPlace(
  { kernels, workArea }: Place,
  logits: Float32Array,
  labels: Uint8Array,
  classCount: number,
  gradient?: Float32Array,
): number {
  const labelsAt = workArea + labelsOffset(classCount);
  new Uint8Array(logits.buffer, labelsAt, labels.length).set(labels);
  return kernels.softmaxCrossEntropy(
    logits.byteOffset,
    labelsAt,
    labels.length,
    classCount,
    gradient?.byteOffset ?? 0,
    workArea,
  );
}

/**
 * Mean square error, the mean over all values of (output - target)^2, in float64. `gradient`, if given, is filled with
 * d loss / d output = 2 (output - target) / count.
 */
export function meanSquaredError(output: Float32Array, target: Float32Array, gradient?: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < output.length; i++) {
    const difference = (output[i] as number) - (target[i] as number);
    sum += difference * difference;
    if (gradient) gradient[i] = (2 * difference) / output.length;
  }
  return sum / output.length;
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
