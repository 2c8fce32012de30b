import type { clipping } from '#experiments/clipping.ts';
import type { Values } from '#experiments/parameters.ts';
import { float } from '#initializers/python.ts';
import { digitsImports, digitsNetwork, drawLayer, heading, readDigits, script, testAccuracy } from './fragments.ts';

/** Trains twice; `without` and `clipped` are losses, norms of the gradient before clipping, and the test accuracy. */
export function clippingScript(values: Values<typeof clipping.params>): string {
  const { init, gain, limit, learningRate, activation, hiddenLayers, width, batch, steps, seed } = values;
  return script(
    heading('clipping', 'What does clipping the gradient change?'),
    digitsImports,
    readDigits,
    `
widths = [784] + ${hiddenLayers} * [${width}] + [10]
steps, batch = ${steps}, ${batch}`,
    drawLayer(init, gain),
    digitsNetwork(activation),
    testAccuracy,
    `
def train_network(limit):
    model = draw_network(${seed})
    optimizer = torch.optim.SGD(model.parameters(), lr=${float(learningRate)})
    losses, norms = [], []
    for step in range(steps):
        picked = torch.arange(step * batch, (step + 1) * batch) % train  # in the order of the file
        loss = F.cross_entropy(model(images[picked]), labels[picked])
        optimizer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        norms.append(torch.cat([p.grad.double().flatten() for p in model.parameters()]).norm().item())
        if limit is not None:
            nn.utils.clip_grad_norm_(model.parameters(), limit)
        optimizer.step()
    return losses, norms, test_accuracy(model)`,
    `
without, clipped = train_network(None), train_network(${float(limit)})
print("step      loss    |gradient|   with clipping")
for step in range(0, steps, 10):
    print(f"{step:4d} {without[0][step]:9.5f} {without[1][step]:13.5g} {clipped[0][step]:9.5f} {clipped[1][step]:13.5g}")
print(f"accuracy {without[2]:.3f}, with clipping {clipped[2]:.3f}")`,
  );
}
