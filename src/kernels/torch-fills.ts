import type { SimdKernels } from './simd.ts';
import { createWorkspace, type Place, placeOf } from './workspace.ts';

/**
 * Float32 draws of PyTorch's stream by SIMD, the same bits as the plain ones of `src/random/torch-float32.ts`.
 *
 * A Mersenne Twister is given by its state of 624 words and the number of them that have been drawn, its position. The
 * kernels work on a copy of the state, which takes no longer than drawing some hundred values, so the generator stays
 * whole in its own object and can be cloned.
 *
 * Arrays of a workspace are filled where they lie. All others are filled part by part in a workspace kept for that, and
 * each part is copied while it is in the processor's cache. All this needs the engine `simd`.
 */

/** Fills `out` with U[low, low + width), rounded once, and returns the new position. */
export function simdUniform(
  state: Uint32Array,
  position: number,
  out: Float32Array,
  low: number,
  width: number,
): number {
  return draw(state, position, out, (kernels, stateAt, from, at, length) =>
    kernels.torchUniform(stateAt, from, at, length, low, width),
  );
}

/**
 * Fills `out`, 16 values or more, with N(mean, std^2) and returns the new position. When they are no whole blocks of 16,
 * the last 16 are drawn anew, over values that were finished already: PyTorch's rule.
 */
export function simdNormal(state: Uint32Array, position: number, out: Float32Array, mean: number, std: number): number {
  // -0 + 0 = 0: a mean without sign
  const fill: Fill = (kernels, stateAt, from, at, length) =>
    kernels.torchNormal(stateAt, from, at, length, mean + 0, std);
  const next = draw(state, position, out, fill);
  return out.length % 16 === 0 ? next : draw(state, next, out.subarray(-16), fill);
}

/** Fills an array of the kernels' memory; addresses are in bytes. Takes the position and returns the new one. */
type Fill = (kernels: SimdKernels, stateAt: number, position: number, outAt: number, length: number) => number;

/** Values of a part: a multiple of 16, so that no block of normals is cut. */
const PART = 4096;
let part: Float32Array | undefined;

function draw(state: Uint32Array, position: number, out: Float32Array, fill: Fill): number {
  const place = placeOf(out);
  if (place) return drawInPlace(place, state, position, out, fill);
  part ??= createWorkspace([PART])(PART);
  let next = position;
  for (let start = 0; start < out.length; start += PART) {
    const values = part.subarray(0, out.length - start);
    next = drawInPlace(placeOf(part) as Place, state, next, values, fill);
    out.set(values, start);
  }
  return next;
}

function drawInPlace(
  { kernels, workArea }: Place,
  state: Uint32Array,
  position: number,
  out: Float32Array,
  fill: Fill,
): number {
  const copy = new Uint32Array(out.buffer, workArea, state.length);
  copy.set(state);
  const next = fill(kernels, workArea, position, out.byteOffset, out.length);
  state.set(copy);
  return next;
}
