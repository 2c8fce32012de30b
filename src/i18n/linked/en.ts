import type { Message } from '../types.ts';

/** Names of the quantities whose symbols are linked to code, charts and values, and what is said about them. */
export const en = {
  // A group of buttons, one for each symbol in formulas; arrow keys lead from one to the next.
  'linked.symbols': 'Symbols with values',
  // What the values belong to: {experiment} is the name of an experiment, {settings} a list such as He · ReLU · Seed: 7.
  'linked.source': 'Experiment “{experiment}”. {settings}',
  'linked.noValue': 'Not measured with the settings shown.',
  // Where a figure is covered until the reader has predicted its result.
  'linked.covered': 'Its values are shown when you have predicted the result.',
  // Labels of values, in front of a number.
  'linked.setting': 'set to',
  'linked.measured': 'measured',
  'linked.theory': 'theory',
  'linked.layerMeasured': 'layer {layer}, measured',
  'linked.layerTheory': 'layer {layer}, theory',

  'quantity.fanIn': 'fan-in',
  'quantity.fanOut': 'fan-out',
  'quantity.depth': 'depth, the number of layers',
  'quantity.weightVariance': 'variance of the weights',
  'quantity.factor': 'factor of the second moment in one linear layer',
  'quantity.backwardFactor': 'factor of the error signal’s second moment in one linear layer',
  'quantity.bound': 'bound of the uniform distribution',
  'quantity.inputMoment': 'second moment of the inputs',
  'quantity.inputVariance': 'variance of the inputs',
  'quantity.outputMoment': 'second moment of the output',
  'quantity.outputVariance': 'variance of the output',
  'quantity.secondMoment': 'second moment of the pre-activations',
  'quantity.inputSecondMoment': 'second moment of the network’s input',
  'quantity.firstSecondMoment': 'second moment of the pre-activations in layer 1',
  'quantity.lastSecondMoment': 'second moment of the pre-activations in the last layer',
  'quantity.activationMoment': 'second moment of the activations',
  'quantity.deltaMoment': 'second moment of the error signal',
  'quantity.firstDeltaMoment': 'second moment of the error signal in layer 1',
  'quantity.lastDeltaMoment': 'second moment of the error signal in the last layer',
  'quantity.deltaFactor': 'factor of the error signal’s second moment from layer to layer',
  'quantity.cosine': 'cosine of two inputs’ pre-activations',
} as const satisfies Record<string, Message>;
