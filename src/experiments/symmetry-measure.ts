import type { LayerParameters } from '#initializers/starts.ts';
import type { Mlp } from '#network/mlp.ts';
import { secondMoment } from '#numerics/moments.ts';
import { numericalRank, singularValues } from '#numerics/singular-values.ts';

/** One hidden unit: the weights into it, its bias, the weight out of it. */
export interface Unit {
  incoming: [number, number];
  bias: number;
  outgoing: number;
}

export function unitsOf({ layers: [first, second] }: Mlp): Unit[] {
  return Array.from(second?.weights ?? [], (outgoing, k) => ({
    incoming: [first?.weights[2 * k] as number, first?.weights[2 * k + 1] as number],
    bias: first?.bias[k] as number,
    outgoing,
  }));
}

/**
 * The largest difference between two units in the weights into them and in their biases, and in the weights out of them.
 * 0 means that all are equal as float32 numbers, not nearly equal.
 */
export function differencesOf(units: readonly Unit[]) {
  const incoming = [0, 1].map((j) => units.map((unit) => unit.incoming[j] as number));
  return {
    incoming: Math.max(...[...incoming, units.map(({ bias }) => bias)].map(spread)),
    outgoing: spread(units.map(({ outgoing }) => outgoing)),
  };
}

/** max - min; units that have all become NaN are still equal. */
function spread(values: readonly number[]): number {
  const [first] = values as [number];
  const same = (value: number) => value === first || (Number.isNaN(value) && Number.isNaN(first));
  return values.every(same) ? 0 : Math.max(...values) - Math.min(...values);
}

/** The size of the weights into one unit, root mean square over the units. */
export const incomingNorm = (units: readonly Unit[]): number =>
  Math.sqrt(2 * secondMoment(units.flatMap(({ incoming }) => incoming)));

/** The two singular values of the units x 2 matrix d loss / d W1, and its rank in float32. */
export function spectrumOf(gradient: Float32Array, units: number) {
  const columns = [0, 1].map((j) => Float64Array.from({ length: units }, (_, k) => gradient[2 * k + j] as number));
  const values = singularValues(columns) as [number, number];
  return { values, rank: numericalRank(values, units) };
}

/** Shares of the parameters, kind by kind, that have ever been something else than at the start. */
export interface Moved {
  incoming: number;
  hiddenBias: number;
  outgoing: number;
  outputBias: number;
}

/** Remembers the start of a network, and which of its parameters have ever left it. */
export function watchMoves({ layers }: Mlp) {
  const arrays = layers.flatMap(({ weights, bias }: LayerParameters) => [weights, bias]);
  const watched = arrays.map((values) => ({ values, start: values.slice(), moved: values.map(() => 0) }));
  return {
    update() {
      for (const { values, start, moved } of watched) {
        for (let i = 0; i < values.length; i++) if (values[i] !== start[i]) moved[i] = 1;
      }
    },
    shares(): Moved {
      const [incoming, hiddenBias, outgoing, outputBias] = watched.map(
        ({ moved }) => moved.reduce((sum, one) => sum + one, 0) / moved.length,
      ) as [number, number, number, number];
      return { incoming, hiddenBias, outgoing, outputBias };
    },
  };
}
