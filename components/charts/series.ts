/** How a series is drawn, everywhere in the course: a color variable of tokens.css and a dash pattern. */
export interface SeriesStyle {
  color: string;
  dash: string;
}

const families = {
  zero: { color: 'var(--zero)', dash: '0.1 5' },
  // As gray and as round as zero, its dots in pairs: both stand in one chart.
  constant: { color: 'var(--zero)', dash: '0.1 4 0.1 9' },
  normal1: { color: 'var(--normal1)', dash: '4 4' },
  normal001: { color: 'var(--normal001)', dash: '11 5' },
  lecun: { color: 'var(--lecun)', dash: '9 4 1 4' },
  xavier: { color: 'var(--xavier)', dash: '7 4' },
  he: { color: 'var(--he)', dash: 'none' },
  torch: { color: 'var(--torch)', dash: '9 4 1 4 1 4' },
  // Initializers that never share a figure with another one.
  other: { color: 'var(--other)', dash: '2 3' },
} as const satisfies Record<string, SeriesStyle>;

/** What has a color and a line of its own; src/styles/series.css has them for the text. */
export type Start = keyof typeof families;

const startOf: Readonly<Record<string, Start>> = {
  zero: 'zero',
  constant: 'constant',
  normal1: 'normal1',
  normal001: 'normal001',
  lecunNormal: 'lecun',
  lecunUniform: 'lecun',
  xavierNormal: 'xavier',
  xavierUniform: 'xavier',
  heNormal: 'he',
  heUniform: 'he',
  torchDefault: 'torch',
  zeros: 'zero',
  ones: 'constant',
  normal: 'normal1',
  lecunTruncatedNormal: 'lecun',
  xavierTruncatedNormal: 'xavier',
  heTruncatedNormal: 'he',
  torchLinear: 'torch',
  uniform: 'other',
  truncatedNormal: 'other',
  identity: 'other',
  dirac: 'other',
  orthogonal: 'other',
  deltaOrthogonal: 'other',
  sparse: 'other',
};

/** What a start or an initializer is drawn as, by its id, such as `heNormal`. */
export function familyOf(start: string): Start {
  const family = startOf[start];
  if (!family) throw new Error(`no color and line for the start "${start}"; add it to components/charts/series.ts`);
  return family;
}

/** The style of all starts of a family. */
export const styleOfFamily = (family: Start): SeriesStyle => families[family];

/** The style of a start or an initializer by its id. */
export const styleOf = (start: string): SeriesStyle => styleOfFamily(familyOf(start));

/** Theory is black and thin, beside whatever start. */
export const theoryStyle: SeriesStyle = { color: 'var(--theory)', dash: 'none' };
