import { normal } from '#initializers/plain.ts';
import { starts } from '#initializers/starts.ts';
import { activations } from '#network/activations.ts';
import { createPass, drawMlp, forward } from '#network/mlp.ts';
import { mean, secondMoment } from '#numerics/moments.ts';
import { quantile } from '#numerics/quantile.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const widths = new Array<number>(21).fill(32);
const inputs = normal()([32], torchGenerator(-1));

const growths: number[] = [];
for (let seed = 7; seed < 407; seed++) {
  const mlp = drawMlp(starts.heNormal, widths, activations.relu, torchGenerator(seed));
  const z = forward(mlp, inputs, createPass(mlp, 1));
  growths.push(secondMoment(z) / secondMoment(inputs)); // [1]
}

for (const count of [1, 4, 20, 100, 400]) {
  const some = growths.slice(0, count);
  const [average, median] = [mean(some), quantile(some, 0.5)]; // [2]
  const most = Math.max(...some).toFixed(1);
  console.log(
    `${String(count).padStart(3)} seeds  mean ${average.toFixed(2)}  median ${median.toFixed(2)}  largest ${most}`,
  );
}
