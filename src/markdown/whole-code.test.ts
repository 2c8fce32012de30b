import { expect, it } from 'vitest';
import { staysWhole } from './whole-code.ts';

it('keeps a shape and a short call on one line', () => {
  expect(staysWhole('[50, 400]')).toBe(true);
  expect(staysWhole('normal_(weight, 0, 1)')).toBe(true);
});

it('leaves code alone that has no space, or that may not fit the line of a phone', () => {
  expect(staysWhole('kaiming_uniform_')).toBe(false);
  expect(staysWhole('nn.init.normal_(m.weight, 0, 3.6 / m.in_features ** 0.5)')).toBe(false);
});
