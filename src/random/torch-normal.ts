import { cos, log, sin } from '#numerics/correctly-rounded.ts';
import { fma } from '#numerics/fma.ts';
import type { Floats } from './generator.ts';
import { normalFloat32 } from './torch-normal-float32.ts';

/** sqrt(-2 ln(1 - u)), the length of a pair of independent draws from N(0, 1), for u from U[0, 1) (Box, Muller 1958). */
export function normalRadius(u: number): number {
  return Math.sqrt(-2 * log(1 - u));
}

/**
 * Turns `out`, 16 or more uniforms of U[0, 1), into draws from N(mean, std^2), block of 16 by block of 16: PyTorch's way
 * with contiguous tensors of 16 and more values (1.13: ATen/native/cpu/DistributionTemplates.h, `normal_fill`).
 *
 * When the length is not a multiple of 16, `redraw` is asked to fill the last 16 places with new uniforms, and that block
 * replaces values that were finished already: PyTorch's rule, kept for the sake of equal bits.
 */
export function normalFromUniform<F extends Floats>(
  out: F,
  mean: number,
  std: number,
  redraw: (last16: F) => void,
): void {
  const blocks = out.length - (out.length % 16);
  transform(out, 0, blocks, mean, std);
  if (blocks === out.length) return;
  redraw(out.subarray(-16) as F);
  transform(out, out.length - 16, out.length, mean, std);
}

function transform(out: Floats, start: number, end: number, mean: number, std: number): void {
  if (out instanceof Float32Array) normalFloat32(out, start, end, mean, std);
  else for (let block = start; block < end; block += 16) normalFloat64(out, block, mean, std);
}

/** One block of float64: its first 8 uniforms give the radii, the last 8 the angles of 8 pairs. */
function normalFloat64(out: Float64Array, block: number, mean: number, std: number): void {
  for (let i = block; i < block + 8; i++) {
    const radius = normalRadius(out[i] as number);
    const angle = 2 * Math.PI * (out[i + 8] as number);
    out[i] = fma(radius * cos(angle), std, mean);
    out[i + 8] = fma(radius * sin(angle), std, mean);
  }
}
