import type { Message } from '../types.ts';

/** The texts of the home page, the glossary, the references and the foot of each page. Comments are notes to translators. */
export const en = {
  'home.lead':
    'The first random numbers decide whether a deep network can learn at all. Here you derive how large they must be, and run every claim yourself.',
  'home.figureTitle': 'Does the signal survive fifty layers?',
  'home.figureText': 'Bold: one network. Shaded: nine of ten networks. Thin: theory. Choose another start and run it.',
  'home.promiseCode': 'The code shown is the code that runs',
  'home.promiseCodeText':
    'Lessons show the source of the very module that draws the figure beside it. Change a setting and it runs on your machine.',
  'home.promiseNumbers': 'Every number is computed',
  'home.promiseNumbersText':
    'No result is typed. Each comes from a named experiment with a seed, and you can run it again.',
  'home.promiseBits': 'The same bits as PyTorch',
  'home.promiseBitsText': 'Seed 7 here and torch.manual_seed(7) give the same weights, bit for bit, in every browser.',
  'home.start': 'Start with lesson {number}: {title}',
  'home.lessonsTitle': 'The path',
  // The whole course; {lessons} and {hours} are numbers.
  'home.total': 'Lessons: {lessons}. Reading, running and solving take about {hours} hours.',
  'home.partLabel': 'Part {number}',
  'home.partMinutes': 'About {n} minutes',
  'home.part1': 'What goes wrong',
  'home.part1Text': 'Equal weights, small weights, large weights: three ways to fail, each with its reason.',
  'home.part2': 'One law, three rules',
  'home.part2Text': 'How the size of a signal changes in one layer. LeCun, Xavier and He follow from it.',
  'home.part3': 'Put to work',
  'home.part3Text': 'Shapes, gradients and real training: how far the rules carry.',
  'home.part4': 'Practice and beyond',
  'home.part4Text': 'What the frameworks choose for you, what came later, and well-known statements on trial.',
  // Beside lessons and pages that have not been translated.
  'home.inEnglish': 'So far in English only',
  'home.needsTitle': 'What you need',
  'home.needs1': 'Sums, averages, logarithms',
  'home.needs1Text': 'Lessons 1 and 10. Read, run and change the experiments; skip the derivations.',
  'home.needs2': 'Matrices, the chain rule, mean and variance',
  'home.needs2Text':
    'Lessons 1 to 11 and 13, with most of their derivations. A first course in each is enough. Every step names the assumption it uses.',
  'home.needs3': 'An integral over a normal density, singular values',
  'home.needs3Text': 'Some longer derivations in lessons 3, 5 to 9 and 11, and most of lesson 12.',
  'home.needs4': 'Programming',
  'home.needs4Text':
    'None for reading. The cells are TypeScript that follows the formulas line by line; the laboratory writes each experiment as a PyTorch program.',
  'home.needs5': 'Nothing to install',
  'home.needs5Text': 'The experiments run in this browser.',

  'glossary.title': 'Glossary',
  'glossary.lead': 'One form for each term and language, used throughout the course.',
  // Head of a column with numbers of lessons.
  'glossary.lessons': 'Used in lessons',

  // What the links at the foot of each page are together, for screen readers.
  'nav.more': 'More pages',
  'nav.notation': 'Notation',
  'nav.references': 'References',
  'nav.about': 'About the course',

  'references.copy': 'Copy BibTeX',
  'references.download': 'Download all as BibTeX',
  // Followed by links to lessons.
  'references.cited': 'Cited in',
  'references.copied': 'Copied.',
  'references.copyFailed': 'The browser does not allow copying: select the entry and copy it yourself.',
} as const satisfies Record<string, Message>;
