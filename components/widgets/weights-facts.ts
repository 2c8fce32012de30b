import { cell } from '#charts/chart.ts';
import type { WeightsRun } from '#charts/weights.ts';
import { formatNumber } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import { paramLabel } from './labels.ts';

type Frame = WeightsRun['frame'];
type Law = NonNullable<Frame['law']>;
type Fact = readonly [name: string, value: string];

const exact = { significant: 6 } as const;
const integer = 'integer' as const;

/** The law of a weight and what was measured of the draw, as names with values. */
export const weightsFacts = (frame: Frame, t: Translate): Fact[] => [
  ...(frame.law ? lawFacts(frame.law, frame.theory?.std ?? Number.NaN, t) : []),
  ...measuredFacts(frame, t),
  [t('weights.shape'), frame.shape.join(' × ')],
  [paramLabel('fanIn', t), cell(frame.fans.fanIn, integer)],
  [paramLabel('fanOut', t), cell(frame.fans.fanOut, integer)],
  [t('weights.count'), cell(frame.count, integer)],
  [t('weights.words'), cell(frame.words, integer)],
];

/** Which law it is, with its bounds where it has some, and its standard deviation: the two are easily mistaken. */
function lawFacts(law: Law, std: number, t: Translate): Fact[] {
  const fact: Fact = [t('weights.law'), lawName(law, t)];
  const deviation: Fact = [t('weights.std'), cell(std, exact)];
  if (law.kind === 'constant') return [fact];
  if (law.kind === 'uniform') {
    const bounds: Fact = isSymmetric(law) ? [t('weights.bound'), cell(law.high, exact)] : interval(law, ')', t);
    return [fact, bounds, deviation];
  }
  if (law.kind !== 'truncatedNormal') return [fact, deviation];
  return [
    fact,
    interval(law, ']', t),
    [t('weights.stdBefore'), cell(law.parentStd, exact)],
    [t('weights.stdAfter'), cell(std, exact)],
  ];
}

const isSymmetric = ({ low, high }: { low: number; high: number }) => low === -high;

const interval = ({ low, high }: { low: number; high: number }, end: string, t: Translate): Fact => [
  t('weights.interval'),
  `[${cell(low, exact)}, ${cell(high, exact)}${end}`,
];

function lawName(law: Law, t: Translate): string {
  if (law.kind === 'uniform') return t(isSymmetric(law) ? 'law.uniform' : 'law.uniformFrom');
  if (law.kind !== 'mixture') return t(`law.${law.kind}`);
  const isFixed = law.parts.every(({ distribution }) => distribution.kind === 'constant');
  return t(isFixed ? 'law.mixtureOfConstants' : 'law.mixture');
}

function measuredFacts({ law, moments, distance }: Frame, t: Translate): Fact[] {
  if (!moments || law?.kind === 'constant') return [];
  return [
    [t('weights.mean'), against(moments.mean, t)],
    [t('weights.variance'), against(moments.variance, t)],
    ...(distance ? [[t('weights.distance'), distanceText(distance, t)] as const] : []),
  ];
}

function against({ measured, theory, error }: NonNullable<Frame['moments']>['mean'], t: Translate): string {
  return t('weights.against', { measured: withError(measured, error), theory: cell(theory, exact) });
}

/** A measured value and its standard error, both to the error's second digit: `0.002539 ± 0.000013`. */
function withError(value: number, error: number | undefined): string {
  if (!error) return cell(value, { significant: 4 });
  const decimals = 1 - Number(error.toExponential(1).split('e')[1]);
  if (decimals < 0 || decimals > 9) return `${cell(value, { significant: 4 })} ± ${cell(error, { significant: 2 })}`;
  return `${cell(value, { decimals })} ± ${cell(error, { decimals })}`;
}

function distanceText({ statistic, p }: NonNullable<Frame['distance']>, t: Translate): string {
  const distance = formatNumber(statistic);
  return p === undefined
    ? t('weights.distanceOnly', { distance })
    : t('weights.distanceAndP', { distance, p: formatNumber(p) });
}
