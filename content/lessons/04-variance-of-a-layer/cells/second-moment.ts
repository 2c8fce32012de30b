import { lecunNormal } from '#initializers/named-rows.ts';
import { normal } from '#initializers/plain.ts';
import { secondMoment } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const n = 256; // fan-in
const outputs = 1000;
const generator = torchGenerator(7);
const weights = lecunNormal()([outputs, n], generator); // [1]
const x = normal({ mean: 1, std: 1 })([n], generator); // [2]

const y = new Float32Array(outputs);
for (let i = 0; i < outputs; i++) {
  let sum = 0;
  for (let j = 0; j < n; j++) sum += (weights[i * n + j] ?? 0) * (x[j] ?? 0);
  y[i] = sum;
}

const varW = 1 / n;
console.log(`mean square of the inputs   ${secondMoment(x).toFixed(3)}`);
console.log(`law: n Var[w] E[x²]         ${(n * varW * secondMoment(x)).toFixed(3)}`);
console.log(`mean square of the outputs  ${secondMoment(y).toFixed(3)}`); // [3]
