/// <reference lib="webworker" />
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { decodeDigits } from '#network/digits.ts';
import { type Results, runSuites } from '../run.ts';

declare const self: DedicatedWorkerGlobalScope;

export interface Order {
  names: readonly string[];
  quick: boolean;
  /** The WebAssembly of `compile-peak.ts`, byte by byte. */
  loops: number[];
  /** The unpacked content of `public/data/digits.bin`, as base64. */
  digits: string;
}

export interface Report {
  results: Results | undefined;
  error: string | undefined;
}

setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threaded,
});

self.onmessage = async ({ data: { names, quick, loops, digits } }: MessageEvent<Order>) => {
  const report = (results?: Results, error?: string) => self.postMessage({ results, error } satisfies Report);
  try {
    const bytes = Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
    const materials = { digits: decodeDigits(bytes), loops: Uint8Array.from(loops) };
    report(await runSuites(names, materials, quick, (text) => self.postMessage(text)));
  } catch (error) {
    report(undefined, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
};
