import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNameIndex } from '../../src/names/name-index.ts';
import { knownNumbers } from '../../src/reading/known-words.ts';
import { tokensOf } from '../../src/reading/tokens.ts';
import { fold } from '../../src/text/fold.ts';
import type { NameEntry } from '../../src/types.ts';

const bonne: NameEntry = {
  id: 'emmanuel-bonne',
  kind: 'person',
  canonical: 'Emmanuel Bonne',
  variants: ['Emmanuel Bonne', 'Bonne'],
  articleIds: [],
};
const names = createNameIndex([bonne], new Set());
const read = (text: string) => tokensOf(text, names);

describe('the tokens of a text', () => {
  test('are its words, elided articles and marks in order', () => {
    expect(read("L'offre d’Israël, dit-il, vaut 1 000 € !").map(({ word }) => word)).toEqual([
      "l'",
      'offre',
      "d'",
      'israel',
      ',',
      'dit',
      'il',
      ',',
      'vaut',
      '1 000',
      '€',
      '!',
    ]);
  });

  test('stand where they say they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { word, start, end } of read(text)) {
          expect(end).toBeGreaterThan(start);
          expect(fold(text.slice(start, end)).replace(/'s$/, '')).toBe(word);
        }
      }),
    );
  });

  test('know the name that they are part of', () => {
    const [, emmanuel, bonneToken] = read('Conseiller Emmanuel Bonne.');
    expect([emmanuel?.name?.id, bonneToken?.name?.id]).toEqual([bonne.id, bonne.id]);
  });

  test('have a number of their own when the reader knows them, below the size of the table, else none', () => {
    const tokens = read('Le ministre, lui, anticonstitutionnellement.');
    expect(tokens.every(({ known }) => known >= 0 && known < knownNumbers)).toBe(true);
    expect(tokens.find(({ word }) => word === 'le')?.known).toBeGreaterThan(0);
    expect(tokens.find(({ word }) => word === 'anticonstitutionnellement')?.known).toBe(0);
    expect(new Set(tokens.filter(({ word }) => word === ',').map(({ known }) => known)).size).toBe(1);
  });

  test('have one number for the inflections of a word', () => {
    const [first, ...others] = read('démissionne démissionné démissionner').map(({ known }) => known);
    expect(first).toBeGreaterThan(0);
    expect(others).toEqual([first, first]);
  });

  test('tell capitals, figures and marks apart', () => {
    expect(read('Paris paris 37 ;').map(({ shape }) => shape)).toEqual([1, 0, 2, 4]);
  });
});
