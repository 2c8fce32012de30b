import { starts } from '#initializers/starts.ts';
import { activations } from '#network/activations.ts';
import { softmaxCrossEntropy } from '#network/loss.ts';
import { backward, createPass, drawMlp, forward } from '#network/mlp.ts';
import { sgdStep } from '#network/sgd.ts';
import { drawToyData } from '#network/toy-data.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const classes = 2;
const { points, labels } = drawToyData('moons', 200, 0.1, 1);
const widths = [2, 16, 16, classes];
const start = starts.xavierNormal;
const mlp = drawMlp(start, widths, activations.tanh, torchGenerator(7)); // [1]
const pass = createPass(mlp, labels.length);
const byLogits = new Float32Array(labels.length * classes);

for (let step = 0; step <= 400; step++) {
  const logits = forward(mlp, points, pass); // [2]
  const loss = softmaxCrossEntropy(logits, labels, classes, byLogits); // [3]
  const gradients = backward(mlp, byLogits, pass); // [4]
  sgdStep(mlp.layers, gradients, 0.5); // [5]
  if (step % 100 === 0) console.log(`step ${step}: loss ${loss.toFixed(4)}`);
}
