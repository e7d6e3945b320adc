import { describe, expect, test } from 'vitest';
import { fitLogisticRegression } from '../../../src/evaluation/citation-check/logistic-regression.ts';

const example = (values: readonly number[], positive: boolean) => ({ values, positive, weight: 1 });
/** The first feature tells the classes apart, the second speaks against the class, the third is noise. */
const examples = Array.from({ length: 400 }, (_, index) => {
  const positive = index % 2 === 0;
  const noise = (index * 7919) % 11 < 5 ? 1 : 0;
  const mistaken = index % 20 === 0;
  return example([positive !== mistaken ? 1 : 0, positive ? 0 : 1, noise], positive);
});

describe('a logistic regression without negative weights', () => {
  test('weighs what tells, and nothing that speaks against the class', () => {
    const { weights, bias } = fitLogisticRegression(examples);
    expect(weights[0]).toBeGreaterThan(1);
    expect(weights[1]).toBe(0);
    expect(bias).toBeLessThan(0);
  });

  test('has a gradient of zero where it ends', () => {
    const one = [example([1], true), example([1], true), example([1], false), example([0], false), example([0], true)];
    const { weights, bias } = fitLogisticRegression(one);
    const excess = one.reduce(
      (sum, { values, positive }) =>
        sum + 1 / (1 + Math.exp(-(bias + (weights[0] ?? 0) * (values[0] ?? 0)))) - (positive ? 1 : 0),
      0,
    );
    expect(excess).toBeCloseTo(0, 3);
  });

  test('is the same each time', () => {
    expect(fitLogisticRegression(examples)).toEqual(fitLogisticRegression(examples));
  });
});
