/**
 * Batch and layer normalization of a batch x width matrix, row-major: y = scale * (x - mean) / sqrt(variance + epsilon) +
 * shift, with one scale and one shift per unit. The mean and the (biased) variance are those of
 *
 * - `batch`: each unit over the batch (Ioffe and Szegedy 2015, algorithm 1, in training)
 * - `layer`: each example over its units (Ba, Kiros and Hinton 2016, eq. 3)
 *
 * Computed in float64; what is stored is float32.
 */
export type NormalizationKind = 'batch' | 'layer';

export interface Normalization {
  kind: NormalizationKind;
  /** One per unit; 1 and 0 at the start. */
  scale: Float32Array;
  shift: Float32Array;
  epsilon: number;
}

export function createNormalization(kind: NormalizationKind, width: number, epsilon = 1e-5): Normalization {
  return { kind, scale: new Float32Array(width).fill(1), shift: new Float32Array(width), epsilon };
}

/** What the backward pass needs of the forward one: (x - mean) / deviation, and 1 / deviation of each group. */
export interface NormalizationPass {
  standardized: Float32Array;
  inverseDeviation: Float64Array;
}

export const createNormalizationPass = (kind: NormalizationKind, batch: number, width: number): NormalizationPass => ({
  standardized: new Float32Array(batch * width),
  inverseDeviation: new Float64Array(kind === 'batch' ? width : batch),
});

/** How the groups that share a mean lie in the matrix. */
function groupsOf(kind: NormalizationKind, length: number, width: number) {
  const batch = length / width;
  return kind === 'batch'
    ? { groups: width, size: batch, between: 1, within: width }
    : { groups: batch, size: width, between: width, within: 1 };
}

/** Fills `y` from `x`. */
export function normalize(
  { kind, scale, shift, epsilon }: Normalization,
  x: Float32Array,
  y: Float32Array,
  { standardized, inverseDeviation }: NormalizationPass,
): void {
  const width = scale.length;
  const { groups, size, between, within } = groupsOf(kind, x.length, width);
  for (let group = 0; group < groups; group++) {
    const first = group * between;
    const last = first + (size - 1) * within;
    let sum = 0;
    for (let i = first; i <= last; i += within) sum += x[i] as number;
    const mean = sum / size;
    let squares = 0;
    for (let i = first; i <= last; i += within) squares += ((x[i] as number) - mean) * ((x[i] as number) - mean);
    const inverse = 1 / Math.sqrt(squares / size + epsilon);
    inverseDeviation[group] = inverse;
    for (let i = first; i <= last; i += within) {
      standardized[i] = ((x[i] as number) - mean) * inverse;
      y[i] = (scale[i % width] as number) * (standardized[i] as number) + (shift[i % width] as number);
    }
  }
}

/**
 * Turns `delta` = d loss / d y into d loss / d x, in place, and fills the gradients of scale and shift. With s the
 * standardized x and g = scale * d loss / d y:
 *
 *     d loss / d x = (g - mean(g) - s mean(g s)) / deviation        (means over the group)
 */
export function normalizeBackward(
  { kind, scale }: Normalization,
  delta: Float32Array,
  { standardized, inverseDeviation }: NormalizationPass,
  gradient: { scale: Float32Array; shift: Float32Array },
): void {
  const width = scale.length;
  parameterGradients(delta, standardized, gradient);
  const { groups, size, between, within } = groupsOf(kind, delta.length, width);
  const slope = (i: number) => (scale[i % width] as number) * (delta[i] as number);
  for (let group = 0; group < groups; group++) {
    const first = group * between;
    const last = first + (size - 1) * within;
    let sum = 0;
    let product = 0;
    for (let i = first; i <= last; i += within) {
      sum += slope(i);
      product += slope(i) * (standardized[i] as number);
    }
    for (let i = first; i <= last; i += within) {
      const rest = slope(i) - sum / size - ((standardized[i] as number) * product) / size;
      delta[i] = rest * (inverseDeviation[group] as number);
    }
  }
}

function parameterGradients(
  delta: Float32Array,
  standardized: Float32Array,
  gradient: { scale: Float32Array; shift: Float32Array },
): void {
  const width = gradient.scale.length;
  for (let unit = 0; unit < width; unit++) {
    let scale = 0;
    let shift = 0;
    for (let i = unit; i < delta.length; i += width) {
      scale += (delta[i] as number) * (standardized[i] as number);
      shift += delta[i] as number;
    }
    gradient.scale[unit] = scale;
    gradient.shift[unit] = shift;
  }
}
