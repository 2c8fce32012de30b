import { matmulNN } from '#kernels/matmul.ts';
import { createWorkspace } from '#kernels/workspace.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { median } from './race.ts';

/** 10^9 float32 operations per second. */
export interface Speeds {
  /** Of a dense matrix product, 256 x 512 times 512 x 512. */
  gflops: number;
  /** Of the best loop in registers alone, see `compile-peak.ts`. */
  peak: number;
}

type Loop = (turns: number, factor: number, addend: number) => number;

/** Medians of interleaved rounds; `loops` is the WebAssembly of `compile-peak.ts`. */
export function measureSpeeds(loops: Uint8Array, rounds: number): Speeds {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(loops as Uint8Array<ArrayBuffer>));
  const all = Object.entries(exports).filter(([name]) => name.startsWith('loop')) as [string, Loop][];
  const product = denseProduct();
  const peaks = new Map(all.map(([name]) => [name, [] as number[]]));
  const products: number[] = [];
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++) {
    const speed = product();
    if (round >= 0) products.push(speed);
    for (const [name, loop] of all) {
      const peak = loopSpeed(loop, Number(name.slice('loop'.length)));
      if (round >= 0) peaks.get(name)?.push(peak);
    }
  }
  return { gflops: median(products), peak: Math.max(...[...peaks.values()].map(median)) };
}

function denseProduct(): () => number {
  const [rows, inner, columns] = [256, 512, 512];
  const lengths = [rows * inner, inner * columns, rows * columns];
  const [a, b, c] = lengths.map(createWorkspace(lengths)) as [Float32Array, Float32Array, Float32Array];
  for (const factor of [a, b]) torchGenerator(7).fillNormal(factor, 0, 1);
  return () => speed(2 * rows * inner * columns, () => matmulNN(a, b, c, rows, inner, columns));
}

/**
 * As long as a product takes, so that whatever else runs on the machine disturbs both alike; in many short calls, as
 * compilers replace a function by a faster one only between calls.
 */
function loopSpeed(loop: Loop, vectors: number): number {
  const [turns, calls] = [30_000, 45];
  return speed(8 * vectors * turns * calls, () => {
    for (let call = 0; call < calls; call++) loop(turns, 0.999, 0.001);
  });
}

function speed(operations: number, run: () => unknown): number {
  const start = performance.now();
  run();
  return operations / (performance.now() - start) / 1e6;
}
