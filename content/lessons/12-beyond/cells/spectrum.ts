import { lecunNormal } from '#initializers/named-rows.ts';
import { orthogonal } from '#initializers/orthogonal.ts';
import { matmulNN } from '#kernels/matmul.ts';
import { secondMoment } from '#numerics/moments.ts';
import { singularValues } from '#numerics/singular-values.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const n = 64;

/** The singular values of W_L ... W_1, largest first. */
function spectrum(draw: ReturnType<typeof orthogonal>, depth: number): number[] {
  const generator = torchGenerator(7);
  let product = draw([n, n], generator);
  for (let layer = 2; layer <= depth; layer++) {
    const next = new Float32Array(n * n);
    matmulNN(draw([n, n], generator), product, next, n, n, n); // [1]
    product = next;
  }
  return singularValues(
    Array.from({ length: n }, (_, j) =>
      Float64Array.from(product.filter((_, k) => k % n === j)),
    ),
  );
}

for (const depth of [1, 4, 16]) {
  for (const [name, draw] of [
    ['normal', lecunNormal()],
    ['orthogonal', orthogonal()],
  ] as const) {
    const values = spectrum(draw, depth);
    const squares = values.map((s) => s * s);
    const [mean, spread] = [squares.reduce((a, b) => a + b) / n, secondMoment(squares)]; // [2]
    const columns = [mean, spread, values[0] ?? 0, values[n / 2] ?? 0].map((x) =>
      x.toFixed(3).padStart(9),
    );
    console.log(`L = ${String(depth).padEnd(3)} ${name.padEnd(11)}${columns.join('')}`); // [3]
  }
}
