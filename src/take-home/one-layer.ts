import { doublings, type oneLayer } from '#experiments/one-layer.ts';
import type { InputId } from '#experiments/one-layer-theory.ts';
import type { Values } from '#experiments/parameters.ts';
import { float } from '#initializers/python.ts';
import type { StartId } from '#initializers/starts.ts';
import { heading, script, torchImports } from './fragments.ts';

type Settings = Values<typeof oneLayer.params>;

/** Variance and second moment of 2,000 outputs for n = 1, 2, 4, ..., in `moments`. */
export function oneLayerScript(values: Settings): string {
  return script(
    heading('one-layer', 'What is the variance of y = w_1 x_1 + ... + w_n x_n?'),
    `import math\n${torchImports}`,
    `
torch.manual_seed(${values.seed})  # the weights
stream = torch.Generator().manual_seed(-1)  # the inputs have a stream of their own
outputs = 2000`,
    isBent(values) && settings(values),
    `
def draw(count, n):
    ${squareLaws[values.init].draw}
    x = ${inputDraws[values.inputs]}
${isBent(values) ? bending(values) : ''}    return w, x`,
    `
def draw_all(n):
    most = max(1, 131072 // n)  # the page draws so many outputs at a time
    parts = [draw(min(most, outputs - first), n) for first in range(0, outputs, most)]
    return [torch.cat(part).double() for part in zip(*parts)]`,
    `
moments = []
print("   n      Var[y]      E[y^2]")
for n in [${doublings(values.fanIn).join(', ')}]:
    w, x = draw_all(n)
    y = (w * x).sum(1)
    moments.append([y.var(unbiased=False).item(), y.square().mean().item()])
    print(f"{n:4d} {moments[-1][0]:11.6g} {moments[-1][1]:11.6g}")`,
  );
}

const isBent = ({ gain, weightMean, inputMean, dependence }: Settings): boolean =>
  gain !== 1 || weightMean !== 0 || inputMean !== 0 || dependence !== 0;

const settings = ({ gain, weightMean, inputMean, dependence, inputs }: Settings): string => `
gain = ${float(gain)}
weight_mean = ${float(weightMean)}  # in units of the standard deviation of the weights
input_mean = ${float(inputMean)}
r = ${inputs === 'constant' ? '0.0' : float(dependence)}  # the correlation of a weight with its own input`;

/** What breaks the assumptions; computed in float64 and rounded once. */
function bending({ init, inputs }: Settings): string {
  const { std, mean } = squareLaws[init];
  const [center, centered] = mean === 0 ? ['', 'w.double()'] : [`${mean} * gain + `, `(w.double() - ${mean})`];
  return `\
    s = gain * ${std}
    u = ${standardized[inputs]}
    w = ${center}weight_mean * s + math.sqrt(1 - r * r) * gain * ${centered} + r * s * u
    w, x = w.float(), (x.double() + input_mean).float()
`;
}

interface SquareLaw {
  /** Draws the weights of `count` outputs of a square layer, n x n. A matrix count x n has fan-in n, but not fan-out n. */
  draw: string;
  std: string;
  mean: number;
}

const law = (weights: string, std: string, mean = 0): SquareLaw => ({ draw: `w = ${weights}`, std, mean });

const kaiming = (shape: 'normal' | 'uniform', argument: string, std: string): SquareLaw =>
  law(`nn.init.kaiming_${shape}_(torch.empty(count, n), ${argument})`, std);

const squareLaws: Readonly<Record<StartId, SquareLaw>> = {
  zero: law('torch.zeros(count, n)', '0.0'),
  constant: law('torch.full((count, n), 0.01)', '0.0', 0.01),
  normal1: law('torch.empty(count, n).normal_()', '1.0'),
  normal001: law('torch.empty(count, n).normal_(0, 0.01)', '0.01'),
  lecunNormal: kaiming('normal', 'nonlinearity="linear"', 'math.sqrt(1 / n)'),
  lecunUniform: kaiming('uniform', 'nonlinearity="linear"', 'math.sqrt(1 / n)'),
  xavierNormal: law('torch.empty(count, n).normal_(0, math.sqrt(2 / (n + n)))', 'math.sqrt(1 / n)'),
  xavierUniform: {
    draw: 'a = math.sqrt(3) * math.sqrt(2 / (n + n))\n    w = torch.empty(count, n).uniform_(-a, a)',
    std: 'math.sqrt(1 / n)',
    mean: 0,
  },
  heNormal: kaiming('normal', 'nonlinearity="relu"', 'math.sqrt(2 / n)'),
  heUniform: kaiming('uniform', 'nonlinearity="relu"', 'math.sqrt(2 / n)'),
  torchDefault: kaiming('uniform', 'a=math.sqrt(5)', 'math.sqrt(1 / (3 * n))'),
};

const inputDraws: Readonly<Record<InputId, string>> = {
  normal: 'torch.randn(count, n, generator=stream)',
  uniform: 'torch.empty(count, n).uniform_(-math.sqrt(3), math.sqrt(3), generator=stream)',
  relu: 'torch.randn(count, n, generator=stream).relu()',
  constant: 'torch.ones(count, n)',
};

/** (x - E x) / std(x); a constant has no correlation with anything. */
const standardized: Readonly<Record<InputId, string>> = {
  normal: 'x.double()',
  uniform: 'x.double()',
  relu: '(x.double() - 1 / math.sqrt(2 * math.pi)) / math.sqrt(1 / 2 - 1 / (2 * math.pi))',
  constant: '0.0',
};
