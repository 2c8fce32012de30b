import type { Message } from '../types.ts';

/**
 * The texts of the experiments, in English: the labels of their parameters and options, and what their charts say. Keys
 * begin with the experiment's id. Comments are notes to translators, as in `../en.ts`.
 */
export const en = {
  'activation.linear': 'linear',
  'activation.relu': 'ReLU',
  'activation.tanh': 'tanh',
  'activation.sigmoid': 'sigmoid',
  'activation.hardTanh': 'hard tanh',
  'activation.leakyRelu': 'leaky ReLU',
  'activation.elu': 'ELU',
  'activation.selu': 'SELU',
  'activation.gelu': 'GELU',
  'activation.silu': 'SiLU',
  'activation.softplus': 'softplus',
  'param.optimizer': 'Optimizer',
  'param.clip': 'Clip the gradient at norm (0: never)',
  'optimizer.sgd': 'SGD',
  'optimizer.momentum': 'momentum 0.9',
  'optimizer.adam': 'Adam',

  // The letters h and φ(z) stand in every language.
  'activation-histograms.xAxis': 'activation h = φ(z)',
  // Name of a row of a chart.
  'activation-histograms.layer': 'layer {layer}',
  'activation-histograms.moment': 'Second moment E[h²]',
  // Labels of shares, in tables and followed by a percentage.
  'activation-histograms.saturated': 'saturated',
  'activation-histograms.zero': 'exactly 0',
  'activation-histograms.dead': 'dead units',
  'activation-histograms.outside': 'outside the axis',
  'activation-histograms.infinite': 'infinite',
  // {label} is one of the labels above.
  'activation-histograms.beside': '{label}: {measured}, theory {theory}',
  'activation-histograms.theoryOf': '{label}, theory',
  'activation-histograms.summary':
    'Histograms of the activations of {depth} layers, {start}, {activation}, seed {seed}. Layer 1: mean {firstMean}, second moment {first}. Layer {reached}: mean {lastMean}, second moment {last}.',

  'param.beginning': 'Weights at the start',
  'param.noise': 'Standard deviation of the noise',
  'param.units': 'Hidden units',
  'param.biases': 'Biases',
  'param.dropout': 'Dropout rate',
  // How the weights of a network with one hidden layer begin: W₁ those into the hidden units, W₂ those out of them.
  'beginning.zero': 'all zero',
  'beginning.equal': 'all equal, 0.5',
  'beginning.equalIncoming': 'W₁ equal, W₂ random',
  'beginning.almostEqual': 'equal plus noise',
  'beginning.random': 'random, Xavier',
  'biases.learned': 'learned',
  'biases.none': 'none',
  // The axes of a plane in which every hidden unit is a point.
  'symmetry.first': 'weight on input x₁',
  'symmetry.second': 'weight on input x₂',
  // In a legend: beside a ring, where a hidden unit begins, and beside a dot, where it has come to.
  'symmetry.start': 'a hidden unit at the start',
  'symmetry.end': 'where it is now, with its number',
  'symmetry.distance': 'largest difference ÷ size of the weights',
  'symmetry.tied': 'The difference is exactly zero at every step: all units are equal, bit for bit.',
  'symmetry.incomingDifference': 'Largest difference, incoming',
  'symmetry.outgoingDifference': 'Largest difference, outgoing',
  'symmetry.rank': 'Rank of ∂ℒ/∂W₁',
  // {beginning} is one of the texts above; {incoming} and {outgoing} are percentages.
  'symmetry.summaryTied':
    '{units} hidden units, {activation}, weights at the start: {beginning}, seed {seed}. After step {step} all units are still equal, bit for bit. Moved so far: {incoming} of the incoming and {outgoing} of the outgoing weights.',
  'symmetry.summaryIncoming':
    '{units} hidden units, {activation}, weights at the start: {beginning}, seed {seed}. After step {step} the incoming weights of all units are still equal, bit for bit; only their outgoing weights differ. Moved so far: {incoming} of the incoming and {outgoing} of the outgoing weights.',
  'symmetry.summarySplit':
    '{units} hidden units, {activation}, weights at the start: {beginning}, seed {seed}. From step {split} on the incoming weights differ from unit to unit, but up to step {step} by less than a tenth of their size. Moved so far: {incoming} of the incoming and {outgoing} of the outgoing weights.',
  'symmetry.summaryApart':
    '{units} hidden units, {activation}, weights at the start: {beginning}, seed {seed}. From step {split} on the incoming weights differ from unit to unit, and at step {apart} for the first time by more than a tenth of their size. Moved up to step {step}: {incoming} of the incoming and {outgoing} of the outgoing weights.',
  'param.limit': 'Norm limit c',
  'clipping.normAxis': 'gradient norm |g| before clipping',
  // Label of a dashed level.
  'clipping.limit': 'limit c',
  'clipping.with': 'clipped at norm {limit}',
  'clipping.without': 'not clipped',
  'clipping.lossWithout': 'Loss, not clipped',
  'clipping.lossWith': 'Loss, clipped',
  'clipping.normWithout': 'Gradient norm, not clipped',
  'clipping.normWith': 'Gradient norm, before clipping',
  'clipping.normAfter': 'Gradient norm, after clipping',
  'clipping.summary':
    'Loss and gradient norm over {steps} steps, with and without clipping at norm {limit}: {start}, gain {gain}, {activation}, learning rate {learningRate}, seed {seed}. Step {first} is the first to be clipped. In the end the loss is {lossWithout} without and {lossWith} with clipping, the test accuracy {accuracyWithout} and {accuracyWith}.',
  'clipping.summaryNever':
    'Loss and gradient norm over {steps} steps, with and without clipping at norm {limit}: {start}, gain {gain}, {activation}, learning rate {learningRate}, seed {seed}. No gradient exceeds the limit, so both runs are the same to the bit.',

  'param.direction': 'Direction',
  'direction.forward': 'forward: the signal',
  'direction.backward': 'backward: the error signal',
  // Axis; δ is the derivative of the loss by a pre-activation.
  'depth-sweep.delta': 'second moment of the error signal, E[δ²]',
  'depth-sweep.backward':
    'Second moment of the error signal on its way back through {depth} layers, {start}, {activation}, seed {seed}: {first} in the last layer and {last} in layer {reached}, where theory says {theory}.',
  'depth-sweep.backward-measured':
    'Second moment of the error signal on its way back through {depth} layers, {start}, {activation}, seed {seed}: {first} in the last layer and {last} in layer {reached}.',

  'gradient-flow.norm': 'norm of the gradient, ‖∂ℒ/∂W‖',
  // Title of a drawing of histograms, one for each of three layers.
  'gradient-flow.magnitudes': 'magnitude of the error signal |δ|',
  'gradient-flow.zero': 'exactly 0',
  'gradient-flow.layer': 'layer {layer}',
  'gradient-flow.theoryOf': '{label}, theory',
  'gradient-flow.summary':
    'Norm of the weight gradient from layer {depth} back to layer 1, {start}, {activation}, seed {seed}: {last} in layer {depth} and {first} in layer {reached}, where theory says {theory}.',
  'gradient-flow.summary-measured':
    'Norm of the weight gradient from layer {depth} back to layer 1, {start}, {activation}, seed {seed}: {last} in layer {depth} and {first} in layer {reached}.',
  'gradient-flow.ratio': 'layer 1 / layer {depth}: {measured}',
  'param.sigma': 'Standard deviation σ of the hidden weights',
  'normalization.none': 'no normalization',
  'normalization.batch': 'batch norm',
  'normalization.axis': 'hidden layer l',
  'normalization.layer': 'layer norm',
  'normalization.sigma': 'standard deviation σ of the weights',
  'normalization.step': 'first step: |change of W₁| / |W₁|',
  // {start} is a short name such as He or N(0, 0.01²).
  'normalization.loss': 'training loss from {start}',
  // {norm} is one of the names above.
  'normalization.theory': '{norm}, theory',
  'normalization.after': '{norm}, after the norm',
  'normalization.gradient': '{norm}, gradient norm',
  'normalization.summary':
    'Second moments at the start, size of the first step and loss of a network with {layers} hidden layers, {activation}, learning rate {learningRate}, seed {seed}. Test accuracy after {steps} steps, from {first}: {results}; from {second}: {others}.',

  'param.format': 'Number format',
  'precision.sigma': 'Standard deviation σ of the weights',
  'format.float32': 'float32, single precision',
  'format.float16': 'float16, half precision',
  'format.bfloat16': 'bfloat16, wide range',
  'precision.size': 'size of the pre-activations, √E[z²]',
  // Label of a curve: {format} is a name such as float16.
  'precision.name': '{format}, seed {seed}',
  'precision.exact': 'exact arithmetic',
  // Limits of a number format.
  'precision.largest': 'largest {format}',
  'precision.smallest': 'smallest {format} above 0',
  'precision.smallestNormal': 'smallest normal {format}',
  // What happens first in some layer.
  'precision.infinite': 'an infinity',
  'precision.zero': 'only zeros',
  'precision.subnormal': 'mostly subnormal',
  'precision.milestone': '{label}: layer {layer}, predicted {predicted}',
  // Columns of a table.
  'precision.power': 'Exact, as a power of ten',
  'precision.subnormals': 'Subnormal',
  'precision.zeros': 'Zero',
  'precision.infinities': 'Infinite',
  'precision.summary':
    'Size of the pre-activations in {format} over {depth} layers, weights N(0, {sigma}²), {activation}, seed {seed}: {first} in layer 1 and {last} in layer {reached}. First layer with an infinity: {infinite}; first layer of zeros: {zero}.',

  'param.biasStd': 'Standard deviation of the biases',
  'param.q0': 'Second moment at the start, q₀',
  'variance-map.q': 'second moment q of a layer',
  'variance-map.next': 'second moment q′ of the next layer',
  'variance-map.map': 'the map q → q′',
  'variance-map.same': 'q′ = q',
  'variance-map.layers': 'theory, layer by layer from q₀ on',
  // Labels at fixed points of the map.
  'variance-map.stable': 'q* = {q}, χ₁ = {chi}',
  'variance-map.unstable': 'q* = {q}, unstable',
  'variance-map.summarySettles':
    '{activation}, gain {gain}, standard deviation of the biases {biasStd}: from q₀\u00A0=\u00A0{q0} on the second moment settles at {q}, where χ₁\u00A0=\u00A0{chi}. In layer {reached} of the network with seed {seed} it is {measured}, by the map {theory}.',
  'variance-map.summaryZero':
    '{activation}, gain {gain}, standard deviation of the biases {biasStd}: from q₀\u00A0=\u00A0{q0} on the second moment falls toward zero, where χ₁\u00A0=\u00A0{chi}. In layer {reached} of the network with seed {seed} it is {measured}, by the map {theory}.',
  'variance-map.summaryInfinite':
    '{activation}, gain {gain}, standard deviation of the biases {biasStd}: from q₀\u00A0=\u00A0{q0} on the second moment grows without bound. In layer {reached} of the network with seed {seed} it is {measured}, by the map {theory}.',
  'variance-map.summaryEverywhere':
    '{activation}, gain {gain}, no biases: every q is a fixed point, with χ₁\u00A0=\u00A0{chi}. In layer {reached} of the network with seed {seed}, from q₀\u00A0=\u00A0{q0} on, the second moment is {measured}, by the map {theory}.',
  'param.data': 'Data',
  'param.points': 'Number of points',
  'data.circles': 'circles',
  'data.moons': 'moons',
  'data.spiral': 'spiral',
  'data.xor': 'XOR',
  // The two classes of points are told apart by their shapes: hollow circles and filled triangles.
  'train-toy.class0': 'class 0: circles',
  'train-toy.class1': 'class 1: triangles',
  // Within a small picture: the network says the same class everywhere.
  'train-toy.noBoundary': 'no boundary',
  'train-toy.undecided': 'ln 2',
  'train-toy.accuracy': 'Accuracy on the points',
  'train-toy.summary':
    'Decision boundaries and loss over {steps} steps: {data}, {activation}, learning rate {learningRate}, seed {seed}. Points classified right at step {measured}: {results}.',
  // In a legend, beside a hollow dot: second moments behind the normalization.
  'normalization.hollow': 'after the norm',

  'param.cosine': 'Cosine of the two inputs',
  'correlation.axis': 'cosine of the two pre-activations',
  // Label of a dotted level: the cosine that does not change from layer to layer any more.
  'correlation.rest': 'fixed point',
  'correlation.moment': 'Second moment q',
  'correlation.summary':
    'Cosine of the pre-activations of two inputs, {start}, {activation}, seed {seed}: {first} at the input, {last} in layer {reached}, where theory says {theory}.',
  // For weights that the theory does not cover.
  'correlation.summaryMeasured':
    'Cosine of the pre-activations of two inputs, {start}, {activation}, seed {seed}: {first} at the input, {last} in layer {reached}.',
} as const satisfies Record<string, Message>;
