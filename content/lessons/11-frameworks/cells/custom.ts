import { initializer } from '#initializers/initializer.ts';
import { activations } from '#network/activations.ts';
import { secondMoment, variance } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const forSigmoid = initializer(([, fanIn = 1]) => ({
  kind: 'normal',
  mean: 0,
  std: 3.6 / Math.sqrt(fanIn),
})); // [1]

const n = 500;
const generator = torchGenerator(7);
const w = forSigmoid([n, n], generator);
console.log(`n Var[w]  ${(n * variance(w)).toFixed(3)}, expected ${3.6 * 3.6}`); // [2]

let h = new Float32Array(n).map((_, j) => j / n);
for (let layer = 1; layer <= 10; layer++) {
  const weights = forSigmoid([n, n], generator);
  const z = h.map((_, i) =>
    h.reduce((sum, x, j) => sum + (weights[i * n + j] ?? 0) * x, 0),
  );
  h = z.map(activations.sigmoid.value);
  if (layer % 5 === 0) {
    const spread = variance(h).toFixed(3);
    console.log(
      `layer ${layer}: E[z^2] ${secondMoment(z).toFixed(2)}, variance of h ${spread}`,
    ); // [3]
  }
}
