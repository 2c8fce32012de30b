import type { Start } from '#charts/series.ts';

/** Terms of the glossary that name one start: they carry its line wherever they stand in a text. */
export const startOfTerm: Readonly<Record<string, Start>> = {
  'zero-init': 'zero',
  'constant-init': 'constant',
  'lecun-init': 'lecun',
  'xavier-init': 'xavier',
  'he-init': 'he',
};

/** Lessons about one start, or about two of a kind: their titles stand on its line, and the list of lessons shows it. */
const startsOfLessons: Readonly<Record<string, readonly Start[]>> = {
  symmetry: ['zero'],
  'too-small-too-large': ['normal1', 'normal001'],
  lecun: ['lecun'],
  xavier: ['xavier'],
  he: ['he'],
  frameworks: ['torch'],
};

/** The starts that a lesson is about: none, one or two. */
export const startsOfLesson = (slug: string): readonly Start[] => startsOfLessons[slug] ?? [];
