import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileKernels, moduleFile, moduleText } from './compile-kernels.ts';

const binary = await compileKernels();

it('the committed WebAssembly is what src/kernels/assembly compiles to', () => {
  expect(readFileSync(moduleFile, 'utf8') === moduleText(binary), 'stale: npm run kernels').toBe(true);
});

it('it is small enough to be inlined', () => {
  expect(binary.length).toBeLessThan(16_000);
});

it('it asks for nothing but memory, and is no relaxed SIMD', () => {
  const module = new WebAssembly.Module(binary as Uint8Array<ArrayBuffer>);
  expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  expect(opcodesOfSimd(binary).filter((opcode) => opcode >= 0x100)).toEqual([]);
});

/**
 * What may be an instruction of SIMD: after each byte 0xfd a number of one to three bytes of 7 bits. Data that look like
 * one are read, too, so a false alarm is possible and a miss is not. Relaxed instructions begin with 0x100.
 */
function opcodesOfSimd(bytes: Uint8Array): number[] {
  return Array.from(bytes.keys())
    .filter((at) => bytes[at] === 0xfd)
    .map((at) => {
      const [first = 0, second = 0] = bytes.subarray(at + 1);
      return first < 0x80 ? first : (first & 0x7f) | ((second & 0x7f) << 7);
    });
}
