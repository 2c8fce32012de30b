import { exp } from './exp';
import { log } from './log';

/**
 * The sum of -log softmax(logits)[label] over the rows, in float64 and in the order of `src/network/loss.ts`; if `gradient`
 * is not 0, it is filled with (softmax - onehot) / rows. `work` has room for two rows of float64, rounded up to even.
 */
export function softmaxCrossEntropy(
  logits: usize,
  labels: usize,
  rows: i32,
  classes: i32,
  gradient: usize,
  work: usize,
): f64 {
  const rowBytes = (<usize>classes) << 2;
  let sum: f64 = 0;
  for (let i = 0; i < rows; i++) {
    const label = <i32>load<u8>(labels + i);
    const largest = largestOf(logits, classes);
    const total = powers(logits, largest, classes, work);
    sum += largest - <f64>load<f32>(logits + ((<usize>label) << 2)) + log(total);
    if (gradient) {
      for (let j = 0; j < classes; j++) {
        const hit: f64 = j === label ? 1 : 0;
        const slope = (load<f64>(work + ((<usize>j) << 3)) / total - hit) / <f64>rows;
        store<f32>(gradient + ((<usize>j) << 2), <f32>slope);
      }
      gradient += rowBytes;
    }
    logits += rowBytes;
  }
  return sum;
}

/** NaN if any is NaN. */
function largestOf(logits: usize, classes: i32): f64 {
  let largest = -f32.MAX_VALUE - f32.MAX_VALUE; // -Infinity
  for (let j = 0; j < classes; j++) largest = max<f32>(largest, load<f32>(logits + ((<usize>j) << 2)));
  return largest;
}

/** Writes e^(logit - largest) to `work`, two at a time, and returns their sum, from the first to the last. */
function powers(logits: usize, largest: f64, classes: i32, work: usize): f64 {
  const end = work + ((<usize>classes) << 3);
  for (let p = work; p < end; p += 16) {
    const second = p + 8 < end ? <f64>load<f32>(logits, 4) : largest;
    const pair = f64x2.replace_lane(f64x2.splat(<f64>load<f32>(logits)), 1, second);
    v128.store(p, exp(f64x2.sub(pair, f64x2.splat(largest))));
    logits += 8;
  }
  let total = load<f64>(work);
  for (let p = work + 8; p < end; p += 8) total += load<f64>(p);
  return total;
}
