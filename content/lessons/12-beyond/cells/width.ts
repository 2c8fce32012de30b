import { starts } from '#initializers/starts.ts';
import { activations } from '#network/activations.ts';
import { backward, createPass, drawMlp, forward } from '#network/mlp.ts';
import { sgdStep } from '#network/sgd.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const inputs = new Float32Array(100);
torchGenerator(-1).fillNormal(inputs, 0, 1);

console.log('width   output before   after one step   change / width');
for (const width of [64, 256, 1024, 4096]) {
  const mlp = drawMlp(
    starts.heNormal,
    [100, width, 1],
    activations.relu,
    torchGenerator(7),
  ); // [1]
  const pass = createPass(mlp, 1);
  const [before = 0] = forward(mlp, inputs, pass);
  const gradients = backward(mlp, Float32Array.of(1), pass); // [2]
  sgdStep(mlp.layers.slice(-1), gradients.slice(-1), 0.01); // [3]
  const [after = 0] = forward(mlp, inputs, pass);
  const columns = [before, after, (after - before) / width].map((x) =>
    x.toFixed(4).padStart(14),
  );
  console.log(`${String(width).padEnd(5)} ${columns.join('  ')}`);
}
