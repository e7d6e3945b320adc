import { describe, expect, it } from 'vitest';
import { countSources, originalOutlet } from '../../src/answering/sources.ts';
import type { Article, Dossier } from '../../src/types.ts';

const article = (id: string, outlet: string | null, published: string): [string, Article] => [
  id,
  { id, outlet, published, title: `Titre ${id}` } as Article,
];
const dossier = {
  articles: new Map([
    article('a', 'Agence Méridienne', '2024-03-05'),
    article('b', 'La Gazette', '2024-03-06'),
    article('c', 'La Gazette', '2024-03-07'),
    article('reprint', 'Le Portail (reprise)', '2024-03-08'),
    article('unsigned', null, '2024-03-09'),
  ]),
  copies: new Map([['reprint', 'a']]),
} as unknown as Dossier;
const count = (...ids: string[]) =>
  countSources(
    ids.map((articleId) => ({ articleId })),
    dossier,
  );

describe('independent sources', () => {
  it('count outlets, not articles', () => expect(count('b', 'c').independent).toBe(1));
  it('count a reprint with its original', () =>
    expect(count('a', 'reprint')).toEqual({ independent: 1, outlets: ['Agence Méridienne'] }));
  it('stand in order of publication', () =>
    expect(count('c', 'a').outlets).toEqual(['Agence Méridienne', 'La Gazette']));
  it('count an article that quotes an outlet with that outlet', () =>
    expect(
      countSources([{ articleId: 'a' }, { articleId: 'b', quoted: 'Agence Méridienne' }], dossier).independent,
    ).toBe(1));
  it('count an article without an outlet as one of its own', () => expect(count('a', 'unsigned').independent).toBe(2));
  it('say of an article without outlet that it names none, in the language of the answer', () => {
    expect(countSources([{ articleId: 'unsigned' }], dossier, 'fr').outlets).toEqual(['un article sans média indiqué']);
    expect(countSources([{ articleId: 'unsigned' }], dossier, 'en').outlets).toEqual([
      'an article that names no outlet',
    ]);
  });
  it.each([
    ['RFI (texte repris ailleurs)', 'RFI'],
    ['AFP / France 24 (via un portail)', 'AFP'],
    ['Le Monde', 'Le Monde'],
  ])('take %s back to %s', (outlet, original) => expect(originalOutlet(outlet)).toBe(original));
});
