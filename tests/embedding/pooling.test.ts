import { expect, test } from 'vitest';
import { poolTokens } from '../../src/embedding/pooling.ts';

// Two texts of three tokens in two dimensions; the second has one token and padding.
const values = Float32Array.from([3, 0, 0, 4, 3, 4, 0, 2, 9, 9, 9, 9]);
const shape = [2, 3, 2];
const mask = [
  [1, 1, 1],
  [1, 0, 0],
];

test('the mean counts the tokens of the text, not its padding', () => {
  const [first, second] = poolTokens(values, shape, mask, 'mean');
  expect(first).toEqual([6 / Math.hypot(6, 8), 8 / Math.hypot(6, 8)]);
  expect(second).toEqual([0, 1]);
});

test('cls takes the first token', () => {
  expect(poolTokens(values, shape, mask, 'cls')).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test('a model that pools by itself gives one vector per text, whatever the mask', () => {
  for (const pooling of ['mean', 'cls'] as const)
    expect(poolTokens(Float32Array.from([0, 5]), [1, 1, 2], [[0, 1, 1]], pooling)).toEqual([[0, 1]]);
});

test('a text without any direction keeps its zeros', () => {
  expect(poolTokens(new Float32Array(4), [1, 2, 2], [[1, 1]], 'mean')).toEqual([[0, 0]]);
});
