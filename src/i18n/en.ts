import { en as claims } from './claims/en.ts';
import { en as course } from './course/en.ts';
import { en as experiments } from './experiments/en.ts';
import { en as laboratory } from './laboratory/en.ts';
import { en as linked } from './linked/en.ts';
import { en as parity } from './parity/en.ts';
import type { Message } from './types.ts';

/**
 * The interface texts in English, from which all keys come. Comments are notes to translators. Keep every text short:
 * labels may take 2.5 times this width at most. Never build a sentence from two texts.
 */
export const en = {
  ...course,
  ...claims,
  ...experiments,
  ...laboratory,
  ...linked,
  ...parity,

  'site.title': 'Zero to He',
  'site.tagline': 'How neural networks begin',
  'site.license': 'Code: MIT. Text: CC BY 4.0.',

  'nav.skip': 'Skip to the text',
  'nav.languages': 'Language',
  'nav.main': 'Course',
  'nav.contents': 'On this page',
  'nav.lessons': 'Lessons',
  'nav.glossary': 'Glossary',
  'nav.previous': 'Previous lesson',
  'nav.next': 'Next lesson',
  'theme.label': 'Color scheme',
  'theme.auto': 'Auto',
  'theme.light': 'Light',
  'theme.dark': 'Dark',

  // {title} is the title of a lesson.
  'page.lessonTitle': '{title} · Zero to He',
  'page.homeTitle': 'Zero to He: how neural networks begin',
  'page.homeDescription':
    'A course on weight initialization that computes every number it shows: zero, LeCun, Xavier and He, with experiments that run on the page.',
  'page.glossaryTitle': 'Glossary in five languages · Zero to He',
  'page.glossaryDescription':
    'The terms of the course in English, Korean, Japanese, Russian and Chinese, side by side.',
  'notFound.text': 'There is no page at this address. The lessons are here:',

  'lesson.label': 'Lesson {number}',
  'lesson.minutes': { one: '{n} minute', other: '{n} minutes' },
  'lesson.note': 'Note',

  // Followed by the names of assumptions.
  'derivation.uses': 'Assumes',
  'derivation.usesNothing': 'No new assumption',
  'derivation.next': 'Next step',
  'derivation.all': 'All steps',
  'derivation.oneByOne': 'Step by step',
  'derivation.progress': 'Step {step} of {steps}',
  'assumption.zero-bias': 'the bias is zero',
  'assumption.weights-independent-of-inputs': 'the weights are independent of the inputs',
  'assumption.weights-uncorrelated': 'the weights are independent of each other',
  'assumption.zero-mean-weights': 'the weights have mean zero',
  'assumption.equal-variance': 'all weights have the same variance',
  'assumption.same-distribution': 'all weights have the same distribution',
  'assumption.normal-weights': 'the weights are normally distributed',
  'assumption.equal-logits': 'all logits are equal',
  'assumption.linear-activation': 'the activation is linear',
  'assumption.fresh-weights': 'every layer has its own independent weights',
  'assumption.alike-logits': 'the start treats all classes alike',
  'assumption.small-logits': 'the logits are small',
  'assumption.cross-entropy-loss': 'the loss is the cross-entropy',
  'assumption.equal-incoming': 'equal weights and biases into both units',
  'assumption.equal-outgoing': 'equal weights out of both units',
  'assumption.same-activation': 'both units have the same activation function',
  'assumption.same-rule': 'the update treats all parameters alike',
  'assumption.zero-weights': 'all weights and biases are zero',
  'assumption.zero-at-zero': 'the activation is zero at zero: φ(0)\u00A0=\u00A00',
  'assumption.small-pre-activations': 'the pre-activations are small',
  'assumption.scales-with-input': 'the activation satisfies φ(cz)\u00A0=\u00A0c\u00A0φ(z) for c\u00A0>\u00A00',
  'assumption.relu-activation': 'the activation is ReLU',
  'assumption.symmetric-pre-activations': 'the pre-activation is distributed symmetrically around zero',
  'assumption.symmetric-weights': 'the weights are distributed symmetrically around zero',
  'assumption.great-width': 'the layers are very wide',
  'assumption.small-signal':
    'the signal is so small that the tangent at zero, with slope one, can replace the activation',
  'assumption.third-order': 'the signal is small: the first two terms of the series are enough',
  'assumption.inputs-uncorrelated': 'the inputs are uncorrelated, with mean zero and variance one',
  'assumption.backward-independence': 'on the way back, the weights are independent of the signals they multiply',
  'assumption.homogeneous-activation': 'the activation satisfies φ′(z)\u00A0z\u00A0=\u00A0φ(z)',
  'assumption.normal-pre-activations': 'the pre-activations are normally distributed with mean zero',
  'assumption.saturated-units': 'the pre-activations are large: nearly all units are saturated',
  'assumption.kernel-inside': 'the kernel lies wholly inside the input',
  'assumption.stride-one': 'the kernel moves by one position at a time',
  'assumption.close-signals': 'two signals are close to each other',
  'assumption.scale-invariant': 'the network’s output does not depend on the scale of the weights',

  'figure.label': 'Figure {number}',
  'figure.data': 'Data of this figure',

  'source.from': 'From {file}, line {line}',
  'cell.label': 'Runnable code',
  'cell.output': 'Output',
  'cell.run': 'Run',
  'cell.running': 'Running …',
  'cell.same': 'Run in your browser: the same output, digit for digit.',
  'cell.different':
    'Run in your browser: the output differs from the printed one. Please report this with the name of your browser.',
  'cell.failed': 'The code stopped with an error: {message}',
  'cell.noScript': 'To run it here, switch JavaScript on; or run it with Node: {command}',

  'exercise.label': 'Exercise {number}',
  'exercise.answer': 'Your answer',
  'exercise.check': 'Check',
  'exercise.right': 'Right: {answer}.',
  'exercise.wrong': '{given} is not within {tolerance} of the answer. Try again, or open the hint.',
  'exercise.unreadable': '“{given}” is not a number. Write it like 0.05 or 5e-2.',
  'exercise.hint': 'Hint',
  'exercise.solution': 'Solution',
  'exercise.why': 'Explanation',
  'exercise.choose': 'Choose one answer',
  'exercise.chosenRight': 'Your answer is right.',
  'exercise.chosenWrong': 'Your answer is wrong. Read why, and choose again.',
  'exercise.noChoice': 'Choose an answer first.',
  'exercise.toWidget': 'To the experiment',
  'exercise.toWidgetSet': 'To the experiment, with these settings',

  // A reader predicts a result before the figure with it is uncovered.
  'predict.label': 'Prediction {number}',
  'predict.show': 'Show the result',
  'predict.skip': 'Skip',
  'predict.noChoice': 'Choose an answer, or skip.',
  'predict.right': 'Your prediction was right.',
  'predict.wrong': 'It turned out otherwise.',
  'predict.skipped': 'Skipped: the result is shown.',
  'predict.covered': 'Covered until you have predicted the result, or skipped the question.',
  'predict.coveredWidget': 'Covered until you have predicted the result, skipped the question, or run the experiment.',
  'predict.toQuestion': 'To the question',
  'predict.toResult': 'To the result',
  'predict.coveredCurve': 'The measured curve is covered until you have drawn yours, or skipped the question.',
  // The reader moves points of a curve; {layer} is a position, {factor} a number such as 4.2.
  'predict.draw':
    'Draw the curve: move the {points} points up or down, with the pointer or with the arrow keys. Then compare.',
  'predict.yourCurve': 'Your curve',
  'predict.point': 'Layer {layer}',
  'predict.compare': 'Compare',
  'predict.tooHigh':
    'Dashed: your curve. It is furthest off in layer {layer}, where it is too high by a factor of {factor}.',
  'predict.tooLow':
    'Dashed: your curve. It is furthest off in layer {layer}, where it is too low by a factor of {factor}.',
  'predict.close': 'Dashed: your curve. It is nowhere off by more than a factor of {factor}.',

  'widget.label': 'Experiment',
  'widget.run': 'Run',
  'widget.stop': 'Stop',
  'widget.reset': 'Defaults',
  'widget.link': 'Copy link',
  'widget.linkCopied': 'The link is in the clipboard.',
  'widget.linkShown': 'Copy this link: {link}',
  'widget.static': 'Computed at build with the default settings, seed {seed}.',
  // {settings} is a list of those below, the seed among them.
  'widget.live': 'Computed in your browser. {settings}',
  // One entry of {settings}: a label of a control and its value.
  'widget.setting': '{label}: {value}',
  'widget.running': 'Running …',
  'widget.progressName': 'Progress of the run',
  'widget.progress': '{percent} done',
  'widget.done': 'Done in {seconds} s.',
  // Where WebAssembly SIMD is missing.
  'widget.donePlain':
    'Done in {seconds} s. Your browser lacks WebAssembly SIMD; plain TypeScript computed the same bits, more slowly.',
  'widget.paused': 'Paused while the page is hidden.',
  'widget.stopped': 'Stopped at {percent}. The figure shows what was computed so far.',
  'widget.stoppedEarly': 'Stopped before the first result.',
  // {reason} is what the browser tells, in its own words, or the next but one text.
  'widget.crashed':
    'The computation in the background crashed at {percent} ({reason}). The figure shows what it had computed; Run starts it anew.',
  'widget.crashedEarly':
    'The computation in the background could not be loaded, or crashed before the first result ({reason}). Run starts it anew.',
  'widget.noReason': 'the browser gives no reason',
  'widget.failed': 'The run stopped with an error: {message}',
  'widget.noScript': 'The controls need JavaScript. Without it you see the result for the default settings.',

  'note.clamped': '{label}: {given} is outside {min} to {max}, so {used} is used.',
  'note.unreadable': '{label}: “{given}” cannot be read. Write a number from {min} to {max}; {used} is used.',
  'note.unknownOption': '{label}: “{given}” is not a choice. Used instead: {used}.',
  'note.noStart': 'Choose at least one start.',

  'param.init': 'Start',
  'param.starts': 'Starts',
  'param.gain': 'Gain (multiplies the standard deviation)',
  'param.activation': 'Activation',
  'param.depth': 'Depth (layers)',
  'param.width': 'Width (units per layer)',
  'param.batch': 'Batch size',
  'param.seeds': 'Number of seeds',
  'param.seed': 'Seed',
  'param.learningRate': 'Learning rate',
  'param.steps': 'Steps',
  'param.hiddenLayers': 'Hidden layers',
  'param.fanIn': 'Fan-in n',
  'param.inputs': 'Inputs',
  'param.weightMean': 'Mean of the weights (in standard deviations)',
  'param.inputMean': 'Mean of the inputs',
  'param.dependence': 'Dependence of the weights on the input',

  'start.zero': 'zero',
  'start.constant': 'constant',
  'start.normal1': 'N(0, 1)',
  'start.normal001': 'N(0, 0.01²)',
  'start.lecunNormal': 'LeCun, normal',
  'start.lecunUniform': 'LeCun, uniform',
  'start.xavierNormal': 'Xavier, normal',
  'start.xavierUniform': 'Xavier, uniform',
  'start.heNormal': 'He, normal',
  'start.heUniform': 'He, uniform',
  'start.torchDefault': 'PyTorch’s default',
  // Short names for direct labels in charts.
  'short.zero': 'zero',
  'short.constant': 'constant',
  'short.normal1': 'N(0, 1)',
  'short.normal001': 'N(0, 0.01²)',
  'short.lecunNormal': 'LeCun',
  'short.lecunUniform': 'LeCun uniform',
  'short.xavierNormal': 'Xavier',
  'short.xavierUniform': 'Xavier uniform',
  'short.heNormal': 'He',
  'short.heUniform': 'He uniform',
  'short.torchDefault': 'PyTorch',
  'inputs.normal': 'normal, N(0, 1)',
  'inputs.uniform': 'uniform',
  'inputs.relu': 'ReLU of normal',
  'inputs.constant': 'constant',

  'chart.layer': 'layer l',
  'chart.secondMoment': 'second moment q = E[z²]',
  'chart.step': 'training step',
  'chart.loss': 'training loss',
  'chart.accuracy': 'test accuracy',
  'chart.theory': 'theory',
  // Label of a curve: {start} is a short name such as He.
  'chart.startAndSeed': '{start}, seed {seed}',
  // Label of a curve that cannot be drawn from some layer on; {value} is 0, ∞ or NaN.
  'chart.fate': '{label}: {value} from layer {layer}',
  // Label of a curve that a log axis cannot show at all.
  'chart.withValue': '{label}: {value}',
  // Legend of a network whose loss has no line: {value} is ∞ or NaN; or the top of the chart.
  'chart.lossFate': '{label}: loss {value} from step {step}',
  'chart.lossAbove': '{label}: loss above {value}',
  'chart.nothingToShow': 'Every value is zero, infinite or not a number. The data below have them.',
  'chart.measured': 'measured',
  'chart.band': '5–95% of seeds',
  'chart.chance': 'chance',
  'chart.undecided': 'ln 10',
  'chart.fanIn': 'fan-in n',
  'chart.output': 'second moment of the output, E[y²]',
  'chart.law': 'n Var[w] E[x²]',
  'chart.naive': 'n Var[w] Var[x]',
  'chart.learningRate': 'learning rate',
  'chart.width': 'width {n}',
  'chart.gainLine': 'n Var[w] = {value}',

  'table.layer': 'Layer',
  'table.measured': 'Measured, seed {seed}',
  'table.theory': 'Theory',
  'table.low': '5% of seeds',
  'table.median': 'Median',
  'table.high': '95% of seeds',
  'table.step': 'Step',
  'table.loss': 'Loss',
  'table.accuracy': 'Test accuracy',
  'table.error': 'Standard error',

  'summary.nothing-yet': 'Nothing has been computed yet.',
  'summary.depth-sweep':
    'Second moment of the pre-activations over {depth} layers, {start}, {activation}, seed {seed}: {first} in layer 1 and {last} in layer {reached}, where theory says {theory}.',
  // For weights that the theory does not cover.
  'summary.depth-sweep-measured':
    'Second moment of the pre-activations over {depth} layers, {start}, {activation}, seed {seed}: {first} in layer 1 and {last} in layer {reached}.',
  'summary.depth-compare':
    'Second moment over {depth} layers for three sizes of weights: it ends at {low}, {middle} and {high}.',
  'summary.band-width':
    'Second moment over {depth} layers: the 5–95% band of the seeds narrows as the width grows from {narrow} to {wide} units.',
  'summary.one-layer':
    'Second moment of one layer’s output for fan-in 1 to {fanIn}: measured {measured} at the right end, theory {theory}.',
  'summary.train-digits':
    'Loss and test accuracy over {steps} steps, {activation}, learning rate {learningRate}. Test accuracy at step {measured}: {results}.',
  'summary.train-digits-early':
    'Loss over {steps} steps, {activation}, learning rate {learningRate}. The test accuracy has not been measured yet.',
  'summary.learning-rates': 'Test accuracy after training at several learning rates. Best of each start: {results}.',
  // One entry of {results} above, joined by the list separator of the language.
  'summary.result': '{start} {value}',
} as const satisfies Record<string, Message>;
