import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/text/dates.ts';
import { parseAsOf, readAsOf } from '../../src/text/parse-as-of.ts';
import {
  comparePartialDates,
  earliestDay,
  formatPartialDate,
  isPartialDate,
  latestDay,
  stretchOf,
  toPartialDate,
} from '../../src/text/partial-date.ts';
import type { Language, PartialDate } from '../../src/types.ts';

const dates = (text: string, language: Language, published: PartialDate | null = null): string[] =>
  findDates(text, language, published).map(({ date }) => date);

describe('dates in a sentence', () => {
  it.each<[string, Language, string[]]>([
    ['L’Élysée a confirmé le vendredi 22 octobre 2021 la rencontre.', 'fr', ['2021-10-22']],
    ['lors d’un entretien le lundi 1er novembre 2021', 'fr', ['2021-11-01']],
    ['créée en mars 2022 pour enquêter', 'fr', ['2022-03']],
    ['dès la fin de l’année 2020', 'fr', ['2020']],
    ['une activité de ce client en France de 2018 à 2021.', 'fr', ['2018', '2021']],
    ['en 2019 et 2020', 'fr', ['2019', '2020']],
    ['publié le 03/11/2021', 'fr', ['2021-11-03']],
    ['reported on July 20, 2021, citing two officials', 'en', ['2021-07-20']],
    ['on Saturday 6 November 2021', 'en', ['2021-11-06']],
    ['In December 2024 the court found', 'en', ['2024-12']],
    ['emerged in mid-July 2021', 'en', ['2021-07']],
    ['The case goes back to 2019, when', 'en', ['2019']],
  ])('reads “%s”', (text, language, expected) => {
    expect(dates(text, language)).toEqual(expected);
  });

  it.each<[string, Language, PartialDate, string[]]>([
    ['il avait envoyé, mercredi, un message', 'fr', '2021-10-22', ['2021-10-20']],
    ['cité le jeudi précédent', 'fr', '2021-07-28', ['2021-07-22']],
    ['vendredi dernier, à Paris', 'fr', '2021-10-22', ['2021-10-15']],
    ['Mais fin septembre, on apprend', 'fr', '2021-10', ['2021-09']],
    ['mi-juillet, le scandale éclate', 'fr', '2021-10', ['2021-07']],
    ['eu début novembre à Glasgow', 'fr', '2021-11-30', ['2021-11']],
    ['le jeudi 22 juillet', 'fr', '2021-07-25', ['2021-07-22']],
    ['Une audience se tiendra le 15 octobre.', 'fr', '2021-07-28', ['2021-10-15']],
    ['déposée le 20 décembre', 'fr', '2022-01-05', ['2021-12-20']],
    ['Hier, le ministre a parlé', 'fr', '2021-10-22', ['2021-10-21']],
    ['il y a trois jours', 'fr', '2021-10-22', ['2021-10-19']],
    ['two days ago', 'en', '2021-10-22', ['2021-10-20']],
    ['three months ago', 'en', '2021-10-22', ['2021-07']],
    ['in late September', 'en', '2021-10-22', ['2021-09']],
    ['published on July 18 by a consortium', 'en', '2021-07-20', ['2021-07-18']],
    ['the previous Thursday', 'en', '2021-07-28', ['2021-07-22']],
    ['since the US decision of Wednesday 3 November', 'en', '2021-11-06', ['2021-11-03']],
    ['the daily published earlier in February', 'en', '2022-02-22', ['2022-02']],
  ])('resolves “%s” (%s) published on %s', (text, language, published, expected) => {
    expect(dates(text, language, published)).toEqual(expected);
  });

  it.each<[string, Language, PartialDate | null]>([
    ['quelques jours plus tôt, mercredi', 'fr', null],
    ['mercredi', 'fr', '2021-10'],
    ['le 20 juillet', 'fr', null],
    ['fin septembre', 'fr', '2021'],
    ['La veille, 15 juillet, deux tentatives avaient échoué', 'fr', '2021-07'],
    ['50 000 numéros, 2 021 pages, 14 ministres', 'fr', '2021-10-22'],
    ['It may march on; 2021 users were hit', 'en', '2021-10-22'],
    ['il y a trois jours', 'fr', '2021-10'],
    ['le 31 février 2021', 'fr', null],
  ])('leaves out what it cannot know: “%s” (%s) published %s', (text, language, published) => {
    expect(dates(text, language, published)).toEqual([]);
  });

  it('says which dates it resolved, and to what precision', () => {
    expect(findDates('Le 18 juillet puis fin 2021', 'fr', '2021-12')).toEqual([
      { start: 3, end: 13, date: '2021-07-18', precision: 'day', relative: true },
      { start: 19, end: 27, date: '2021', precision: 'year', relative: false, part: 'late' },
    ]);
  });

  it.each<[string, Language, string | undefined]>([
    ['Fin juillet 2021', 'fr', 'late'],
    ['début novembre 2021', 'fr', 'early'],
    ['mi-juillet 2021', 'fr', 'middle'],
    ['à l’été 2021', 'fr', 'summer'],
    ['à l’automne 2021', 'fr', 'autumn'],
    ['en juillet 2021', 'fr', undefined],
    ['in late September 2021', 'en', 'late'],
    ['the beginning of May 2021', 'en', 'early'],
    ['spring 2021', 'en', 'spring'],
  ])('says of “%s” (%s) which part is named: %s', (text, language, part) => {
    expect(findDates(text, language, null)[0]?.part).toBe(part);
  });

  it('finds only dates that exist, in order, inside the text, in any text', () => {
    const piece = fc.constantFrom(
      '31',
      ' février',
      ' 2021',
      ' le',
      ' mardi',
      ' 1er',
      ' May',
      ' 29',
      ', ',
      ' hier',
      ' fin',
      ' in',
      '2020-02-30',
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 12 })
      .map((parts) => parts.join(''));
    const published = fc.constantFrom(null, '2021', '2021-07', '2021-07-22', 'nonsense', '2021-13');
    fc.assert(
      fc.property(text, fc.constantFrom<Language>('fr', 'en'), published, (sentence, language, day) => {
        let last = 0;
        for (const mention of findDates(sentence, language, day)) {
          expect(isPartialDate(mention.date)).toBe(true);
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.end).toBeLessThanOrEqual(sentence.length);
          last = mention.end;
        }
      }),
    );
  });
});

describe('a date that a person types', () => {
  it.each<[string, Language, string | null]>([
    ['2021-10-01', 'fr', '2021-10-01'],
    ['2021-10', 'en', '2021-10'],
    ['1er octobre 2021', 'fr', '2021-10-01'],
    ['au 1er octobre 2021', 'fr', '2021-10-01'],
    ['octobre 2021', 'fr', '2021-10'],
    ['fin septembre 2021', 'fr', '2021-09'],
    ['October 1, 2021', 'fr', '2021-10-01'],
    ['Oct 1, 2021', 'en', '2021-10-01'],
    ['01/10/2021', 'fr', '2021-10-01'],
    ['hier', 'fr', '2026-01-14'],
    ['2021-02-30', 'fr', null],
    ['22 octobre', 'fr', null],
    ['bientôt', 'fr', null],
    ['', 'en', null],
  ])('reads “%s” (%s) as %s', (text, language, expected) => {
    expect(parseAsOf(text, language, '2026-01-15')).toBe(expected);
  });

  it.each<[string, string | null, object]>([
    ['hier', null, { kind: 'date', date: '2026-01-14' }],
    ['31 octobre', '2021-11-03', { kind: 'date', date: '2021-10-31' }],
    ['31 octobre', '2021-10', { kind: 'date', date: '2021-10-31' }],
    ['31 octobre', null, { kind: 'no-year' }],
    ['16 janvier 2026', null, { kind: 'ahead', date: '2026-01-16' }],
    ['2026', null, { kind: 'date', date: '2026' }],
    ['demain', null, { kind: 'ahead', date: '2026-01-16' }],
    ['bientôt', '2021-11-03', { kind: 'unreadable' }],
    ['2021-02-30', '2021-11-03', { kind: 'unreadable' }],
  ])('takes “%s” in a file whose last article is of %s as %o', (text, lastPublished, expected) => {
    expect(readAsOf(text, 'fr', lastPublished, '2026-01-15')).toEqual(expected);
  });

  it('reads back what it shows', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1950, max: 2090 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    fc.assert(
      fc.property(parts, fc.constantFrom<Language>('fr', 'en'), ([year, month, day], language) => {
        const date = toPartialDate(year, month, day)!;
        expect(parseAsOf(formatPartialDate(date, language), language)).toBe(date);
      }),
    );
  });
});

describe('partial dates', () => {
  it('know their first and last day', () => {
    expect(earliestDay('2020-02')).toBe('2020-02-01');
    expect(latestDay('2020-02')).toBe('2020-02-29');
    expect(latestDay('2021')).toBe('2021-12-31');
    expect(latestDay('2021-10-22')).toBe('2021-10-22');
  });

  it('are narrowed to the part that a text names', () => {
    expect(stretchOf('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
    expect(stretchOf('2024-02', 'late')).toEqual({ first: '2024-02-25', last: '2024-02-29' });
    expect(stretchOf('2024-07', 'early')).toEqual({ first: '2024-07-01', last: '2024-07-10' });
    expect(stretchOf('2024', 'summer')).toEqual({ first: '2024-06-01', last: '2024-08-31' });
    expect(stretchOf('2024-07-14', 'late')).toEqual({ first: '2024-07-14', last: '2024-07-14' });
  });

  it('come in order, the vaguer first', () => {
    const list = ['2021-11', '2021-10-22', '2021', '2021-01-01', '2021-10'];
    expect(list.sort(comparePartialDates)).toEqual(['2021', '2021-01-01', '2021-10', '2021-10-22', '2021-11']);
  });

  it('are shown as each language writes them', () => {
    expect(formatPartialDate('2021-10-22', 'fr')).toBe('22 octobre 2021');
    expect(formatPartialDate('2021-11-01', 'fr')).toBe('1er novembre 2021');
    expect(formatPartialDate('2021-10', 'fr')).toBe('octobre 2021');
    expect(formatPartialDate('2021-10-22', 'en')).toBe('22 October 2021');
    expect(formatPartialDate('2021', 'en')).toBe('2021');
    expect(formatPartialDate('once', 'en')).toBe('once');
  });
});
