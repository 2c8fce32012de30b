import { type LayerParameters, type StartId, starts } from '#initializers/starts.ts';
import { type Allocate, anywhere } from '#kernels/workspace.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { type ActivationId, activations } from './activations.ts';
import { softmaxCrossEntropy } from './loss.ts';
import { backward, drawMlp, forward, inputOf, logitsGradientOf, type Mlp, type Pass, parameterLengths } from './mlp.ts';
import { parametersOf } from './normalized-layer.ts';
import { adam, clipGradients, momentumSgd, type Optimizer, sgd } from './optimizers.ts';

export type OptimizerId = 'sgd' | 'momentum' | 'adam';

/** How the gradients change the parameters. */
export interface UpdateRule {
  optimizer: OptimizerId;
  learningRate: number;
  /** The largest norm of all gradients together; 0 leaves them as they are. */
  clip: number;
}

export const optimizerIds: readonly OptimizerId[] = ['sgd', 'momentum', 'adam'];

/** A network and what changes it. */
export interface Trainer {
  mlp: Mlp;
  /** Of the network, in the order of the gradients. */
  parameters: LayerParameters[];
  optimizer: Optimizer;
  clip: number;
}

/** How a network begins: what is drawn after `torch.manual_seed(seed)`. */
export interface Beginning {
  start: StartId;
  widths: readonly number[];
  activation: ActivationId;
  seed: number;
}

/** Draws a network that is to be trained. */
export function createTrainer(
  { start, widths, activation, seed }: Beginning,
  rule: UpdateRule,
  allocate: Allocate = anywhere,
): Trainer {
  const mlp = drawMlp(starts[start], widths, activations[activation], torchGenerator(seed), allocate);
  return trainerOf(mlp, rule, allocate);
}

/** A trainer of a network that is there already. */
export function trainerOf(
  mlp: Mlp,
  { optimizer, learningRate, clip }: UpdateRule,
  allocate: Allocate = anywhere,
): Trainer {
  const parameters = parametersOf(mlp);
  return { mlp, parameters, optimizer: createOptimizer(optimizer, parameters, learningRate, allocate), clip };
}

function createOptimizer(id: OptimizerId, parameters: LayerParameters[], rate: number, allocate: Allocate): Optimizer {
  if (id === 'adam') return adam(parameters, { rate });
  return id === 'momentum' ? momentumSgd(parameters, { rate, allocate }) : sgd(rate);
}

/** The lengths of what `createTrainer` allocates: the parameters, and with momentum as much again. */
export function trainerLengths(widths: readonly number[], optimizer: OptimizerId): number[] {
  const lengths = parameterLengths(widths);
  return optimizer === 'momentum' ? [...lengths, ...lengths] : lengths;
}

/**
 * The softmax cross-entropy of the batch that lies in `inputOf(pass)`, and its gradients by all parameters, which are valid
 * until the next call.
 */
export function lossAndGradients({ mlp }: Trainer, labels: Uint8Array, classCount: number, pass: Pass) {
  const logitsGradient = logitsGradientOf(pass);
  const loss = softmaxCrossEntropy(forward(mlp, inputOf(pass), pass), labels, classCount, logitsGradient);
  return { loss, gradients: backward(mlp, logitsGradient, pass) };
}

/** Clips the gradients, in place, if the trainer does so, and lets the optimizer take its step. */
export function update({ parameters, optimizer, clip }: Trainer, gradients: readonly LayerParameters[]): void {
  if (clip > 0) clipGradients(gradients, clip);
  optimizer.step(parameters, gradients);
}
