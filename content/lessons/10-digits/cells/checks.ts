import { type StartId, starts } from '#initializers/starts.ts';
import { activations } from '#network/activations.ts';
import { softmaxCrossEntropy } from '#network/loss.ts';
import { backward, createPass, drawMlp, forward } from '#network/mlp.ts';
import { norm, secondMoment } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const [batch, classes] = [100, 10];
const widths = [784, 100, 100, 100, 100, classes];
const labels = Uint8Array.from({ length: batch }, (_, i) => (i * i) % classes);
const inputs = new Float32Array(batch * 784);
torchGenerator(-1).fillUniform(inputs, 0, 0.55); // about the second moment of pixels

console.log('start         first loss  signal kept  gradient / weight');
function check(start: StartId): void {
  const mlp = drawMlp(starts[start], widths, activations.relu, torchGenerator(7));
  const pass = createPass(mlp, batch);
  const slope = new Float32Array(batch * classes);
  const loss = softmaxCrossEntropy(forward(mlp, inputs, pass), labels, classes, slope); // [1]
  const hidden = pass.layers.slice(0, -1).map((layer) => secondMoment(layer.preActivation));
  const kept = (hidden.at(-1) ?? 0) / (hidden[0] ?? 0); // [2]
  const shares = backward(mlp, slope, pass).map(
    ({ weights }, l) => norm(weights) / norm(mlp.layers[l]?.weights ?? weights), // [3]
  );
  const columns = [loss, kept, Math.min(...shares)].map((x) =>
    x.toPrecision(3).padStart(10),
  );
  console.log(`${start.padEnd(12)}  ${columns.join('  ')}`);
}

check('normal1');
check('normal001');
check('lecunNormal');
check('xavierNormal');
check('heNormal');
check('torchDefault');
