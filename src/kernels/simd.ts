import { kernelsWasm } from './kernels-wasm.ts';

/** The activations of which there are kernels; `<name>Slope` multiplies by the derivative. */
export type ActivationKernel = 'relu' | 'tanh' | 'sigmoid' | 'elu' | 'selu' | 'silu';

type Product = (
  a: number,
  b: number,
  c: number,
  rows: number,
  inner: number,
  columns: number,
  workArea: number,
) => void;
type Map = (z: number, out: number, length: number) => void;

/** The functions of `assembly/index.ts`. Arrays are given by their addresses, in bytes from the start of the memory. */
export interface SimdKernels extends Record<ActivationKernel | `${ActivationKernel}Slope`, Map> {
  matmulNN: Product;
  matmulNT: Product;
  matmulTN: Product;
  /** How much of the work area products use. */
  workBytes(): number;
  addBias(z: number, bias: number, rows: number, columns: number): void;
  columnSums(values: number, rows: number, columns: number, sums: number): void;
  descend(values: number, gradient: number, rate: number, length: number): void;
  descendWithMomentum(
    values: number,
    gradient: number,
    velocity: number,
    rate: number,
    momentum: number,
    length: number,
  ): void;
  softmaxCrossEntropy(
    logits: number,
    labels: number,
    rows: number,
    classes: number,
    gradient: number,
    workArea: number,
  ): number;
  torchUniform(state: number, position: number, out: number, length: number, low: number, width: number): number;
  torchNormal(state: number, position: number, out: number, length: number, mean: number, std: number): number;
}

let compiled: WebAssembly.Module | undefined;
let isCompiled = false;

/** Undefined where there is no WebAssembly, no SIMD in it, or a page's policy that forbids it. */
function compile(): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(kernelsWasm), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function module(): WebAssembly.Module | undefined {
  if (!isCompiled) compiled = compile();
  isCompiled = true;
  return compiled;
}

/** What computes: the SIMD kernels, or the same in plain TypeScript, with the same bits and about ten times as slowly. */
export const engine = (): 'simd' | 'plain' => (module() ? 'simd' : 'plain');

/** The kernels at work in a memory of their own; undefined if the engine is `plain`. */
export function simdKernels(memory: WebAssembly.Memory): SimdKernels | undefined {
  const code = module();
  if (!code) return undefined;
  return new WebAssembly.Instance(code, { env: { memory } }).exports as unknown as SimdKernels;
}
