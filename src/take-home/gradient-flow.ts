import type { gradientFlow } from '#experiments/gradient-flow.ts';
import type { Values } from '#experiments/parameters.ts';
import { activationModules, drawLayer, heading, script, squareInputs, torchImports } from './fragments.ts';

/** From the last layer to the first: `delta_moment` and `gradient_norm` with the seed, and the band of the norms. */
export function gradientFlowScript(values: Values<typeof gradientFlow.params>): string {
  const { init, gain, activation, depth, width, batch, seeds, seed } = values;
  return script(
    heading('gradient-flow', 'Does the error signal reach layer 1?'),
    torchImports,
    `
depth, width, batch = ${depth}, ${width}, ${batch}
activation = ${activationModules[activation]}`,
    drawLayer(init, gain),
    squareInputs,
    `
def send_both_ways(seed):
    torch.manual_seed(seed)
    h, z, weights = inputs, [], []
    for _ in range(depth):
        layer = draw_layer(width, width)
        weights.append(layer.weight)
        z.append(layer(h))
        h = activation(z[-1])
    last_delta = torch.randn(batch, width)  # as if from some loss
    gradients = torch.autograd.grad(z[-1], z + weights, last_delta)
    deltas, by_weights = gradients[:depth][::-1], gradients[depth:][::-1]
    moments = torch.stack([delta.double().square().mean() for delta in deltas])
    return moments, torch.stack([gradient.double().norm() for gradient in by_weights])`,
    `
delta_moment, gradient_norm = send_both_ways(${seed})`,
    seeds > 1 &&
      `
norms = torch.stack([gradient_norm] + [send_both_ways(seed)[1] for seed in range(${seed + 1}, ${seed + seeds})])
low, median, high = norms.quantile(torch.tensor([0.05, 0.5, 0.95]).double(), dim=0)`,
    seeds > 1 ? printedWithBand : printed,
  );
}

const printed = `
print("layer   E[delta^2]      |dL/dW|")
for i in range(depth):
    print(f"{depth - i:5d} {delta_moment[i]:12.6g} {gradient_norm[i]:12.6g}")`;

const printedWithBand = `
print("layer   E[delta^2]      |dL/dW|           5%       median          95%")
for i, row in enumerate(zip(delta_moment, gradient_norm, low, median, high)):
    print(f"{depth - i:5d}", *(f"{value:12.6g}" for value in row))`;
