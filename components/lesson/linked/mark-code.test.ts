import { expect, it } from 'vitest';
import { placesOf } from './mark-code.ts';

const named = (source: string) =>
  placesOf(source, ['fanIn', 'inputMoment', 'weightVariance']).map(
    ({ quantity, start, end }) => `${quantity}: ${source.slice(start, end)}`,
  );

it('finds the names of quantities in code, the longest first', () => {
  expect(named('const q = n * varW * secondMoment(x);')).toEqual([
    'fanIn: n',
    'weightVariance: varW',
    'inputMoment: secondMoment(x)',
  ]);
  expect(named('fans(shape).n + nn + n1 + $n')).toEqual([]);
});

it('finds none in comments and texts, but in what a template computes', () => {
  expect(named('// n\nconst a = \'n\' + "n"; /* n\n n */ n;')).toEqual(['fanIn: n']);
  // The text of a source, which computes nothing here.
  expect(named(['`law: n ', '{(n * varW).toFixed(3)} n`'].join('$'))).toEqual(['fanIn: n', 'weightVariance: varW']);
});
