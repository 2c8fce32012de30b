import type { Values } from '#experiments/parameters.ts';
import type { trainDigits } from '#experiments/train-digits.ts';
import { float } from '#initializers/python.ts';
import { digitsImports, drawNetworks, heading, optimizerCall, readDigits, script, testAccuracy } from './fragments.ts';

type Settings = Values<typeof trainDigits.params>;

/** Trains from each start; `history` holds loss, test accuracy and gradient norms of every network. */
export function trainDigitsScript(values: Settings): string {
  const { starts, activation, hiddenLayers, width, batch, steps, seed, seeds } = values;
  return script(
    heading('train-digits', 'What does the start do to learning?'),
    digitsImports,
    readDigits,
    `
widths = [784] + ${hiddenLayers} * [${width}] + [10]
steps, batch = ${steps}, ${batch}`,
    drawNetworks(starts, activation),
    testAccuracy,
    training(values),
    `
history = {}
for start in starts:
    for seed in range(${seed}, ${seed + seeds}):
        print(start, "seed", seed)
        history[start, seed] = train_network(start, seed)`,
  );
}

const training = (values: Settings): string => `
def train_network(start, seed):
    model = draw_network(start, seed)
    optimizer = ${optimizerCall(values)}
    losses, accuracies, norms = [], [], []
    for step in range(steps):
        picked = torch.arange(step * batch, (step + 1) * batch) % train  # in the order of the file
        if step % 30 == 0:
            accuracies.append(test_accuracy(model))
        loss = F.cross_entropy(model(images[picked]), labels[picked])
        optimizer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        if step % 30 == 0:
            norms.append([layer.weight.grad.norm().item() for layer in model[::2]])
            print(f"  step {step:4d}: loss {losses[-1]:.5f}, accuracy {accuracies[-1]:.3f}, |dW|",
                  *(f"{norm:.2e}" for norm in norms[-1]))
${clipping(values)}        optimizer.step()
    accuracies.append(test_accuracy(model))
    print(f"  step {steps:4d}: accuracy {accuracies[-1]:.3f}")
    return losses, accuracies, norms`;

const clipping = ({ clip }: { clip: number }): string =>
  clip > 0 ? `        nn.utils.clip_grad_norm_(model.parameters(), ${float(clip)})\n` : '';
