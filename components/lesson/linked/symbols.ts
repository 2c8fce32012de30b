import type { QuantityId } from '#experiments/quantities.ts';
import type { SymbolForms } from '#markdown/mark-symbols.ts';
import type { Lesson } from '../lesson.ts';

/** How a quantity is written: in TeX, in code, and by which settings of experiments it is set. */
export interface Symbol {
  tex: readonly string[];
  code: readonly string[];
  settings?: readonly string[];
}

const { raw } = String;
const variance = raw`\operatorname{Var}[w]`;
const varianceOf = (layer: string) => raw`\operatorname{Var}[w^{(${layer})}]`;

/** The symbols of the course, the same in all lessons; NOTATION.md explains their letters. A lesson says which it links. */
export const symbols: Readonly<Record<QuantityId, Symbol>> = {
  fanIn: {
    tex: ['n', 'n_l', 'n_1', raw`n_\mathrm{in}`, 'd_{l-1}'],
    code: ['fanIn', 'n'],
    settings: ['fanIn', 'width'],
  },
  fanOut: { tex: [raw`n_\mathrm{out}`, 'd_l'], code: ['fanOut'], settings: ['fanOut', 'width'] },
  depth: { tex: ['L'], code: [], settings: ['depth'] },
  weightVariance: {
    tex: [variance, ...['l', '1', 'l+1'].map(varianceOf)],
    code: ['varW', 'variance(w)'],
    settings: ['init', 'gain'],
  },
  factor: {
    tex: [
      `n ${variance}`,
      raw`n_\mathrm{in} ${variance}`,
      `n_l ${varianceOf('l')}`,
      `n_1 ${varianceOf('1')}`,
      raw`\sigma_w^2`,
    ],
    code: [],
    settings: ['init', 'gain'],
  },
  backwardFactor: {
    tex: [raw`n_\mathrm{out} ${variance}`, raw`n_\mathrm{out} ${varianceOf('l+1')}`, `d_l ${varianceOf('l')}`],
    code: [],
    settings: ['init', 'gain'],
  },
  bound: { tex: ['a'], code: ['bound'] },
  inputMoment: { tex: ['E[x^2]'], code: ['secondMoment(x)'], settings: ['inputs', 'inputMean'] },
  inputVariance: { tex: [raw`\operatorname{Var}[x]`], code: [], settings: ['inputs'] },
  outputMoment: { tex: ['E[y^2]', 'E_w[y^2]'], code: ['secondMoment(y)'] },
  outputVariance: { tex: [raw`\operatorname{Var}[y]`], code: [] },
  secondMoment: {
    tex: ['q_l', 'q_{l-1}', 'q_{l+1}', 'q', 'E[z^2]'],
    code: ['q', 'secondMoment(z)', 'secondMoment(preActivation)'],
  },
  inputSecondMoment: { tex: ['q_0'], code: [], settings: ['q0'] },
  firstSecondMoment: { tex: ['q_1'], code: [] },
  lastSecondMoment: { tex: ['q_L'], code: [] },
  activationMoment: { tex: ['E[h^2]', 'E[h_{l-1}^2]'], code: ['secondMoment(h)'] },
  deltaMoment: {
    tex: [raw`E[\delta_l^2]`, raw`E[\delta_{l-1}^2]`, 'm_l', 'm_{l+1}'],
    code: ['secondMoment(delta)'],
  },
  firstDeltaMoment: { tex: [raw`E[\delta_1^2]`, 'm_1'], code: [] },
  lastDeltaMoment: { tex: [raw`E[\delta_L^2]`, 'm_L'], code: [] },
  deltaFactor: { tex: [raw`\chi_l`], code: [] },
  cosine: {
    tex: [raw`\cos \theta`, raw`\cos \theta_l`, raw`\cos \theta_{l+1}`],
    code: [],
    settings: ['cosine'],
  },
};

/** The quantities that a lesson links, in the order of its lesson.ts. */
export const linkedOf = (lesson: Lesson | undefined): readonly QuantityId[] => [
  ...(lesson?.linked?.quantities ?? []),
  ...(lesson?.linked?.withoutValue ?? []),
];

/** The TeX of what a lesson links, or undefined for a page that links nothing. */
export function formsOf(lesson: Lesson | undefined): SymbolForms | undefined {
  const ids = linkedOf(lesson);
  return ids.length === 0 ? undefined : Object.fromEntries(ids.map((id) => [id, symbols[id].tex]));
}
