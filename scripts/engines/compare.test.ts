import { expect, it } from 'vitest';
import { compare } from './compare.ts';

it('finds nothing between equal texts', () => {
  expect(compare('{"q":[1,0.5]}\n', '{"q":[1,0.5]}\n')).toBeUndefined();
});

it('shows where a result differs in its last bit, and from what', () => {
  expect(compare('{"q":[1,0.30000000000000004]}\n', '{"q":[1,0.3]}\n')).toBe(
    'differs at character 11: {"q":[1,0.3]} … and committed is {"q":[1,0.30000000000000004]} …',
  );
});

it('shows a result that ends early', () => {
  expect(compare('[1,2]', '[1,2')).toContain('differs at character 4');
});

it('says why a result could not be computed', () => {
  expect(compare('{}', new Error('out of memory'))).toBe('could not be computed: out of memory');
});
