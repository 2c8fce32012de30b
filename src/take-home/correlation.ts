import type { correlation } from '#experiments/correlation.ts';
import type { Values } from '#experiments/parameters.ts';
import { float } from '#initializers/python.ts';
import { activationModules, drawLayer, heading, script } from './fragments.ts';

type Settings = Values<typeof correlation.params>;

/** Layer by layer `cosine` and `q` with the seed, and the band of the cosines over the seeds. */
export function correlationScript(values: Settings): string {
  const { init, gain, activation, biasStd, cosine, depth, width, seed, seeds } = values;
  return script(
    heading('correlation', 'Do two inputs stay different?'),
    `
import math

import torch
from torch import nn`,
    `
depth, width, c = ${depth}, ${width}, ${float(cosine)}
activation = ${activationModules[activation]}`,
    drawLayer(init, gain, biasStd),
    `
def scaled(x):  # to a second moment of 1
    return x / x.square().mean().sqrt()

torch.manual_seed(-1)  # a stream that no weight uses
x, y = torch.randn(2, width, dtype=torch.float64)
x = scaled(x)
y = scaled(y - (x * y).mean() * x)  # at a right angle to x
inputs = torch.stack([x, c * x + math.sqrt(1 - c * c) * y]).float()`,
    `
def cosine_and_moment(z):
    x, y = z.double()
    return torch.stack([x @ y / (x.norm() * y.norm()), z.double().square().mean()])

@torch.no_grad()
def send_pair(seed):
    torch.manual_seed(seed)
    h, rows = inputs, [cosine_and_moment(inputs)]
    for _ in range(depth):
        z = draw_layer(width, width)(h)
        rows.append(cosine_and_moment(z))
        h = activation(z)
    return torch.stack(rows, 1)`,
    `
cosine, q = send_pair(${seed})`,
    seeds > 1 &&
      `
cosines = torch.stack([cosine] + [send_pair(seed)[0] for seed in range(${seed + 1}, ${seed + seeds})])
low, median, high = cosines.quantile(torch.tensor([0.05, 0.5, 0.95]).double(), dim=0)`,
    seeds > 1 ? printedWithBand : printed,
  );
}

const printed = `
print("layer    cosine          q")
for layer, row in enumerate(zip(cosine, q)):
    print(f"{layer:5d}", *(f"{value:10.6f}" for value in row))`;

const printedWithBand = `
print("layer    cosine          q         5%     median        95%")
for layer, row in enumerate(zip(cosine, q, low, median, high)):
    print(f"{layer:5d}", *(f"{value:10.6f}" for value in row))`;
