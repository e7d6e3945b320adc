import { describe, expect, it } from 'vitest';
import { countTellers } from '../../src/answering/attribution.ts';
import { leadIn } from '../../src/answering/wording.ts';
import { defaultChunking, splitArticle } from '../../src/corpus/split-article.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { createCheck } from '../../src/overviews/check.ts';
import { deniedClauses } from '../../src/overviews/denied-clauses.ts';
import { tellingStretch } from '../../src/overviews/telling-stretch.ts';
import { nothingAsked } from '../../src/reading/cross-reader.ts';
import type { Article, Dossier, NameEntry, Reader, VerdictKind } from '../../src/types.ts';

const entry = (canonical: string, kind: NameEntry['kind']): NameEntry => ({
  id: canonical.toLowerCase().replace(' ', '-'),
  kind,
  canonical,
  variants: [canonical, canonical.split(' ').at(-1)!],
  articleIds: ['a1'],
});
const names = createNameIndex(
  [entry('Anna Berg', 'person'), entry('Karl Voss', 'person'), entry('Kalmora', 'place'), entry('Tarvia', 'place')],
  new Set(),
);

/** A press file of one article, and a reader to whom every sentence bears out every claim as much. */
function checkIn(sentences: readonly string[], bearsOut: number): ReturnType<typeof createCheck> {
  const article: Article = {
    id: 'a1',
    file: 'a1.txt',
    sha256: '',
    title: 'The ferries',
    outlet: 'The Quay',
    author: null,
    published: '2022-05-03',
    url: null,
    language: 'en',
    text: sentences.join(' '),
  };
  const passages = splitArticle(article, defaultChunking);
  const dossier: Dossier = {
    articles: new Map([['a1', article]]),
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    copies: new Map(),
    names,
  };
  const reader: Reader = {
    read: async (_, texts) => texts.map(() => ({ ...nothingAsked, bearsOut })),
  };
  const retriever = {
    retrieve: async () => passages.map((passage) => ({ passage, score: 1, lexical: 1, dense: 1 })),
  };
  return createCheck({ dossier, retriever, reader, countSources: countTellers, leadIn });
}

describe('a sentence of the file held against a claim', () => {
  it.each<[string, string, number, VerdictKind]>([
    ['Berg phoned Voss', 'Berg phoned Voss on Monday, but her office refused to comment on the rest.', -1, 'supported'],
    ['Voss phoned Berg', 'Berg phoned Voss on Monday.', -1, 'absent'],
    ['Berg met Voss', 'Voss met Berg on Monday.', -1, 'supported'],
    ['Kalmora bought the ferries', 'Kalmora came close to buying the ferries.', -1, 'absent'],
    ['Kalmora bought the ferries', 'Kalmora denies having bought the ferries.', -4, 'contradicted'],
    ['Kalmora bought the ferries', 'Tarvia denies having bought the ferries.', -4, 'absent'],
    ['Kalmora denies having bought the ferries', 'Kalmora rejected having bought the ferries.', -1, 'attributed'],
    ['Kalmora denies having bought the ferries', 'Kalmora has bought the ferries.', -1, 'absent'],
    ['Kalmora has bought nine ferries', 'Kalmora has bought four ferries.', -1, 'contradicted'],
    ['Kalmora bought the ferries', 'Kalmora has allegedly bought the ferries.', -1, 'attributed'],
    ['Kalmora bought the ferries', 'Kalmora bought the ferries.', -5, 'absent'],
    ['Kalmora bought the ferries', 'Kalmora has paid for them.', 2, 'supported'],
  ])('%s, where the file says "%s" (read: %d): %s', async (claim, told, bearsOut, expected) => {
    expect((await checkIn([told], bearsOut)(claim, { language: 'en' })).verdict).toBe(expected);
  });

  it('asks for a statement when given a question', async () => {
    const check = checkIn(['Berg phoned Voss on Monday.'], 3);
    for (const [question, language] of [
      ['Qui a appelé Voss', 'fr'],
      ['Berg phoned Voss?', 'en'],
    ] as const) {
      const verdict = await check(question, { language });
      expect(verdict.verdict).toBe('absent');
      expect(verdict.supporting).toEqual([]);
      expect(verdict.notice).toBeTruthy();
    }
  });
});

describe('the clauses that tell a claim', () => {
  it('end where the sentence goes on to something else', () => {
    const text = 'Le navire a été vendu, tandis que la présidence refuse de commenter le reste.';
    const { start, end } = tellingStretch(text, (piece) => new Set(piece.match(/navire|vendu/g) ?? []));
    expect(text.slice(start, end)).toBe('Le navire a été vendu');
  });

  it('are denied only by their own negation or by a verb that governs them', () => {
    expect(deniedClauses('Berg sold it, but Voss did not come')).toEqual([' but Voss did not come'.trimStart()]);
    expect(deniedClauses('Le groupe nie que le navire soit vendu')).toEqual(['Le groupe nie que le navire soit vendu']);
    expect(deniedClauses('un démenti du ministre')).toEqual([]);
  });
});
