import { slopeMoment, squareMoment } from '#experiments/mean-field.ts';
import type { ActivationId } from '#network/activations.ts';

const shown: ActivationId[] = [
  'linear',
  'relu',
  'leakyRelu',
  'tanh',
  'sigmoid',
  'selu',
  'elu',
  'gelu',
  'silu',
  'softplus',
];

console.log('            E[phi^2]  gain     chi');
for (const activation of shown) {
  const square = squareMoment(activation, 1); // [1]
  const gain = 1 / Math.sqrt(square); // [2]
  const chi = gain * gain * slopeMoment(activation, 1); // [3]
  const columns = [square, gain, chi].map((x) => x.toFixed(4)).join('   ');
  console.log(`${activation.padEnd(12)}${columns}`);
}
