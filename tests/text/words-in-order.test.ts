import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginAlike, placeOf } from '../../src/text/words-in-order.ts';

const word = fc.stringMatching(/^[a-c]{1,9}$/);
const inOrder = fc.uniqueArray(word, { maxLength: 40 }).map((words) => words.sort());

describe('words in order', () => {
  test('a word has the place where it stands, or would stand', () => {
    fc.assert(
      fc.property(word, inOrder, (sought, words) => {
        const place = placeOf(sought, words);
        expect(words.slice(0, place).every((other) => other < sought)).toBe(true);
        expect(words.slice(place).every((other) => other >= sought)).toBe(true);
      }),
    );
  });

  test('words that begin alike are those of all words that do, the likeliest to be the same first', () => {
    const words = ['israel', 'israelien', 'israeliens', 'israelites', 'isthme', 'zebre'];
    const found = beginAlike('israelienne', words);
    expect(found.map(({ place }) => words[place])).toEqual(['israelien', 'israeliens', 'israel']);
    expect(found.every(({ weight }, at) => at === 0 || weight <= found[at - 1]!.weight)).toBe(true);
  });

  test('a few letters in common are not enough', () => {
    for (const sought of ['isra', 'isthmes', 'zebu', '', '1912'])
      expect(beginAlike(sought, ['israel', 'zebre'])).toEqual([]);
  });
});
