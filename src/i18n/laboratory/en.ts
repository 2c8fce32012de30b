import type { Message } from '../types.ts';

/** The texts of the laboratory, in English. Comments are notes to translators, as in `../en.ts`. */
export const en = {
  // A page of the menu at the top, which has little room: one short word.
  'nav.laboratory': 'Laboratory',

  // Names of experiments in a narrow list, one or two words each; below, the question that each answers.
  'experiment.depth-sweep': 'Depth',
  'experiment.one-layer': 'One layer',
  'experiment.train-digits': 'Digits',
  'experiment.weights': 'Weights',
  'experiment.activation-histograms': 'Activations',
  'experiment.symmetry': 'Symmetry',
  'experiment.gradient-flow': 'Gradients',
  'experiment.variance-map': 'Fixed points',
  'experiment.correlation': 'Two inputs',
  'experiment.train-toy': 'Points in the plane',
  'experiment.clipping': 'Clipping',
  'experiment.precision': 'Number formats',
  'experiment.normalization': 'Normalization',

  'question.depth-sweep': 'Does the signal survive many layers?',
  'question.one-layer': 'How large is the output of one layer?',
  'question.train-digits': 'What does the start do to learning?',
  'question.weights': 'What does this initializer draw?',
  'question.activation-histograms': 'What values do the layers hold?',
  'question.symmetry': 'Can equal units ever become different?',
  'question.gradient-flow': 'Does the error signal reach the first layer?',
  'question.variance-map': 'Where does the second moment settle?',
  'question.correlation': 'Do two inputs stay different?',
  'question.train-toy': 'What does the start do to a decision boundary?',
  'question.clipping': 'What does gradient clipping change?',
  'question.precision': 'When do the numbers run out?',
  'question.normalization': 'Does normalization excuse a bad start?',

  'laboratory.experiments': 'Experiments',
  // {given} is what an address asks for; {used} is the name of an experiment.
  'laboratory.unknown': 'There is no experiment “{given}” here. Shown instead: {used}.',
  'laboratory.noFigure': 'Run the experiment to see its figure.',
  // Stands before four buttons: what a file holds, and its format.
  'laboratory.save': 'Save the result:',
  'laboratory.csv': 'Table (CSV)',
  'laboratory.json': 'All numbers (JSON)',
  'laboratory.svg': 'Figure (SVG)',
  'laboratory.png': 'Figure (PNG)',
  // Beside the four buttons as long as there is nothing to save.
  'laboratory.afterRun': 'Available after a run.',
  'laboratory.saved': '{file} is saved.',
  'laboratory.notSaved': 'The file could not be made: {message}',
  // A panel with a Python program.
  'laboratory.script': 'The same run in PyTorch',
  'laboratory.scriptText': 'A program for your own session, with the settings above and the same seed.',
  'laboratory.saveScript': 'Save {file}',
  'laboratory.noScript':
    'Experiments need JavaScript to run. Without it you see the result of one of them, for its default settings.',

  // A link below a widget of a lesson: the same experiment with the same settings, and all that it has.
  'widget.laboratory': 'Open in the laboratory',
} as const satisfies Record<string, Message>;
