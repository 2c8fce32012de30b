import { expect, test } from 'vitest';
import { fileStream, inStream } from './numpy-streams.ts';

const uniform = { fn: 'uniform', seed: '1' };

test('the description of a file says which stream it is about', () => {
  expect(fileStream({ description: 'np.random.default_rng(s) then the named method' }, [uniform])).toBe('generator');
  expect(fileStream({ description: 'np.random.seed(s) then the named function (float64)' }, [uniform])).toBe('legacy');
});

test('without a description, functions that one stream alone has say it', () => {
  expect(fileStream({}, [uniform, { fn: 'pcg64_raw' }])).toBe('generator');
  expect(fileStream({}, [uniform, { fn: 'randn' }])).toBe('legacy');
  expect(fileStream({}, [uniform])).toBe('unknown');
  expect(fileStream({}, [{ fn: 'randn' }, { fn: 'pcg64_raw' }, null])).toBe('unknown');
});

test('a case is compared with the stream of its file, or with both where nothing decides', () => {
  const onlyGenerator = (stream: string) => {
    if (stream !== 'generator') throw new Error(`${stream} differs`);
    return 'exact' as const;
  };
  expect(inStream(['legacy', 'generator'], 'generator', onlyGenerator)).toBe('exact');
  expect(inStream(['legacy', 'generator'], 'unknown', onlyGenerator)).toBe('exact');
  expect(() => inStream(['legacy', 'generator'], 'legacy', onlyGenerator)).toThrow('legacy differs');
  expect(() => inStream(['legacy'], 'generator', onlyGenerator)).toThrow('legacy differs');
  expect(() => inStream([], 'unknown', onlyGenerator)).toThrow('no stream of NumPy has all of these functions');
  const neither = (stream: string) => {
    throw new Error(`not ${stream}`);
  };
  expect(() => inStream(['legacy', 'generator'], 'unknown', neither)).toThrow(
    'neither stream of NumPy agrees; legacy: not legacy; generator: not generator',
  );
});
