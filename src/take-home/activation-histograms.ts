import type { activationHistograms } from '#experiments/activation-histograms.ts';
import { shapes } from '#experiments/activation-theory.ts';
import type { Values } from '#experiments/parameters.ts';
import { float } from '#initializers/python.ts';
import { activationModules, drawLayer, heading, script, squareInputs, torchImports } from './fragments.ts';

/** Mean, second moment and histogram of the activations of every layer, in `moments` and `bins`. */
export function activationHistogramsScript(values: Values<typeof activationHistograms.params>): string {
  const { init, gain, activation, depth, width, batch, seed } = values;
  const [low, high] = shapes[activation].range;
  return script(
    heading('activation-histograms', 'What do the layers hold?'),
    torchImports,
    `
depth, width, batch = ${depth}, ${width}, ${batch}
activation = ${activationModules[activation]}`,
    drawLayer(init, gain),
    squareInputs,
    `
torch.manual_seed(${seed})
h, moments, bins = inputs, [], []
with torch.no_grad():
    for layer in range(1, depth + 1):
        h = activation(draw_layer(width, width)(h))
        moments.append([h.double().mean().item(), h.double().square().mean().item()])
        counts = torch.histc(h[h.isfinite()${withoutAtoms(shapes[activation].atoms)}], 41, ${float(low)}, ${float(high)})
        bins.append((counts / h.numel()).tolist())
        bars = "".join("_▁▂▃▄▅▆▇█"[int(8 * count / counts.max().clamp(min=1))] for count in counts)
        print(f"layer {layer:2d}  {bars}  mean {moments[-1][0]:.6g}, second moment {moments[-1][1]:.6g}")
print("from ${low} to ${high}")`,
  );
}

/** Values that many units have exactly, such as the 0 of ReLU, would hide all others. */
const withoutAtoms = (atoms: readonly number[]): string => atoms.map((atom) => ` & (h != ${atom})`).join('');
