import { normal } from '#initializers/plain.ts';
import { starts } from '#initializers/starts.ts';
import { activations } from '#network/activations.ts';
import { createPass, drawMlp, forward } from '#network/mlp.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const n = 100;
const widths = [n, n, n, n, n, n, 1]; // five hidden layers
const inputs = normal({ std: 1 })([2, n], torchGenerator(1)); // [1]

for (const id of ['normal001', 'normal1'] as const) {
  const mlp = drawMlp(starts[id], widths, activations.sigmoid, torchGenerator(7));
  const pass = createPass(mlp, 2);
  forward(mlp, inputs, pass);
  console.log(`${id}: two inputs`);
  pass.layers.slice(1).forEach(({ input: h }, l) => {
    let [sum, equal] = [0, 0];
    for (let i = 0; i < n; i++) {
      const difference = (h[i] ?? 0) - (h[n + i] ?? 0);
      sum += difference * difference;
      if (difference === 0) equal += 1;
    }
    const size = Math.sqrt(sum / n).toExponential(1); // [2]
    const same = `exactly 0 in ${equal} of ${n} units`; // [3]
    console.log(`  layer ${l + 1}: difference ${size}, ${same}`);
  });
}
