import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const source = fileURLToPath(new URL('../src/kernels/assembly/', import.meta.url));

/** Strict SIMD only: relaxed instructions may give other bits on another processor. */
const options = ['-O2', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--use', 'abort='];

/** Exchange of v128 with JavaScript, which no function that is exported to it does. */
const harmless = ['--disableWarning', '112'];

/** Compiles `src/kernels/assembly`: the same bytes on every machine. */
export async function compileKernels(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    ['index.ts', '--baseDir', source, '-o', 'kernels.wasm', ...options, ...harmless],
    {
      writeFile(_name, contents) {
        if (typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error || !binary) throw new Error(`the kernels do not compile:\n${stderr.toString()}`);
  return binary;
}

/** The text of `src/kernels/kernels-wasm.ts`. */
export function moduleText(binary: Uint8Array): string {
  return `/** Made by \`npm run kernels\` from \`src/kernels/assembly\`: ${binary.length} bytes of WebAssembly. */
export const kernelsWasm =
  '${Buffer.from(binary).toString('base64')}';
`;
}

export const moduleFile = new URL('../src/kernels/kernels-wasm.ts', import.meta.url);
