import { expect, test } from 'vitest';
import { convolve } from '../convolution.ts';

test('adds up neighbors, with zeros or the other side beyond the edge', () => {
  const box = { shape: [1, 1, 3], weights: [1, 10, 100] };
  expect([...convolve(box, [1, 2, 3], [3])]).toEqual([210, 321, 32]);
  expect([...convolve({ ...box, circular: true }, [1, 2, 3], [3])]).toEqual([213, 321, 132]);
});

test('adds up its inputs, and with groups those of its own group only', () => {
  const x = [1, 2, 3, 4, 5, 6, 7, 8]; // 4 channels of 2
  expect([...convolve({ shape: [1, 4, 1], weights: [1, 1, 1, 1] }, x, [2])]).toEqual([16, 20]);
  expect([...convolve({ shape: [2, 2, 1], weights: [1, 1, 1, 1], groups: 2 }, x, [2])]).toEqual([4, 6, 12, 14]);
});

test('walks over pictures of two dimensions, the last axis first', () => {
  const right = { shape: [1, 1, 1, 3], weights: [0, 0, 1] };
  expect([...convolve(right, [1, 2, 3, 4], [2, 2])]).toEqual([2, 0, 4, 0]);
  const below = { shape: [1, 1, 3, 1], weights: [0, 0, 1] };
  expect([...convolve(below, [1, 2, 3, 4], [2, 2])]).toEqual([3, 4, 0, 0]);
});
