import { normal } from '#initializers/plain.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const n = 256;
const generator = torchGenerator(7);
const draw = normal({ mean: 0, std: 1 });
const largest = 3.4028234663852886e38; // [1]
console.log(`largest 32-bit number  ${largest.toExponential(2)}`);

let x = draw([n], generator);
let layer = 0;
while (x.every(Number.isFinite)) {
  const weights = draw([n, n], generator);
  const y = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++)
      y[i] = (y[i] ?? 0) + (weights[i * n + j] ?? 0) * (x[j] ?? 0);
  }
  x = y;
  layer += 1;
  if (layer % 8 === 0)
    console.log(`layer ${layer}: first output ${y[0]?.toExponential(1)}`);
}
console.log(`layer ${layer}: ${x.find((value) => !Number.isFinite(value))}`); // [2]
