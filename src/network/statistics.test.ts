import { expect, it } from 'vitest';
import { starts } from '#initializers/starts.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { activations } from './activations.ts';
import { backward, createPass, drawMlp, forward } from './mlp.ts';
import { layerStatistics } from './statistics.ts';

it('sees in each layer what He promises: a second moment of 2 forward, half of the units silent (seed 7)', () => {
  const generator = torchGenerator(7);
  const mlp = drawMlp(starts.heNormal, [400, 400, 400, 10], activations.relu, generator);
  const x = new Float32Array(200 * 400);
  generator.fillNormal(x, 0, 1);
  const pass = createPass(mlp, 200);
  const logits = forward(mlp, x, pass);
  const gradients = backward(
    mlp,
    logits.map(() => 0.01),
    pass,
  );
  const [first, second, last] = layerStatistics(pass);
  expect([first?.zeroInputs, second?.zeroInputs].map((share) => share?.toFixed(1))).toEqual(['0.0', '0.5']);
  // Var[z] = 2 E[x^2] with 400 units: a standard error of about sqrt(5 / 400) = 11%
  for (const { preActivationMoment } of [first!, second!])
    expect(Math.abs(preActivationMoment / 2 - 1)).toBeLessThan(0.3);
  expect(last?.deltaMoment).toBeCloseTo(1e-4, 9);
  const norm = Math.sqrt(gradients[0]!.weights.reduce((sum, g) => sum + g * g, 0));
  expect(first?.gradientNorm).toBeCloseTo(norm, 6);
});
