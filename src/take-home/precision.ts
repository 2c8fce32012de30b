import type { Values } from '#experiments/parameters.ts';
import type { precision } from '#experiments/precision.ts';
import { float } from '#initializers/python.ts';
import { activationModules, heading, script, squareInputs, torchImports } from './fragments.ts';

/** For each layer, from the input on, in `rows`: root of the second moment, and the shares of infinities, NaN and zeros. */
export function precisionScript(values: Values<typeof precision.params>): string {
  const { format, sigma, activation, depth, width, batch, seed } = values;
  return script(
    heading('precision', 'When do numbers run out?'),
    torchImports,
    `
depth, width, batch, sigma = ${depth}, ${width}, ${batch}, ${float(sigma)}
activation = ${activationModules[activation as 'relu']}`,
    squareInputs,
    `
def stored(x):  # rounded to the format; sums are accumulated in float32
    return x.to(torch.${format}).float()

def row(z):
    kinds = [z.isinf(), z.isnan(), z == 0]
    return [z.double().square().mean().sqrt().item()] + [kind.double().mean().item() for kind in kinds]`,
    `
torch.manual_seed(${seed})
z = stored(inputs)
rows, x = [row(z)], z
for _ in range(depth):
    w = nn.init.normal_(torch.empty(width, width), std=sigma)
    z = stored(x @ stored(w).T)
    rows.append(row(z))
    x = activation(z)`,
    `
print("layer   size of z   infinite        NaN       zero")
for layer, (size, *shares) in enumerate(rows):
    print(f"{layer:5d} {size:11.4g}", *(f"{share:10.4f}" for share in shares))`,
  );
}
