import { type StartId, starts } from '#initializers/starts.ts';
import { activations } from '#network/activations.ts';
import { softmaxCrossEntropy } from '#network/loss.ts';
import { backward, createPass, drawMlp, forward } from '#network/mlp.ts';
import { gradientNorm } from '#network/optimizers.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const [batch, classes] = [50, 10];
const widths = [100, 100, 100, 100, 100, 100, classes];
const labels = Uint8Array.from({ length: batch }, (_, i) => (i * i) % classes);
const inputs = new Float32Array(batch * 100);
torchGenerator(-1).fillNormal(inputs, 0, 1);

function report(start: StartId): void {
  const mlp = drawMlp(starts[start], widths, activations.relu, torchGenerator(7));
  const pass = createPass(mlp, batch);
  const slope = new Float32Array(batch * classes);
  softmaxCrossEntropy(forward(mlp, inputs, pass), labels, classes, slope);
  const gradients = backward(mlp, slope, pass); // [1]
  console.log(`${start}: norm of dL/dW, norm of dL/db, <W, dL/dW>`);
  gradients.forEach((gradient, l) => {
    const { weights, bias } = gradient;
    const inner = weights.reduce(
      (sum, g, k) => sum + g * (mlp.layers[l]?.weights[k] ?? 0),
      0,
    ); // [2]
    const norms = [
      { weights, bias: bias.map(() => 0) },
      { weights: weights.map(() => 0), bias },
    ];
    const [ofWeights, ofBias] = norms.map((part) => gradientNorm([part]).toExponential(1)); // [3]
    console.log(`  layer ${l + 1}  ${ofWeights}  ${ofBias}  ${inner.toExponential(4)}`);
  });
}

report('heNormal');
report('normal001');
