import type { Values } from '#experiments/parameters.ts';
import type { symmetry } from '#experiments/symmetry.ts';
import type { BeginningId } from '#experiments/symmetry-network.ts';
import { float } from '#initializers/python.ts';
import { activationModules, heading, script } from './fragments.ts';

type Settings = Values<typeof symmetry.params>;

/** At each point that the page records: `losses`, the largest difference between two units, and the length of their weights. */
export function symmetryScript(values: Settings): string {
  const { activation, biases, dropout, learningRate, seed, steps } = values;
  const stride = Math.floor((steps + 59) / 60);
  return script(
    heading('symmetry', 'Can equal units ever differ?'),
    `
import torch
from torch import nn
from torch.nn import functional as F`,
    network(values),
    `
torch.manual_seed(-2)
points = torch.empty(64, 2).uniform_(-1, 1)
x1, x2 = points.double().T
targets = (x1 * x2 + x1 / 2).float().unsqueeze(1)`,
    `
def batches():  # every epoch in a new random order
    order = torch.Generator().manual_seed(${seed} + 2**31)
    while True:
        for rows in torch.randperm(64, generator=order).split(8):
            yield points[rows], targets[rows]`,
    dropout > 0 &&
      `
masks = torch.Generator().manual_seed(-3 - ${seed})
def dropped(h):  # with ${float(dropout)} of the units zero
    kept = torch.rand(h.shape, generator=masks).double() >= ${float(dropout)}
    return h * kept.double().div(1 - ${float(dropout)}).float()`,
    `
activation = ${activationModules[activation]}
parameters = [*hidden.parameters(), *output.parameters()]${biases === 'none' ? '  # no biases' : ''}
optimizer = torch.optim.SGD(parameters, lr=${float(learningRate)})
losses, differences, lengths = [], [], []
for step, (x, target) in zip(range(${steps} + 1), batches()):
    h = activation(hidden(x))
    loss = F.mse_loss(output(${dropout > 0 ? 'dropped(h)' : 'h'}), target)
    if step % ${stride} == 0 or step == ${steps}:
        incoming = ${biases === 'none' ? 'hidden.weight' : 'torch.cat([hidden.weight, hidden.bias.unsqueeze(1)], 1)'}
        differences.append((incoming.max(0).values - incoming.min(0).values).max().item())
        lengths.append(hidden.weight.double().square().sum(1).mean().sqrt().item())
        losses.append(loss.item())
        print(f"step {step:4d}: loss {losses[-1]:.6f}, largest difference between units {differences[-1]:.3g}")
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()`,
  );
}

function network({ beginning, noise, units, biases, seed }: Settings): string {
  const bias = biases === 'none' ? ', bias=False' : '';
  const [first, second] = beginnings[beginning];
  const zeroBiases = biases === 'none' ? '' : '\nnn.init.zeros_(hidden.bias)\nnn.init.zeros_(output.bias)';
  return `
hidden = nn.utils.skip_init(nn.Linear, 2, ${units}${bias})  # draws nothing yet
output = nn.utils.skip_init(nn.Linear, ${units}, 1${bias})
torch.manual_seed(${seed})
${first('hidden.weight', float(noise))}
${second('output.weight', float(noise))}${zeroBiases}`;
}

type Fill = (weight: string, noise: string) => string;

const zero: Fill = (weight) => `nn.init.zeros_(${weight})`;
const equal: Fill = (weight) => `nn.init.constant_(${weight}, 0.5)`;
const random: Fill = (weight) => `nn.init.xavier_normal_(${weight})`;
const almostEqual: Fill = (weight, noise) => `nn.init.normal_(${weight}, 0.5, ${noise})`;

/** How the weights into the hidden units begin, and those out of them. */
const beginnings: Readonly<Record<BeginningId, readonly [Fill, Fill]>> = {
  zero: [zero, zero],
  equal: [equal, equal],
  equalIncoming: [equal, random],
  almostEqual: [almostEqual, almostEqual],
  random: [random, random],
};
