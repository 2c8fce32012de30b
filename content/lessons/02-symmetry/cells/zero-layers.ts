import { starts } from '#initializers/starts.ts';
import { type ActivationId, activations } from '#network/activations.ts';
import { softmaxCrossEntropy } from '#network/loss.ts';
import { backward, createPass, drawMlp, forward } from '#network/mlp.ts';
import { sgdStep } from '#network/sgd.ts';
import { drawToyData } from '#network/toy-data.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const { points, labels } = drawToyData('moons', 61, 0.1, 1); // [1]
const byLogits = new Float32Array(labels.length * 2);
const names: ActivationId[] = ['relu', 'tanh', 'sigmoid'];

for (const name of names) {
  const generator = torchGenerator(7); // never asked
  const mlp = drawMlp(starts.zero, [2, 4, 4, 4, 2], activations[name], generator);
  const pass = createPass(mlp, labels.length);
  console.log(`${name}: layers with a weight that is not zero, after each step`);
  for (let step = 1; step <= 5; step++) {
    softmaxCrossEntropy(forward(mlp, points, pass), labels, 2, byLogits);
    sgdStep(mlp.layers, backward(mlp, byLogits, pass), 1);
    const moved = mlp.layers.flatMap(({ weights }, l) =>
      weights.some((w) => w !== 0) ? [l + 1] : [],
    );
    console.log(`  step ${step}: ${moved.join(' ') || 'none'}`); // [2]
  }
  const rows = mlp.layers[1]?.weights ?? new Float32Array();
  const tied = rows.every((w, i) => w === rows[i % 4]);
  console.log(`  rows of layer 2 equal, bit for bit: ${tied}`); // [3]
}
