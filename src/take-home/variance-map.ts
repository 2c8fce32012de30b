import type { Values } from '#experiments/parameters.ts';
import type { varianceMap } from '#experiments/variance-map.ts';
import { float } from '#initializers/python.ts';
import { activationModules, drawLayer, heading, script, torchImports } from './fragments.ts';

/** The second moments of one network, layer by layer, in `measured`. */
export function varianceMapScript(values: Values<typeof varianceMap.params>): string {
  const { activation, gain, biasStd, q0, depth, width, seed } = values;
  return script(
    heading('variance-map', 'Where does the second moment settle?'),
    torchImports,
    `
depth, width, batch, q0 = ${depth}, ${width}, 8, ${float(q0)}
activation = ${activationModules[activation]}`,
    drawLayer('lecunNormal', gain, biasStd),
    width === 1 ? 'z = torch.full((batch, 1), q0**0.5)' : quantiles,
    `
torch.manual_seed(${seed})
measured = [q0]
with torch.no_grad():
    for layer in range(1, depth + 1):
        z = draw_layer(width, width)(activation(z))
        measured.append(z.double().square().mean().item())
        print(f"layer {layer:3d}: q = {measured[-1]:.6g}")`,
  );
}

const quantiles = `
# every input holds the quantiles of a normal distribution, scaled to a second moment of q0, in an order of its own
quantiles = torch.erfinv((2 * torch.arange(width).double() + 1) / width - 1)
quantiles *= (q0 / quantiles.square().mean()).sqrt()
torch.manual_seed(-1)  # a stream that no weight uses
z = torch.stack([quantiles[torch.randperm(width)] for _ in range(batch)]).float()`;
