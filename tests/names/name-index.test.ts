import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameIndex } from '../../src/names/name-index.ts';
import type { NameEntry, NameKind } from '../../src/types.ts';

const entry = (kind: NameKind, ...variants: string[]): NameEntry => ({
  id: variants[0]!.toLowerCase().replaceAll(' ', '-'),
  kind,
  canonical: variants[0]!,
  variants,
  articleIds: ['a'],
});

const entries = [
  entry('person', 'Aurélien Vasseur', 'Aurelien Vaseur'),
  entry('person', 'Léa Bonne', 'Lea Bonn'),
  entry('organisation', 'Le Temps', 'Temps'),
  entry('place', 'États-Unis', 'US', 'United States'),
  entry('person', 'Jean-Yves Le Goff'),
  entry('organisation', 'World Chess Federation', 'WCF'),
];
const ordinary = new Set(['bonne', 'temps', 'idee', 'vase', 'sont', 'elections']);
const index = createNameIndex(entries, ordinary);
const found = (text: string) => index.find(text).map((mention) => text.slice(mention.start, mention.end));
const names = (text: string) => index.find(text).map((mention) => mention.entry.canonical);

describe('the index of names', () => {
  it.each([
    'Aurélien Vasseur',
    'aurelien vasseur',
    'VASSEUR',
    "Vasseur's",
    'd’Aurélien Vasseur',
    'Vaseur',
    'Vasseru',
    'vassuer',
  ])('knows %s', (spelling) => {
    expect(names(`Qui est ${spelling} ?`)).toEqual(['Aurélien Vasseur']);
  });

  it('says whether a spelling was mended', () => {
    expect(index.find('Vasseur')[0]?.exact).toBe(true);
    expect(index.find('Vassseur')[0]?.exact).toBe(false);
  });

  it('leaves possessives and elisions outside the mention', () => {
    expect(found("l'offre d'Aurélien Vasseur")).toEqual(['Aurélien Vasseur']);
    expect(found("Vasseur's offer")).toEqual(['Vasseur']);
  });

  it('takes the longest name', () => {
    expect(found('jean-yves le goff parle')).toEqual(['jean-yves le goff']);
  });

  it('needs a capital for a name that is an ordinary word', () => {
    expect(names('est-ce une bonne idée ?')).toEqual([]);
    expect(names('Que dit Bonne ?')).toEqual(['Léa Bonne']);
    expect(names('il y a peu de temps')).toEqual([]);
    expect(names('Que dit Le Temps ?')).toEqual(['Le Temps']);
    expect(names('selon le temps')).toEqual(['Le Temps']);
    expect(names('Give it to us')).toEqual([]);
    expect(names('the US elections')).toEqual(['États-Unis']);
  });

  it('knows longer names in small letters', () => {
    expect(names('les etats unis et la world chess federation')).toEqual(['États-Unis', 'World Chess Federation']);
  });

  it('suggests by beginning, surname and resemblance', () => {
    expect(index.suggest('vas', 3).map(({ canonical }) => canonical)).toEqual(['Aurélien Vasseur']);
    expect(index.suggest('vassuer', 3).map(({ canonical }) => canonical)).toEqual(['Aurélien Vasseur']);
    expect(index.suggest('', 2)).toHaveLength(2);
    expect(index.suggest('😀 !', 2)).toEqual([]);
  });

  it('returns mentions in order, inside the text and never overlapping', () => {
    const piece = fc.constantFrom(
      'Vasseur',
      ' ',
      "l'",
      'Le Temps',
      'bonne',
      'États-Unis',
      "'s",
      '😀',
      ', ',
      'Léa',
      'Bonn',
      '.',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const mention of index.find(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          last = mention.end;
        }
      }),
    );
  });
});
