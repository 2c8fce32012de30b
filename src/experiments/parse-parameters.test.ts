import { describe, expect, it } from 'vitest';
import type { Parameters } from './parameters.ts';
import { defaultValues, formatValues, largestSeed, parseValues, strictValues } from './parse-parameters.ts';

const params = {
  depth: { kind: 'integer', default: 50, min: 1, max: 200 },
  offset: { kind: 'integer', default: 0, min: -5, max: 5 },
  gain: { kind: 'number', default: 1, min: 0.25, max: 4 },
  rate: { kind: 'number', default: 0.1, min: 0.001, max: 10, scale: 'log' },
  init: { kind: 'choice', default: 'he', options: ['zero', 'xavier', 'he'] },
  starts: { kind: 'choices', default: ['zero', 'he'], options: ['zero', 'xavier', 'he'] },
  seed: { kind: 'seed', default: 7 },
} as const satisfies Parameters;

const parse = (raw: Record<string, string>) => parseValues(params, raw);

describe('parseValues', () => {
  it('gives the defaults for an empty address, without notes', () => {
    expect(parse({})).toEqual({ values: defaultValues(params), notes: [] });
    expect(defaultValues(params)).toEqual({
      depth: 50,
      offset: 0,
      gain: 1,
      rate: 0.1,
      init: 'he',
      starts: ['zero', 'he'],
      seed: 7,
    });
  });

  it('reads every kind of value', () => {
    const { values, notes } = parse({
      depth: '30',
      offset: '-3',
      gain: '.5',
      rate: '1e-3',
      init: 'xavier',
      starts: 'he,xavier,he',
      seed: '2147483647',
      unknown: '1',
    });
    expect(values).toEqual({
      depth: 30,
      offset: -3,
      gain: 0.5,
      rate: 0.001,
      init: 'xavier',
      starts: ['xavier', 'he'],
      seed: largestSeed,
    });
    expect(notes).toEqual([]);
  });

  it('clamps a number outside its range and says so', () => {
    const { values, notes } = parse({ depth: '1000', gain: '-2', seed: '1e400' });
    expect(values).toMatchObject({ depth: 200, gain: 0.25, seed: largestSeed });
    expect(notes).toEqual([
      { key: 'depth', code: 'clamped', given: '1000', used: '200', min: 1, max: 200 },
      { key: 'gain', code: 'clamped', given: '-2', used: '0.25', min: 0.25, max: 4 },
      { key: 'seed', code: 'clamped', given: '1e400', used: '2147483647', min: 0, max: largestSeed },
    ]);
  });

  it('falls back to the default for what it cannot read and says so', () => {
    for (const given of ['', 'abc', '0x10', 'Infinity', 'NaN', '1 2', '1.5', '1,5', '1e', '--3']) {
      const { values, notes } = parse({ depth: given });
      expect(values.depth).toBe(50);
      expect(notes).toEqual([{ key: 'depth', code: 'unreadable', given, used: '50', min: 1, max: 200 }]);
    }
  });

  it('keeps the known ones of several options and names the unknown', () => {
    const options = ['zero', 'xavier', 'he'];
    const note = { key: 'starts', code: 'unknownOption', options };
    expect(parse({ starts: 'xavier,hee' })).toMatchObject({
      values: { starts: ['xavier'] },
      notes: [{ ...note, given: 'hee', used: 'xavier' }],
    });
    expect(parse({ starts: 'hee' })).toMatchObject({
      values: { starts: ['zero', 'he'] },
      notes: [{ ...note, given: 'hee', used: 'zero,he' }],
    });
    expect(parse({ starts: '' }).notes).toEqual([{ ...note, code: 'unreadable', given: '', used: 'zero,he' }]);
    expect(parse({ init: 'He' }).notes).toEqual([
      { key: 'init', code: 'unknownOption', given: 'He', used: 'he', options },
    ]);
  });

  it('is not fooled by keys that every object has', () => {
    const withPrototypeNames = { toString: { kind: 'seed', default: 1 } } as const satisfies Parameters;
    expect(parseValues(withPrototypeNames, {})).toEqual({ values: { toString: 1 }, notes: [] });
  });
});

describe('formatValues', () => {
  it('writes only what differs from the defaults', () => {
    expect(formatValues(params, defaultValues(params))).toEqual({});
    expect(formatValues(params, { ...defaultValues(params), gain: 1 / 3, starts: ['he'] })).toEqual({
      gain: '0.3333333333333333',
      starts: 'he',
    });
  });
});

describe('strictValues', () => {
  const strict = (raw: Record<string, string>) => () => strictValues(params, raw);

  it('reads legal values', () => {
    expect(strict({ depth: '3', init: 'zero' })()).toEqual({ ...defaultValues(params), depth: 3, init: 'zero' });
  });

  it('names the value and the remedy when a value is wrong', () => {
    expect(strict({ depth: '500' })).toThrow('depth must be an integer from 1 to 200, got 500');
    expect(strict({ gain: 'big' })).toThrow('gain must be a number from 0.25 to 4, got big');
    expect(strict({ seed: '-1' })).toThrow('seed must be an integer from 0 to 2147483647, got -1');
    expect(strict({ init: 'hee' })).toThrow('init must be one of zero, xavier, he, got hee');
    expect(strict({ starts: 'he,heee' })).toThrow(
      'starts must be one or more, separated by commas, of zero, xavier, he, got heee',
    );
    expect(strict({ deep: '3' })).toThrow(
      'there is no option --deep; the options are depth, offset, gain, rate, init, starts, seed',
    );
  });
});

describe('any text at all', () => {
  let state = 7;
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const pieces = [...'0123456789.,-+eE xé\u0000\ud800%', 'he', 'zero', 'xavier', 'Infinity', '1e9', 'NaN', '💥'];
  const text = () => Array.from({ length: random(6) }, () => pieces[random(pieces.length)]).join('');
  const keys = [...Object.keys(params), '__proto__', 'toString', 'other'];
  const address = () =>
    Object.fromEntries(Array.from({ length: random(9) }, () => [keys[random(keys.length)], text()]));

  const between = (value: number, min: number, max: number) => value >= min && value <= max;
  const isLegal = ({ depth, offset, gain, rate, init, starts, seed }: ReturnType<typeof parse>['values']) =>
    [depth, offset, seed].every(Number.isInteger) &&
    between(depth, 1, 200) &&
    between(offset, -5, 5) &&
    between(gain, 0.25, 4) &&
    between(rate, 0.001, 10) &&
    between(seed, 0, largestSeed) &&
    params.init.options.includes(init) &&
    starts.length > 0 &&
    new Set(starts).size === starts.length &&
    starts.every((start) => params.starts.options.includes(start));

  it('becomes legal values and survives the way to text and back, 20,000 times (seed 7)', () => {
    let noted = 0;
    for (let i = 0; i < 20_000; i++) {
      const { values, notes } = parse(address());
      if (notes.length > 0) noted += 1;
      if (!isLegal(values)) expect.fail(JSON.stringify(values));
      expect(parse(formatValues(params, values))).toEqual({ values, notes: [] });
    }
    expect(noted).toBeGreaterThan(5000);
    expect(noted).toBeLessThan(20_000);
  });
});
