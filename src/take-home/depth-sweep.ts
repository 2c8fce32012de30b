import type { depthSweep } from '#experiments/depth-sweep.ts';
import type { Values } from '#experiments/parameters.ts';
import { activationModules, drawLayer, heading, script, squareInputs, torchImports } from './fragments.ts';

type Settings = Values<typeof depthSweep.params>;

/** Second moments layer by layer, `q`, with their band over the seeds. Where they overflow, PyTorch's quantiles are NaN. */
export function depthSweepScript(values: Settings): string {
  const { init, gain, activation, depth, width, batch } = values;
  return script(
    heading('depth-sweep', 'Does the signal survive the layers?'),
    torchImports,
    `
depth, width, batch = ${depth}, ${width}, ${batch}
activation = ${activationModules[activation]}`,
    drawLayer(init, gain),
    squareInputs,
    values.direction === 'forward' ? forward : backward,
    values.seeds < 2 ? printed(values) : printedWithBand(values),
  );
}

const forward = `
layers = list(range(depth + 1))

@torch.no_grad()
def second_moments(seed):  # of every z, and before them of the input
    torch.manual_seed(seed)
    x, q = inputs, [inputs.double().square().mean()]
    for _ in range(depth):
        z = draw_layer(width, width)(x)
        q.append(z.double().square().mean())
        x = activation(z)
    return torch.stack(q)`;

const backward = `
layers = list(range(depth, -1, -1))

def second_moments(seed):  # of the derivative of some loss by every z, from the last to the input
    torch.manual_seed(seed)
    x, signals = inputs, [inputs.requires_grad_()]
    for _ in range(depth):
        signals.append(draw_layer(width, width)(x))
        x = activation(signals[-1])
    last_delta = torch.randn(batch, width)
    deltas = torch.autograd.grad(signals[-1], signals[::-1], last_delta)
    return torch.stack([delta.double().square().mean() for delta in deltas])`;

const printed = ({ seed }: Settings): string => `
q = second_moments(${seed})
print("layer   second moment")
for layer, moment in zip(layers, q):
    print(f"{layer:5d}   {moment:.6g}")`;

const printedWithBand = ({ seed, seeds }: Settings): string => `
members = torch.stack([second_moments(seed) for seed in range(${seed}, ${seed + seeds})])
q, (low, median, high) = members[0], members.quantile(torch.tensor([0.05, 0.5, 0.95]).double(), dim=0)
print("layer second moment          5%       median          95%")
for layer, *moments in zip(layers, q, low, median, high):
    print(f"{layer:5d}", *(f"{moment:12.6g}" for moment in moments))`;
