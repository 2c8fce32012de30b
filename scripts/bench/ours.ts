import { starts } from '#initializers/starts.ts';
import { createWorkspace } from '#kernels/workspace.ts';
import { activations } from '#network/activations.ts';
import { softmaxCrossEntropy } from '#network/loss.ts';
import {
  backward,
  createPass,
  drawMlp,
  forward,
  inputOf,
  logitsGradientOf,
  parameterLengths,
  passLengths,
} from '#network/mlp.ts';
import { sgdStep } from '#network/sgd.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { Examples } from './examples.ts';
import type { Contestant } from './race.ts';

/** A network of this project in a workspace of its own. */
function network(widths: readonly number[], batch: number) {
  const allocate = createWorkspace([...parameterLengths(widths), ...passLengths(widths, batch)]);
  const mlp = drawMlp(starts.heNormal, widths, activations.relu, torchGenerator(7), allocate);
  return { mlp, pass: createPass(mlp, batch, allocate) };
}

/** Steps of gradient descent on one batch; each gives its loss. */
export function ourTraining(
  name: string,
  { widths, batch, pixels, labels, rate }: Examples,
  repeats: number,
): Contestant {
  const { mlp, pass } = network(widths, batch);
  const gradient = logitsGradientOf(pass);
  inputOf(pass).set(pixels);
  return {
    name,
    repeats,
    run() {
      const loss = softmaxCrossEntropy(forward(mlp, inputOf(pass), pass), labels, widths.at(-1) as number, gradient);
      sgdStep(mlp.layers, backward(mlp, gradient, pass), rate);
      return loss;
    },
  };
}

/** A batch through all layers. */
export function ourPropagation(name: string, { widths, batch, pixels }: Examples): Contestant {
  const { mlp, pass } = network(widths, batch);
  return { name, run: () => forward(mlp, pixels, pass)[0] as number };
}
