import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/text/numbers.ts';

const values = (text: string) => findNumbers(text).map(({ value }) => value);

describe('numbers in a text', () => {
  it.each([
    ['50 000 numéros', [50000]],
    ['50,000 numbers', [50000]],
    ['14,2 milliards d’euros', [14.2e9]],
    ['$6.5 million', [6.5e6]],
    ['cinq ministres et dix-sept journalistes', [5, 17]],
    ['une quinzaine de ministres', [15]],
    ['twenty-two phones of three people', [22, 3]],
    ['le 20 juillet 2021', [20, 2021]],
    ['un ministre et une ministre', []],
    ['iOS 14.8', [14.8]],
  ])('reads "%s"', (text, expected) => expect(values(text)).toEqual(expected));

  it('knows a bound or a rough figure from an exact one', () => {
    expect(findNumbers('au moins cinq ministres')[0]?.approximate).toBe(true);
    expect(findNumbers('cinq ministres')[0]?.approximate).toBe(false);
  });

  it('finds any whole number written with French or English group separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom('fr', 'en'), (value, locale) => {
        expect(values(`Il y en a ${new Intl.NumberFormat(locale).format(value)} ici.`)).toEqual([value]);
      }),
    );
  });

  it('gives spans that lie in the text and hold what was read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { start, end, value } of findNumbers(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
          expect(Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });
});
