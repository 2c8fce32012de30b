/** Compiles the kernels and writes them as a module that every program can import: `npm run kernels`. */
import { writeFileSync } from 'node:fs';
import { compileKernels, moduleFile, moduleText } from './compile-kernels.ts';

const binary = await compileKernels();
writeFileSync(moduleFile, moduleText(binary));
console.log(`${binary.length} bytes of WebAssembly`);
