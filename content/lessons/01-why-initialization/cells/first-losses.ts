import { normal } from '#initializers/plain.ts';
import { type StartId, starts } from '#initializers/starts.ts';
import { activations } from '#network/activations.ts';
import { softmaxCrossEntropy } from '#network/loss.ts';
import { createPass, drawMlp, forward } from '#network/mlp.ts';
import { log } from '#numerics/elementary.ts';
import { secondMoment } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const widths = [100, 100, 100, 10];
const classes = 10;
const count = 500;
const inputs = normal({ std: 0.3 })([count, 100], torchGenerator(1));
const labels = Uint8Array.from({ length: count }, (_, i) => i % classes); // [1]
const ids: StartId[] = ['zero', 'normal001', 'xavierNormal', 'heNormal', 'normal1'];

console.log(`${'ln 10'.padEnd(30)}${log(classes).toFixed(4)}`);
for (const id of ids) {
  let [loss, s2] = [0, 0];
  for (let seed = 0; seed < 20; seed++) {
    const mlp = drawMlp(starts[id], widths, activations.relu, torchGenerator(seed)); // [2]
    const logits = forward(mlp, inputs, createPass(mlp, count));
    loss += softmaxCrossEntropy(logits, labels, classes) / 20;
    s2 += secondMoment(logits) / 20;
  }
  const predicted = log(classes) + (s2 / 2) * (1 - 1 / classes); // [3]
  console.log(
    `${id.padEnd(12)} s² ${s2.toPrecision(3).padEnd(8)} loss ${loss.toFixed(4).padEnd(8)}` +
      `  predicted ${predicted.toFixed(4)}`,
  );
}
