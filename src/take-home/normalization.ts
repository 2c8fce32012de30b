import type { normalization } from '#experiments/normalization.ts';
import type { Values } from '#experiments/parameters.ts';
import { float } from '#initializers/python.ts';
import { activationModules, digitsImports, heading, readDigits, script } from './fragments.ts';

type Settings = Values<typeof normalization.params>;

/** `moments` and `slopes` of the first batch, and `curves`: losses and test accuracy of six trainings. */
export function normalizationScript(values: Settings): string {
  const { sigma, hiddenLayers, width, batch, steps } = values;
  return script(
    heading('normalization', 'Does batch norm excuse a bad start?'),
    digitsImports,
    readDigits,
    `
widths = [784] + ${hiddenLayers} * [${width}]
steps, batch, sigma = ${steps}, ${batch}, ${float(sigma)}
norms = {
    "none": lambda width: [],
    "batch": lambda width: [nn.BatchNorm1d(width)],  # stays in training mode: mean and variance of the batch at hand
    "layer": lambda width: [nn.LayerNorm(width)],
}`,
    network(values),
    `
def loss_of(model, step):
    picked = torch.arange(step * batch, (step + 1) * batch) % train  # in the order of the file
    return F.cross_entropy(model(images[picked]), labels[picked])`,
    first,
    training(values),
  );
}

const network = ({ seed, activation }: Settings): string => `
def draw_layer(fan_in, fan_out, fill):
    layer = nn.utils.skip_init(nn.Linear, fan_in, fan_out)  # draws nothing yet
    nn.init.zeros_(layer.bias)
    fill(layer.weight)
    return layer

def draw_network(norm, fill):
    torch.manual_seed(${seed})
    layers = []
    for fan_in, fan_out in zip(widths, widths[1:]):
        layers += [draw_layer(fan_in, fan_out, fill), *norms[norm](fan_out), ${activationModules[activation]}]
    lecun = lambda w: nn.init.kaiming_normal_(w, nonlinearity="linear")
    return nn.Sequential(*layers, draw_layer(widths[-1], 10, lecun))

def normal(std):
    return lambda w: nn.init.normal_(w, std=std)

def he(w):
    nn.init.kaiming_normal_(w, nonlinearity="relu")`;

const first = `
@torch.no_grad()
def second_moments(norm):  # of every hidden layer, before and after the norm, on the first batch
    x, before, after = images[:batch], [], []
    for module in draw_network(norm, normal(sigma))[:-1]:
        x = module(x)
        if isinstance(module, nn.Linear):
            before.append(x.double().square().mean().item())
        if isinstance(module, nn.Linear if norm == "none" else (nn.BatchNorm1d, nn.LayerNorm)):
            after.append(x.double().square().mean().item())
    return before, after

def slopes_of(norm, sigma):  # the norm of dL/dW of every hidden layer, on the first batch
    model = draw_network(norm, normal(sigma))
    loss_of(model, 0).backward()
    return [layer.weight.grad.double().norm().item() for layer in model[:-1] if isinstance(layer, nn.Linear)]

moments = [second_moments(norm) for norm in norms]
sigmas = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0]
slopes = [[slopes_of(norm, sigma) for sigma in sigmas] for norm in norms]
print("second moments before and after the norm")
for norm, rows in zip(norms, moments):
    for row in rows:
        print(f"  {norm:5s}", *(f"{moment:11.4g}" for moment in row))
print("|dL/dW| of layer 1, for sigma of", *sigmas)
for norm, rows in zip(norms, slopes):
    print(f"  {norm:5s}", *(f"{row[0]:.3g}" for row in rows))`;

const training = ({ learningRate }: Settings): string => `
def train_network(norm, fill):
    model = draw_network(norm, fill)
    optimizer = torch.optim.SGD(model.parameters(), lr=${float(learningRate)})
    losses = []
    for step in range(steps):
        loss = loss_of(model, step)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    with torch.no_grad():
        guesses = torch.cat([model(part).argmax(1) for part in images[train:].split(100)])
    return losses, (guesses == labels[train:]).double().mean().item()

curves = []
for norm in norms:
    for name, fill in [(f"sigma {sigma}", normal(sigma)), ("He", he)]:
        curves.append(train_network(norm, fill))
        losses, accuracy = curves[-1]
        print(norm, name, f"accuracy {accuracy:.3f}, losses", *(f"{loss:.4f}" for loss in losses[::10]))`;
