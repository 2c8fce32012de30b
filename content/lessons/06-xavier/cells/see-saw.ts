import { normal } from '#initializers/plain.ts';
import { starts } from '#initializers/starts.ts';
import { varianceScaling } from '#initializers/variance-scaling.ts';
import { activations } from '#network/activations.ts';
import { backward, createPass, drawMlp, forward } from '#network/mlp.ts';
import { secondMoment } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const widths = [1024, 256, 64, 16]; // [1]
const batch = 256;

for (const mode of ['fanIn', 'fanAvg', 'fanOut', 'fanGeoAvg'] as const) {
  const generator = torchGenerator(7);
  const start = { ...starts.xavierNormal, weights: varianceScaling({ mode }) }; // [2]
  const network = drawMlp(start, widths, activations.linear, generator);
  const pass = createPass(network, batch);

  forward(network, normal()([batch, 1024], generator), pass);
  backward(network, normal()([batch, 16], generator), pass); // [3]
  const row = (values: Float32Array[]) =>
    values.map((each) => secondMoment(each).toFixed(2).padStart(6)).join(' ');
  console.log(mode);
  console.log(
    `  E[z²], layers 1 to 3  ${row(pass.layers.map((layer) => layer.preActivation))}`,
  );
  console.log(`  E[δ²], layers 1 to 3  ${row(pass.layers.map((layer) => layer.delta))}`); // [4]
}
