import { heNormal } from '#initializers/named-rows.ts';
import { normal } from '#initializers/plain.ts';
import { starts } from '#initializers/starts.ts';
import { activations } from '#network/activations.ts';
import { backward, createPass, drawMlp, forward } from '#network/mlp.ts';
import { secondMoment } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const widths = [256, 1024, 512, 256, 128, 64]; // [1]
const batch = 64;

for (const mode of ['fanIn', 'fanOut'] as const) {
  const generator = torchGenerator(7);
  const start = { ...starts.heNormal, weights: heNormal({ mode }) };
  const network = drawMlp(start, widths, activations.relu, generator);
  const pass = createPass(network, batch);
  const last = widths.at(-1) ?? 0;

  forward(network, normal()([batch, widths[0] ?? 0], generator), pass);
  backward(network, normal()([batch, last], generator), pass); // [2]
  console.log(mode);
  pass.layers.forEach(({ preActivation, delta }, l) => {
    const q = secondMoment(preActivation).toFixed(2).padStart(6);
    const m = secondMoment(delta).toFixed(3).padStart(6);
    console.log(`  layer ${l + 1}  E[z²] ${q}  E[δ²] ${m}`); // [3]
  });
}
