import type { Values } from '#experiments/parameters.ts';
import type { trainToy } from '#experiments/train-toy.ts';
import { float } from '#initializers/python.ts';
import type { ToyDataId } from '#network/toy-data.ts';
import { drawNetworks, heading, optimizerCall, script } from './fragments.ts';

type Settings = Values<typeof trainToy.params>;

/** Trains from each start; `history` holds loss and accuracy of every network. */
export function trainToyScript(values: Settings): string {
  const { data, starts, activation, hiddenLayers, width, steps, points, noise, seed } = values;
  return script(
    heading('train-toy', 'What does the start do to learning, where one can see it?'),
    `
import math

import torch
from torch import nn
from torch.nn import functional as F`,
    `
count, steps = ${points}, ${steps}
widths = [2] + ${hiddenLayers} * [${width}] + [2]`,
    `
torch.manual_seed(-2)  # a stream that no weight uses
u, v = torch.rand(count, 2).double().T
shift = torch.randn(count, 2).double()
labels = torch.arange(count) % 2
${places[data]}
points = (torch.stack([x, y], 1) + ${float(noise)} * shift).float()`,
    drawNetworks(starts, activation),
    `
def accuracy_of(logits):
    return (logits.argmax(1) == labels).double().mean().item()`,
    `
def train_network(start):
    model = draw_network(start, ${seed})
    optimizer = ${optimizerCall(values)}
    losses, accuracies = [], []
    for step in range(steps):
        logits = model(points)
        loss = F.cross_entropy(logits, labels)
        losses.append(loss.item())
        if step % 50 == 0:
            accuracies.append(accuracy_of(logits))
            print(f"  step {step:4d}: loss {losses[-1]:.5f}, accuracy {accuracies[-1]:.3f}")
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracies.append(accuracy_of(model(points)))
    print(f"  step {steps:4d}: accuracy {accuracies[-1]:.3f}")
    return losses, accuracies`,
    `
history = {}
for start in starts:
    print(start)
    history[start] = train_network(start)`,
  );
}

/** x and y of each point, of two numbers in [0, 1) and its class. */
const places: Readonly<Record<ToyDataId, string>> = {
  circles: `
radius = torch.where(labels == 0, 1.0, 0.5)
x, y = radius * torch.cos(2 * math.pi * u), radius * torch.sin(2 * math.pi * u)`.trim(),
  moons: `
side = torch.where(labels == 0, 1.0, -1.0)
x, y = side * (0.7 * torch.cos(math.pi * u) - 0.35), side * (0.7 * torch.sin(math.pi * u) - 0.175)`.trim(),
  spiral: `
angle, radius = 2 * math.pi * u + math.pi * labels.double(), 0.1 + 0.9 * u
x, y = radius * torch.cos(angle), radius * torch.sin(angle)`.trim(),
  xor: `
right = torch.where(torch.arange(count) % 4 < 2, 1.0, -1.0)
x, y = right * u, right * torch.where(labels == 0, 1.0, -1.0) * v`.trim(),
};
