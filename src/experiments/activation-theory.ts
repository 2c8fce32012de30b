import { type ActivationId, activations } from '#network/activations.ts';
import { erf, log } from '#numerics/elementary.ts';

/**
 * The distribution of h = phi(z) for a normal pre-activation, z ~ N(0, q): what a wide layer holds (Poole et al.
 * 2016). All shares are between 0 and 1.
 */

/** How an activation bends a distribution. */
interface Shape {
  /** The histogram's range, which holds all values of a bounded activation and those of unit size of the others. */
  range: readonly [number, number];
  /** Values that a share of the units has exactly: where phi is flat. */
  atoms: readonly number[];
  /** The two limits of a bounded activation. */
  asymptotes?: readonly [number, number];
}

const onBothSides: Shape = { range: [-4, 4], atoms: [] };
/** From a little below 0, where the activation has its lowest values, to 4. */
const fromLow = (low: number): Shape => ({ range: [low, 4], atoms: [] });

export const shapes: Readonly<Record<ActivationId, Shape>> = {
  linear: onBothSides,
  relu: { range: [0, 4], atoms: [0] },
  tanh: { range: [-1, 1], atoms: [], asymptotes: [-1, 1] },
  sigmoid: { range: [0, 1], atoms: [], asymptotes: [0, 1] },
  hardTanh: { range: [-1, 1], atoms: [-1, 1], asymptotes: [-1, 1] },
  leakyRelu: fromLow(-0.25),
  elu: fromLow(-1),
  selu: fromLow(-2),
  gelu: fromLow(-0.25),
  silu: fromLow(-0.5),
  softplus: fromLow(0),
};

/** So near to an asymptote a unit counts as saturated. */
const nearAsymptote = 0.01;

/** Whether h is within 0.01 of an asymptote of its activation; never without asymptotes. */
export function isSaturated(activation: ActivationId, h: number): boolean {
  const limits = shapes[activation].asymptotes;
  return limits !== undefined && (h <= limits[0] + nearAsymptote || h >= limits[1] - nearAsymptote);
}

/**
 * P(phi(z) is saturated) = P(|z| >= z*), since all three activations with asymptotes are symmetric about the point (0, phi(0)).
 * Null without asymptotes.
 */
export function saturationTheory(activation: ActivationId, q: number): number | null {
  if (!shapes[activation].asymptotes) return null;
  return 1 - shareWithin(saturatedFrom[activation] as number, q);
}

/** z* with phi(z*) = 0.99: ln 99 for sigmoid, ln(199) / 2 for tanh. */
const saturatedFrom: Partial<Record<ActivationId, number>> = {
  sigmoid: log(1 / nearAsymptote - 1),
  tanh: log(2 / nearAsymptote - 1) / 2,
  hardTanh: 1 - nearAsymptote,
};

/** P(|z| < edge), z ~ N(0, q). */
const shareWithin = (edge: number, q: number): number => (q === 0 ? 1 : erf(edge / Math.sqrt(2 * q)));

/** P(z < edge), z ~ N(0, q). For q = 0 everything is at 0. */
function shareBelowZ(edge: number, q: number): number {
  if (edge === -Infinity) return 0;
  if (q === 0) return edge > 0 ? 1 : 0;
  return 0.5 * (1 + erf(edge / Math.sqrt(2 * q)));
}

/** P(phi(z) = atom): half of all units for ReLU's 0, the two tails beyond 1 for hard tanh. */
export function atomTheory(activation: ActivationId, atom: number, q: number): number {
  if (activation === 'relu') return q === 0 ? 1 : 0.5;
  return atom < 0 ? shareBelowZ(-1, q) : 1 - shareBelowZ(1, q);
}

/** The z with phi(z) < h: an interval, from -infinity or from `left` to `right`; undefined if there are none. */
interface Below {
  left: number;
  right: number;
}

/**
 * Where phi(z) is below each edge of a histogram. phi falls, if at all, only left of its lowest point (GELU, SiLU), so these z
 * are an interval; both ends come from bisection.
 */
export function intervalsBelow(activation: ActivationId, edges: ArrayLike<number>): (Below | undefined)[] {
  const { value } = activations[activation];
  const lowest = lowestPoint[activation] ?? -farOut;
  return Array.from(edges, (h) => {
    const isBelow = (z: number) => value(z) < h;
    if (!isBelow(lowest)) return undefined;
    const left = crossing(isBelow, lowest, -farOut);
    return { left: left === -farOut ? -Infinity : left, right: crossing(isBelow, lowest, farOut) };
  });
}

/**
 * The share of phi(z), z ~ N(0, q), in each bin, edges[i] <= h < edges[i + 1], without the atoms: what is drawn as the
 * density. `below` is `intervalsBelow` of the edges.
 */
export function binTheory(
  activation: ActivationId,
  edges: ArrayLike<number>,
  below: readonly (Below | undefined)[],
  q: number,
): number[] {
  const shares = below.map((each) => (each ? shareBelowZ(each.right, q) - shareBelowZ(each.left, q) : 0));
  const { atoms, asymptotes } = shapes[activation];
  // An upper limit that is reached belongs to the last bin, which is closed; rounding reaches an asymptote.
  if (asymptotes) shares[shares.length - 1] = 1;
  return shares.slice(1).map((share, i) => {
    const isLast = i === shares.length - 2;
    const inBin = (atom: number) =>
      atom >= (edges[i] as number) && (atom < (edges[i + 1] as number) || (isLast && atom === edges[i + 1]));
    const atomic = atoms.filter(inBin).reduce((sum, atom) => sum + atomTheory(activation, atom, q), 0);
    return Math.max(0, share - (shares[i] as number) - atomic);
  });
}

/** Beyond this no activation comes back into the range of its histogram. */
const farOut = 1000;

/** Where GELU and SiLU are lowest: phi' = 0. */
const lowestPoint: Partial<Record<ActivationId, number>> = { gelu: -0.7517915, silu: -1.2784645 };

/** The last z on the way from `inside` to `outside` for which `holds`, to 1e-12; `outside` if it holds everywhere. */
function crossing(holds: (z: number) => boolean, inside: number, outside: number): number {
  if (holds(outside)) return outside;
  let [last, first] = [inside, outside];
  for (let i = 0; i < 60; i++) {
    const middle = (last + first) / 2;
    if (holds(middle)) last = middle;
    else first = middle;
  }
  return last;
}
