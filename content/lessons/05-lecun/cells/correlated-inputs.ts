import { lecunNormal } from '#initializers/named-rows.ts';
import { normal } from '#initializers/plain.ts';
import { matmulNT } from '#kernels/matmul.ts';
import { mean, variance } from '#numerics/moments.ts';
import { quantile } from '#numerics/quantile.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const n = 256;
const units = 400;
const examples = 1000;

for (const correlation of [0, 0.5]) {
  const generator = torchGenerator(7);
  const weights = lecunNormal()([units, n], generator);
  const own = normal()([examples, n], generator);
  const common = normal()([examples], generator);
  const x = own.map((value, i) => {
    const shared = common[Math.floor(i / n)] ?? 0;
    return Math.sqrt(correlation) * shared + Math.sqrt(1 - correlation) * value; // [1]
  });

  const y = matmulNT(weights, x, new Float32Array(units * examples), units, n, examples);
  const spread = Array.from(
    { length: units },
    (_, unit) => variance(y.subarray(unit * examples, (unit + 1) * examples)), // [2]
  );
  console.log(`correlation ${correlation}`);
  console.log(`  mean over the units   ${mean(spread).toFixed(2)}`);
  console.log(
    `  nine tenths of them   ${quantile(spread, 0.05).toFixed(2)} to ${quantile(spread, 0.95).toFixed(2)}`,
  ); // [3]
}
