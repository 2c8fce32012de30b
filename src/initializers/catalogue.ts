import { deltaOrthogonal } from './delta-orthogonal.ts';
import { dirac } from './dirac.ts';
import { identity } from './identity.ts';
import type { Initializer } from './initializer.ts';
import * as rows from './named-rows.ts';
import { orthogonal } from './orthogonal.ts';
import { constant, normal, ones, truncatedNormal, uniform, zeros } from './plain.ts';
import { sparse } from './sparse.ts';
import { torchDefaultWeight } from './torch-default.ts';
import type { FanMode } from './variance-scaling.ts';

export type CatalogueId =
  | 'zeros'
  | 'ones'
  | 'constant'
  | 'normal'
  | 'uniform'
  | 'truncatedNormal'
  | 'lecunNormal'
  | 'lecunUniform'
  | 'lecunTruncatedNormal'
  | 'xavierNormal'
  | 'xavierUniform'
  | 'xavierTruncatedNormal'
  | 'heNormal'
  | 'heUniform'
  | 'heTruncatedNormal'
  | 'torchLinear'
  | 'identity'
  | 'dirac'
  | 'orthogonal'
  | 'deltaOrthogonal'
  | 'sparse';

export interface CatalogueOptions {
  /** Multiplies every weight. */
  gain: number;
  mode: FanMode;
}

export interface CatalogueRow {
  id: CatalogueId;
  make(options: CatalogueOptions): Initializer;
  /** Which options `make` looks at. */
  options: readonly (keyof CatalogueOptions)[];
  /** What it can fill: a layer of any kind, only a matrix `[out, in]`, only a convolution's `[out, in, k...]`. */
  shapes: 'any' | 'matrix' | 'kernel';
  /** TeX: Var[w] at gain 1 in mode fanIn. */
  variance: string;
  /** TeX: the law of a weight, or of its matrix W, at gain 1 in mode fanIn; another gain makes the I of W W^T = I into gain^2 I. */
  law: string;
  /** The id of a work in content/references.json. */
  source: string;
}

type Rest = Omit<CatalogueRow, 'id' | 'options'> & Partial<Pick<CatalogueRow, 'options'>>;

const row = (id: CatalogueId, rest: Rest): CatalogueRow => ({
  id,
  options: [],
  ...rest,
});

const perFan = (numerator: string) => `\\frac{${numerator}}{n_\\mathrm{in}}`;
const perSum = (numerator: string) => `\\frac{${numerator}}{n_\\mathrm{in} + n_\\mathrm{out}}`;
const normalLaw = (variance: string) => `\\mathcal{N}\\left(0, ${variance}\\right)`;
const uniformLaw = (threeVariances: string) => `\\mathcal{U}\\left[\\pm\\sqrt{${threeVariances}}\\,\\right)`;
/** N(0, s^2) cut at +-2s, where s is chosen so that the variance is right after the cut. */
const cutLaw = (variance: string) =>
  `\\mathcal{N}\\left(0, s^2\\right)\\big|_{\\pm 2s},\\quad s^2 = \\frac{1}{0.8796^2} ${variance}`;

/** All initializers, in the order of the course: what a chooser offers and a table lists. */
export const catalogue: Readonly<Record<CatalogueId, CatalogueRow>> = {
  zeros: row('zeros', { make: zeros, shapes: 'any', variance: '0', law: '0', source: 'paszke2019' }),
  ones: row('ones', { make: ones, shapes: 'any', variance: '0', law: '1', source: 'paszke2019' }),
  constant: row('constant', {
    make: ({ gain }) => constant(gain / 100),
    options: ['gain'],
    shapes: 'any',
    variance: '0',
    law: '0.01',
    source: 'paszke2019',
  }),
  normal: row('normal', {
    make: ({ gain }) => normal({ std: gain }),
    options: ['gain'],
    shapes: 'any',
    variance: '1',
    law: normalLaw('1'),
    source: 'paszke2019',
  }),
  uniform: row('uniform', {
    make: ({ gain }) => uniform({ low: -gain, high: gain }),
    options: ['gain'],
    shapes: 'any',
    variance: '\\frac{1}{3}',
    law: '\\mathcal{U}\\left[-1, 1\\right)',
    source: 'paszke2019',
  }),
  truncatedNormal: row('truncatedNormal', {
    make: ({ gain }) => truncatedNormal({ std: gain, low: -2 * gain, high: 2 * gain }),
    options: ['gain'],
    shapes: 'any',
    variance: '0.8796^2',
    law: '\\mathcal{N}\\left(0, 1\\right)\\big|_{\\pm 2}',
    source: 'johnson1994',
  }),
  lecunNormal: row('lecunNormal', {
    make: () => rows.lecunNormal(),
    shapes: 'any',
    variance: perFan('1'),
    law: normalLaw(perFan('1')),
    source: 'lecun1998',
  }),
  lecunUniform: row('lecunUniform', {
    make: () => rows.lecunUniform(),
    shapes: 'any',
    variance: perFan('1'),
    law: uniformLaw(perFan('3')),
    source: 'lecun1998',
  }),
  lecunTruncatedNormal: row('lecunTruncatedNormal', {
    make: () => rows.lecunTruncatedNormal(),
    shapes: 'any',
    variance: perFan('1'),
    law: cutLaw(perFan('1')),
    source: 'lecun1998',
  }),
  xavierNormal: row('xavierNormal', {
    make: ({ gain }) => rows.xavierNormal({ gain }),
    options: ['gain'],
    shapes: 'any',
    variance: perSum('2'),
    law: normalLaw(perSum('2')),
    source: 'glorot2010',
  }),
  xavierUniform: row('xavierUniform', {
    make: ({ gain }) => rows.xavierUniform({ gain }),
    options: ['gain'],
    shapes: 'any',
    variance: perSum('2'),
    law: uniformLaw(perSum('6')),
    source: 'glorot2010',
  }),
  xavierTruncatedNormal: row('xavierTruncatedNormal', {
    make: ({ gain }) => rows.xavierTruncatedNormal({ gain }),
    options: ['gain'],
    shapes: 'any',
    variance: perSum('2'),
    law: cutLaw(perSum('2')),
    source: 'glorot2010',
  }),
  heNormal: row('heNormal', {
    make: ({ mode }) => rows.heNormal({ mode }),
    options: ['mode'],
    shapes: 'any',
    variance: perFan('2'),
    law: normalLaw(perFan('2')),
    source: 'he2015',
  }),
  heUniform: row('heUniform', {
    make: ({ mode }) => rows.heUniform({ mode }),
    options: ['mode'],
    shapes: 'any',
    variance: perFan('2'),
    law: uniformLaw(perFan('6')),
    source: 'he2015',
  }),
  heTruncatedNormal: row('heTruncatedNormal', {
    make: ({ mode }) => rows.heTruncatedNormal({ mode }),
    options: ['mode'],
    shapes: 'any',
    variance: perFan('2'),
    law: cutLaw(perFan('2')),
    source: 'he2015',
  }),
  torchLinear: row('torchLinear', {
    make: torchDefaultWeight,
    shapes: 'any',
    variance: '\\frac{1}{3\\, n_\\mathrm{in}}',
    law: uniformLaw(perFan('1')),
    source: 'paszke2019',
  }),
  identity: row('identity', {
    make: identity,
    options: ['gain'],
    shapes: 'matrix',
    variance: '\\frac{1}{m} - \\frac{1}{m^2},\\quad m = \\max(n_\\mathrm{in}, n_\\mathrm{out})',
    law: 'W_{ij} = [\\,i = j\\,]',
    source: 'le2015',
  }),
  dirac: row('dirac', {
    make: () => dirac(),
    shapes: 'kernel',
    variance:
      'p - p^2,\\quad p = \\frac{\\min(c_\\mathrm{in}, c_\\mathrm{out})}{c_\\mathrm{in}\\, c_\\mathrm{out} \\prod k}',
    law: 'W_{ij,t} = [\\,i = j\\,]\\,[\\,t = \\lfloor k/2 \\rfloor\\,]',
    source: 'zagoruyko2017',
  }),
  orthogonal: row('orthogonal', {
    make: orthogonal,
    options: ['gain'],
    shapes: 'any',
    variance: '\\frac{1}{\\max(n_\\mathrm{in}, c_\\mathrm{out})}',
    law: '\\begin{cases} W W^{\\mathsf T} = I & c_\\mathrm{out} \\le n_\\mathrm{in} \\\\ W^{\\mathsf T} W = I & c_\\mathrm{out} > n_\\mathrm{in} \\end{cases}',
    source: 'saxe2013',
  }),
  deltaOrthogonal: row('deltaOrthogonal', {
    make: deltaOrthogonal,
    options: ['gain'],
    shapes: 'kernel',
    variance: '\\frac{1}{c_\\mathrm{out} \\prod k}',
    law: 'W_t^{\\mathsf T} W_t = I,\\; t = \\lfloor (k-1)/2 \\rfloor',
    source: 'xiao2018',
  }),
  sparse: row('sparse', {
    make: ({ gain }) => sparse({ std: gain / 100 }),
    options: ['gain'],
    shapes: 'matrix',
    variance: '(1 - p) \\cdot 0.01^2,\\quad p = \\lceil 0.1\\, n_\\mathrm{out} \\rceil / n_\\mathrm{out}',
    law: 'p\\, [\\,w = 0\\,] + (1 - p)\\, \\mathcal{N}\\left(0, 0.01^2\\right)',
    source: 'martens2010',
  }),
};

/** The initializers' names, in the order of the course. */
export const catalogueIds = Object.keys(catalogue) as CatalogueId[];

/** What comes out the same whatever the seed. */
export const undrawn: ReadonlySet<CatalogueId> = new Set(['zeros', 'ones', 'constant', 'identity', 'dirac']);
