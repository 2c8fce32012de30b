import { float } from '#initializers/python.ts';
import type { StartId } from '#initializers/starts.ts';
import type { ActivationId } from '#network/activations.ts';
import type { OptimizerId } from '#network/trainer.ts';

/** What several Python programs have in common. Each piece is Python source without a newline at its ends. */

/** Fills the weights of `layer`, an `nn.Linear` whose bias is 0 already. */
const startCalls: Readonly<Record<StartId, string>> = {
  zero: 'nn.init.zeros_(layer.weight)',
  constant: 'nn.init.constant_(layer.weight, 0.01)',
  normal1: 'nn.init.normal_(layer.weight, std=1.0)',
  normal001: 'nn.init.normal_(layer.weight, std=0.01)',
  lecunNormal: 'nn.init.kaiming_normal_(layer.weight, nonlinearity="linear")',
  lecunUniform: 'nn.init.kaiming_uniform_(layer.weight, nonlinearity="linear")',
  xavierNormal: 'nn.init.xavier_normal_(layer.weight)',
  xavierUniform: 'nn.init.xavier_uniform_(layer.weight)',
  heNormal: 'nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")',
  heUniform: 'nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")',
  torchDefault: 'layer.reset_parameters()',
};

export const activationModules: Readonly<Record<ActivationId, string>> = {
  linear: 'nn.Identity()',
  relu: 'nn.ReLU()',
  tanh: 'nn.Tanh()',
  sigmoid: 'nn.Sigmoid()',
  hardTanh: 'nn.Hardtanh()',
  leakyRelu: 'nn.LeakyReLU(0.01)',
  elu: 'nn.ELU()',
  selu: 'nn.SELU()',
  gelu: 'nn.GELU()',
  silu: 'nn.SiLU()',
  softplus: 'nn.Softplus()',
};

/** Joins the blocks of a program, an empty line between two of them; what is false is left out. */
export function script(...blocks: readonly (string | false)[]): string {
  const written = blocks.filter((block) => block !== false);
  return `${written.map((block) => block.trim()).join('\n\n')}\n`;
}

/** The first lines: what is asked, and what agrees with the page. */
export const heading = (id: string, question: string): string => `
# ${question} ("${id}" of Zero to He)
# On a CPU of x86 with AVX2 the random numbers are those of the page to the last bit, the results up to rounding.`;

export const torchImports = `
import torch
from torch import nn`;

/** Python source of a list of words: `["zero", "heNormal"]`. */
export const words = (list: readonly string[]): string => `[${list.map((word) => `"${word}"`).join(', ')}]`;

/**
 * `draw_layer(fan_in, fan_out)`: an `nn.Linear` with the weights and the bias of a start, and a bias from N(0, biasStd^2) added to
 * it. The gain is multiplied in float64 and rounded once, as the page does it; PyTorch itself would round the gain first.
 */
export function drawLayer(start: StartId, gain = 1, biasStd = 0): string {
  const isDefault = start === 'torchDefault';
  const lines = isDefault
    ? ['layer = nn.Linear(fan_in, fan_out)  # the default: weights and bias within 1 / sqrt(fan_in)']
    : ['layer = nn.utils.skip_init(nn.Linear, fan_in, fan_out)  # draws nothing yet', startCalls[start]];
  if (biasStd > 0 && isDefault) lines.push(`layer.bias.data += torch.empty(fan_out).normal_(0, ${float(biasStd)})`);
  else if (biasStd > 0) lines.push(`nn.init.normal_(layer.bias, std=${float(biasStd)})`);
  else if (!isDefault) lines.push('nn.init.zeros_(layer.bias)');
  if (gain !== 1) lines.push(`layer.weight.data = (${float(gain)} * layer.weight.data.double()).float()`);
  return `
def draw_layer(fan_in, fan_out):
    ${lines.join('\n    ')}
    return layer`;
}

/** `starts`, from a name to what fills a layer, and `draw_network(start, seed)` with the layers of `widths`. */
export function drawNetworks(starts: readonly StartId[], activation: ActivationId): string {
  const rows = starts.map((start) => `    "${start}": lambda layer: ${startCalls[start]},`);
  return `
starts = {
${rows.join('\n')}
}

def draw_network(start, seed):
    torch.manual_seed(seed)
    layers = []
    for fan_in, fan_out in zip(widths, widths[1:]):
        layer = nn.utils.skip_init(nn.Linear, fan_in, fan_out)  # draws nothing yet
        nn.init.zeros_(layer.bias)
        starts[start](layer)
        layers += [layer, ${activationModules[activation]}]
    return nn.Sequential(*layers[:-1])`;
}

/** `inputs`, batch x width, from N(0, 1). */
export const squareInputs = `
torch.manual_seed(-1)  # a stream that no weight uses
inputs = torch.randn(batch, width)`;

/** For `readDigits` alone. */
export const readingImports = `
import gzip
import struct

import torch`;

export const digitsImports = `${readingImports}
from torch import nn
from torch.nn import functional as F`;

/** `images` in [0, 1] and `labels`; the first `train` are for training, the others for testing. */
export const readDigits = `
# digits.bin lies in public/data/ of the repository, and on the site as data/digits.bin
with gzip.open("digits.bin") as file:
    content = bytearray(file.read())
train, test, pixels = struct.unpack("<3I", content[4:16])
labels = torch.frombuffer(content, dtype=torch.uint8, offset=16, count=train + test).long()
images = torch.frombuffer(content, dtype=torch.uint8, offset=16 + train + test).view(-1, pixels) / 255`;

/** `draw_network(seed)` with the layers of `drawLayer`, from `widths`. */
export const digitsNetwork = (activation: ActivationId): string => `
def draw_network(seed):
    torch.manual_seed(seed)
    layers = []
    for fan_in, fan_out in zip(widths, widths[1:]):
        layers += [draw_layer(fan_in, fan_out), ${activationModules[activation]}]
    return nn.Sequential(*layers[:-1])`;

/** The share of the test digits that the model gets right. */
export const testAccuracy = `
@torch.no_grad()
def test_accuracy(model):
    right = model(images[train:]).argmax(1) == labels[train:]
    return right.double().mean().item()`;

/** The optimizer of `model`. */
export function optimizerCall({ optimizer, learningRate }: { optimizer: OptimizerId; learningRate: number }): string {
  if (optimizer === 'adam') return `torch.optim.Adam(model.parameters(), lr=${float(learningRate)})`;
  const momentum = optimizer === 'momentum' ? ', momentum=0.9' : '';
  return `torch.optim.SGD(model.parameters(), lr=${float(learningRate)}${momentum})`;
}
