import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBits, letterBits, nameKey, phoneticKey } from '../../src/names/spelling.ts';
import { editDistance } from '../../src/text/edit-distance.ts';

describe('spelling', () => {
  it('reduces a name to its folded words', () => {
    expect(nameKey('Yaïr  Ben‑Barak')).toBe('yair ben barak');
    expect(nameKey('L’Humanité')).toBe('l humanite');
  });

  it.each([
    ['Netanyahu', 'Netanyahou'],
    ['Benny', 'Beni'],
    ['Quatennens', 'Quattenens'],
    ['Benjamin', 'Benyamin'],
    ['Emmanuel', 'Emmannuel'],
    ['Bonne', 'Bonn'],
  ])('hears %s and %s as one', (left, right) => {
    expect(phoneticKey(left)).toBe(phoneticKey(right));
  });

  it.each([
    ['Bennett', 'Benny'],
    ['Macron', 'Bonne'],
    ['Maroc', 'Macron'],
  ])('hears %s and %s as two', (left, right) => {
    expect(phoneticKey(left)).not.toBe(phoneticKey(right));
  });

  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('marcon', 'macron', 2)).toBe(1);
    expect(editDistance('hulta', 'hulata', 2)).toBe(1);
    expect(editDistance('bonne', 'macron', 2)).toBe(3);
  });

  const word = fc.stringMatching(/^[a-z]{0,9}$/);

  it('measures the same in both directions, and nothing between equals', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right, 9)).toBe(editDistance(right, left, 9));
        expect(editDistance(left, left, 2)).toBe(0);
      }),
    );
  });

  it('never lets the letter bits rule out a word within reach', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        const edits = editDistance(left, right, 9);
        expect(countBits(letterBits(left) ^ letterBits(right))).toBeLessThanOrEqual(2 * edits);
      }),
    );
  });
});
