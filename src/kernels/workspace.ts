import { engine, type SimdKernels, simdKernels } from './simd.ts';

/** The first bytes of a memory hold the tables of the kernels. */
export const TABLE_BYTES = 4096;
const PAGE_BYTES = 65536;

/** Pages of a memory that hold so many bytes. */
export const pagesFor = (bytes: number): number => Math.floor((bytes + PAGE_BYTES - 1) / PAGE_BYTES);

/** Gives out an array of so many zeros. */
export type Allocate = (length: number) => Float32Array;

/** Arrays anywhere. Kernels copy them to where they compute, or leave small ones to plain TypeScript. */
export const anywhere: Allocate = (length) => new Float32Array(length);

/** Kernels, the memory they see, and the address of a free area in it. */
export interface Place {
  kernels: SimdKernels;
  workArea: number;
}

const places = new WeakMap<ArrayBufferLike, Place>();

/**
 * One memory for arrays that compute together, laid out once: kernels find them there and copy nothing. `lengths` are
 * the lengths of all arrays that will be asked for. The memory never grows, so the arrays stay valid, and is freed when
 * none of them is in use any more. Where the engine is plain, the arrays are plain ones.
 *
 * The function it returns throws a RangeError when the arrays asked for are more than what was laid out.
 */
export function createWorkspace(lengths: readonly number[]): Allocate {
  if (engine() === 'plain') return anywhere;
  const end = lengths.reduce((sum, length) => sum + bytesOf(length), TABLE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pagesFor(end + WORK_BYTES) });
  const kernels = simdKernels(memory);
  if (!kernels) return anywhere;
  places.set(memory.buffer, { kernels, workArea: end });
  let next = TABLE_BYTES;
  return (length) => {
    const start = next;
    next += bytesOf(length);
    if (next > end) throw new RangeError(`the workspace was laid out for less: ${length} more values do not fit`);
    return new Float32Array(memory.buffer, start, length);
  };
}

/** The space of an array, so that the next one begins at a multiple of 16 bytes. */
export const bytesOf = (length: number): number => 16 * Math.floor((length + 3) / 4);

/** The free area that kernels work in, whatever the size of the matrices: what `workBytes` in `assembly/` says. */
export const WORK_BYTES = 292_096;

/** The place that all these arrays share, if they do. */
export function placeOf(a: Float32Array, b: Float32Array = a, c: Float32Array = a): Place | undefined {
  return a.buffer === b.buffer && a.buffer === c.buffer ? places.get(a.buffer) : undefined;
}
