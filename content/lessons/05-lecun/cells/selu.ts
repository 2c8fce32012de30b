import { activations } from '#network/activations.ts';
import { gaussianExpectation } from '#numerics/quadrature.ts';

for (const id of ['selu', 'tanh', 'relu', 'sigmoid'] as const) {
  const { value } = activations[id];
  const mean = gaussianExpectation(value); // [1]
  const square = gaussianExpectation((z) => value(z) * value(z));
  console.log(`${id.padEnd(8)} E[h] = ${mean.toFixed(4)}  E[h²] = ${square.toFixed(4)}`); // [2]
}
