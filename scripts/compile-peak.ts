import asc from 'assemblyscript/asc';

/** How many vectors the loops have; which of them is fastest depends on the processor. */
const SIZES = [8, 10, 11, 12, 13, 14];

/**
 * A loop that multiplies and adds in registers alone, with strict SIMD: sums = sums * m + d, each product and each sum
 * rounded. No program of this kind can be faster on this core, as it would at least have to load what it multiplies.
 */
function loop(vectors: number): string {
  const each = Array.from({ length: vectors }, (_, i) => i);
  return `export function loop${vectors}(turns: i32, factor: f32, addend: f32): f32 {
    const m = f32x4.splat(factor);
    const d = f32x4.splat(addend);
    ${each.map((i) => `let s${i} = f32x4.splat(${i});`).join('\n')}
    for (; turns > 0; turns--) {
      ${each.map((i) => `s${i} = f32x4.add(f32x4.mul(s${i}, m), d);`).join('\n')}
    }
    return f32x4.extract_lane(${each.map((i) => `s${i}`).reduce((a, b) => `f32x4.add(${a}, ${b})`)}, 0);
  }`;
}

/** The loops as WebAssembly. */
export async function compilePeak(): Promise<Uint8Array> {
  const options = { optimizeLevel: 3, runtime: 'stub', enable: ['simd'], noAssert: true };
  const { error, binary, stderr } = await asc.compileString({ 'input.ts': SIZES.map(loop).join('\n') }, options);
  if (error || !binary) throw new Error(`the loops do not compile:\n${stderr.toString()}`);
  return binary;
}
