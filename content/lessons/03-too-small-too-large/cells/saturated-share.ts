import { normal } from '#initializers/plain.ts';
import { activations } from '#network/activations.ts';
import { erf, log } from '#numerics/elementary.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const n = 100;
const units = 20000;
const generator = torchGenerator(7);
const x = normal({ std: 1 })([n], generator); // one input, held fixed
const length = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));

for (const sigma of [1, 0.1, 0.01]) {
  const weights = normal({ std: sigma })([units, n], generator);
  let saturated = 0;
  for (let i = 0; i < units; i++) {
    let z = 0;
    for (let j = 0; j < n; j++) z += (weights[i * n + j] ?? 0) * (x[j] ?? 0);
    const h = activations.sigmoid.value(z);
    if (h < 0.01 || h > 0.99) saturated += 1; // [1]
  }
  const share = 1 - erf(log(99) / (sigma * length * Math.SQRT2)); // [2]
  const measured = saturated / units;
  console.log(
    `σ = ${sigma}: saturated ${measured.toFixed(4)}, formula ${share.toFixed(4)}`,
  );
}
