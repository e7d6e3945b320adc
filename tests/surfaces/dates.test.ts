import { describe, expect, test } from 'vitest';
import { isPartialDate, lastDay, longDate, readDate } from '../../src/surfaces/dates.ts';

describe('a date as it is shown', () => {
  test.each([
    ['2021-10-01', '1er octobre 2021', '1 October 2021'],
    ['2021-12-21', '21 décembre 2021', '21 December 2021'],
    ['2021-10', 'octobre 2021', 'October 2021'],
    ['2021', '2021', '2021'],
    ['undated', 'undated', 'undated'],
  ])('%s is "%s" in French and "%s" in English', (date, french, english) => {
    expect(longDate(date, 'fr')).toBe(french);
    expect(longDate(date, 'en')).toBe(english);
  });
});

describe('a date as it is written', () => {
  const now = new Date(Date.UTC(2021, 10, 15, 12));

  test.each([
    ['2021-10-01', '2021-10-01'],
    ['2021-10', '2021-10'],
    ['2021', '2021'],
    ['1er octobre 2021', '2021-10-01'],
    ['le 1er octobre 2021', '2021-10-01'],
    ['1 October 2021', '2021-10-01'],
    ['October 1st, 2021', '2021-10-01'],
    ['octobre 2021', '2021-10'],
    ['October 2021', '2021-10'],
    ['3/12/2021', '2021-12-03'],
    ['yesterday', '2021-11-14'],
    ['hier', '2021-11-14'],
  ])('"%s" is read as %s in both languages', async (text, expected) => {
    expect(await readDate(text, 'fr', now)).toBe(expected);
    expect(await readDate(text, 'en', now)).toBe(expected);
  });

  test.each(['', 'Macron', '2021-02-30', '2021-13', 'what did Macron say in March'])(
    'no date is read from "%s"',
    async (text) => {
      expect(await readDate(text, 'fr', now)).toBeNull();
      expect(await readDate(text, 'en', now)).toBeNull();
    },
  );

  test('is checked against the calendar', () => {
    expect(isPartialDate('2020-02-29')).toBe(true);
    expect(isPartialDate('2021-02-29')).toBe(false);
    expect(isPartialDate('21-02-03')).toBe(false);
  });

  test('stands for its last day when only a month or a year is given', () => {
    expect(lastDay('2021-02')).toBe('2021-02-28');
    expect(lastDay('2024-02')).toBe('2024-02-29');
    expect(lastDay('2021')).toBe('2021-12-31');
    expect(lastDay('2021-10-01')).toBe('2021-10-01');
  });
});
