import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryFilter, latestDay } from '../../src/indexing/entry-filter.ts';

test('a partial date lasts until the last day it can mean', () => {
  expect(['2021', '2021-02', '2024-02', '2021-10-21'].map(latestDay)).toEqual([
    '2021-12-31',
    '2021-02-28',
    '2024-02-29',
    '2021-10-21',
  ]);
});

test('no filter is no test', () => {
  expect(entryFilter(undefined)).toBeUndefined();
  expect(entryFilter({})).toBeUndefined();
});

test('an outlet is compared without regard to case and accents', () => {
  const passes = entryFilter({ outlet: ' liberation' })!;
  expect(passes({ published: null, outlet: 'Libération' })).toBe(true);
  expect(passes({ published: null, outlet: 'Le Monde' })).toBe(false);
  expect(passes({ published: null, outlet: null })).toBe(false);
});

test('what has appeared by a day has appeared by every later day', () => {
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
  const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.toISOString().slice(0, length));
  fc.assert(
    fc.property(partial, partial, partial, (published, one, other) => {
      const [early, late] = latestDay(one) <= latestDay(other) ? [one, other] : [other, one];
      const appeared = (asOf: string) => entryFilter({ asOf })!({ published, outlet: null });
      expect(appeared(published)).toBe(true);
      if (appeared(early)) expect(appeared(late)).toBe(true);
    }),
  );
});
