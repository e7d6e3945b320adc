import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { climb, standardise } from '../../src/evaluation/gradient-ascent.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('standardised columns', () => {
  const rows = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 8,
    }),
  );

  it('have mean 0, and give back the rows', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const standard = standardise(given);
        for (const at of given[0]!.keys()) {
          expect(Math.abs(mean(standard.rows.map((row) => row[at]!)))).toBeLessThan(1e-3);
          for (const [index, row] of standard.rows.entries())
            expect(row[at]! * standard.deviation[at]! + standard.mean[at]!).toBeCloseTo(given[index]![at]!);
        }
      }),
    );
  });

  it('have deviation 1, or 0 where all is the same', () => {
    const { rows: standard, deviation } = standardise([
      [1, 5],
      [3, 5],
    ]);
    expect(standard).toEqual([
      [-1, 0],
      [1, 0],
    ]);
    expect(deviation).toEqual([1, 1]);
  });

  it('are none for no rows', () => expect(standardise([])).toEqual({ rows: [], mean: [], deviation: [] }));
});

describe('climbing', () => {
  /** Steepest towards a peak. */
  const towards = (peak: readonly number[]) => (weights: readonly number[]) =>
    weights.map((weight, at) => peak[at]! - weight);

  it('reaches the peak, but for what weight decay takes', () => {
    const [first, second] = climb(2, towards([2, -1]));
    expect(first).toBeCloseTo(2 / 1.01, 1);
    expect(second).toBeCloseTo(-1 / 1.01, 1);
  });

  it('stops at 0 where the peak has the forbidden sign', () => {
    expect(climb(3, towards([2, -1, -1]), [-1, 1, 0]).slice(0, 2)).toEqual([0, 0]);
    expect(climb(3, towards([2, -1, -1]), [-1, 1, 0])[2]).toBeLessThan(0);
  });

  it('leaves a permitted sign alone', () => {
    expect(climb(2, towards([2, -1]), [1, -1])).toEqual(climb(2, towards([2, -1])));
  });

  it('stays where nothing pulls', () => expect(climb(2, () => [0, 0])).toEqual([0, 0]));
});
