import { describe, expect, test } from 'vitest';
import { findDates, maskDates } from '../../../src/answering/citation-check/calendar-dates.ts';
import {
  findNumbers,
  rounds,
  sameNumber,
  sharesScale,
  sharesUnit,
} from '../../../src/answering/citation-check/numbers.ts';

const values = (text: string) =>
  findNumbers(text)
    .filter(({ article }) => !article)
    .map(({ value, unit }) => (unit === 'none' ? value : `${value} ${unit}`));

describe('numbers', () => {
  test.each([
    ['50 000 numéros', [50_000]],
    ['50,000 numbers', [50_000]],
    ['1\u202f400 users', [1400]],
    ['cinq ministres et dix-sept médias', [5, 17]],
    ['quatre-vingt-dix-sept pages', [97]],
    ['soixante et onze voix', [71]],
    ['trois mille deux cents', [3200]],
    ['one hundred and eighty journalists', [180]],
    ['une douzaine de pays, a dozen countries', [12, 12]],
    ['half a dozen ships, une demi-douzaine de navires', [6, 6]],
    ['une quarantaine de maires', [40]],
    ['un millier de citoyens', [1000]],
    ['14,2 % et 6.5 times', ['14.2 percent', 6.5]],
    ['$500m, 500 millions de dollars', ['500000000 dollar', '500000000 dollar']],
    ['2 500 euros', ['2500 euro']],
    ['thirty per cent', ['30 percent']],
    ['N12, i24 and Direkt36', []],
  ])('of "%s" are read', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test('agree across languages and forms, not across units or values', () => {
    const [figure] = findNumbers('17');
    const [word] = findNumbers('dix-sept');
    const [percent] = findNumbers('17 %');
    const [other] = findNumbers('71');
    if (!figure || !word || !percent || !other) throw new Error('a number was not found');
    expect(sameNumber(figure, word)).toBe(true);
    expect(sameNumber(percent, figure)).toBe(false);
    expect(sameNumber(other, figure)).toBe(false);
  });

  test('"dozens" may stand for 41, never 41 for "dozens"', () => {
    const [vague] = findNumbers('dozens');
    const [exact] = findNumbers('41');
    if (!vague || !exact) throw new Error('a number was not found');
    expect(sameNumber(vague, exact)).toBe(true);
    expect(sameNumber(exact, vague)).toBe(false);
  });

  const only = (text: string) => {
    const [number, ...more] = findNumbers(text).filter(({ article }) => !article);
    if (!number || more.length > 0) throw new Error(`one number was expected in "${text}"`);
    return number;
  };

  test.each([
    ['more than 1,000 crates', '1,040 crates', true],
    ['plus de 1 000 caisses', '1 900 caisses', false],
    ['près de 500 agents', '487 agents', true],
    ['près de 500 agents', '512 agents', false],
    ['around 40 per cent', '38.6 per cent', true],
    ['around 40 per cent', '38.6 tonnes', false],
    ['about 50,987 numbers', '50,000 numbers', false],
    ['40 crates', '41 crates', false],
  ])('"%s" for "%s": %s', (claim, source, expected) => {
    expect(rounds(claim, only(claim), only(source))).toBe(expected);
  });

  test('of one scale may share its word', () => {
    const claim = '62 of the 159 million euros';
    const [first] = findNumbers(claim);
    if (!first) throw new Error('a number was not found');
    expect(sharesScale(claim, first, only('62 million euros'))).toBe(true);
    expect(sharesScale('62 of them', first, only('62 million euros'))).toBe(false);
    expect(sharesScale(claim, first, only('63 million euros'))).toBe(false);
  });

  test('of one unit may share its word', () => {
    const text = '265,000 of the 410,000 euros due';
    const source = { text, numbers: findNumbers(text) };
    const [found] = source.numbers;
    if (!found) throw new Error('a number was not found');
    expect(sharesUnit(only('265 000 euros'), found, source)).toBe(true);
    expect(sharesUnit(only('265 000 dollars'), found, source)).toBe(false);
    expect(sharesUnit(only('260 000 euros'), found, source)).toBe(false);
  });

  test('"qu\'un" is an article, "seulement un" a number', () => {
    expect(values("Elle n'y voit qu'une carrière.")).toEqual([]);
    expect(values('Seulement un navire est parti.')).toEqual([1]);
  });
});

describe('dates', () => {
  const fields = (text: string) => findDates(text).map(({ year, month, day }) => [year, month, day]);

  test.each([
    ['le mercredi 28 juillet 2021', [[2021, 7, 28]]],
    ['on July 28, 2021', [[2021, 7, 28]]],
    ['on 1 November 2021', [[2021, 11, 1]]],
    ['le 1er octobre', [[undefined, 10, 1]]],
    ['in December', [[undefined, 12, undefined]]],
    [
      'en 2019 et 2020',
      [
        [2019, undefined, undefined],
        [2020, undefined, undefined],
      ],
    ],
    ['they may march on', []],
  ])('of "%s" are read', (text, expected) => {
    expect(fields(text)).toEqual(expected);
  });

  test('are no numbers once blanked, and blanking keeps places', () => {
    const text = 'Le 21 octobre 2021, cinq ministres';
    const masked = maskDates(text, findDates(text));
    expect(masked).toHaveLength(text.length);
    expect(findNumbers(masked).map(({ value }) => value)).toEqual([5]);
  });

  test('"a few days before 21 October" is not 21 October', () => {
    expect(findDates('a few days before 21 October 2021')[0]?.relation).toBe('before');
  });
});
