import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCopies } from '../../src/corpus/find-copies.ts';

/** Prose of random words: two such texts share no run of five by accident. */
function prose(seed: number, sentences: number): string[] {
  let state = seed * 7919 + 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % 700;
  };
  return Array.from({ length: sentences }, () => `${Array.from({ length: 14 }, () => `mot${next()}`).join(' ')}.`);
}

const text = (sentences: readonly string[]) => sentences.join(' ');
const story = prose(1, 30);
const original = { id: 'original', published: '2021-10-21', text: text(story) };

describe('findCopies', () => {
  it.each([
    ['the same text', text(story)],
    ['other case, accents, quotation marks and spaces', text(story).toUpperCase().replaceAll(' ', '\n')],
    ['an agency credit added', `PARIS (AFP) - ${text(story)} Avec AFP.`],
    ['a cut', text(story.slice(0, 18))],
    ['a new opening and a paragraph of its own', text([...prose(2, 6), ...story.slice(2), ...prose(3, 4)])],
    [
      'a word changed in every third sentence',
      text(story.map((part, at) => (at % 3 ? part : part.replace(/ \S+/, ' autre')))),
    ],
    ['sentences in another order', text(story.toReversed())],
  ])('finds a reprint with %s', (_name, reprint) => {
    const copy = { id: 'copy', published: '2021-10-23', text: reprint };
    expect([...findCopies([copy, original])]).toEqual([['copy', 'original']]);
    expect([...findCopies([original, copy])]).toEqual([['copy', 'original']]);
  });

  it('sees the shorter text in an article that embeds it', () => {
    const embedding = {
      id: 'embedding',
      published: '2021-10-23',
      text: text([...prose(4, 40), ...story, ...prose(5, 20)]),
    };
    expect([...findCopies([original, embedding])]).toEqual([['original', 'embedding']]);
  });

  it('takes the earliest complete text for the original, not an early excerpt', () => {
    const excerpt = { id: 'excerpt', published: '2021-10-20', text: text(story.slice(0, 8)) };
    const undated = { id: 'undated', published: null, text: text(story) };
    const month = { id: 'month', published: '2021-10', text: text(story) };
    expect(findCopies([undated, excerpt, original, month])).toEqual(
      new Map([
        ['undated', 'original'],
        ['excerpt', 'original'],
        ['month', 'original'],
      ]),
    );
  });

  it('leaves articles apart that share a quotation or tell the same in other words', () => {
    const other = {
      id: 'other',
      published: null,
      text: text([...prose(6, 12), ...story.slice(3, 5), ...prose(7, 12)]),
    };
    expect(findCopies([original, other]).size).toBe(0);
  });

  it('knows a brief only by its whole text', () => {
    const brief = { id: 'a', published: null, text: 'Le port a rouvert lundi.' };
    expect([
      ...findCopies([brief, { ...brief, id: 'b' }, { ...brief, id: 'c', text: 'Le port a fermé lundi.' }]),
    ]).toEqual([['b', 'a']]);
  });

  it('gives the same answer in any order; no original is itself a copy', () => {
    const pool = [1, 2, 3].flatMap((seed) => [
      { id: `${seed}-whole`, published: '2021-10-21', text: text(prose(seed, 25)) },
      { id: `${seed}-cut`, published: '2021-10-20', text: text(prose(seed, 10)) },
      { id: `${seed}-late`, published: null, text: text(prose(seed, 24)) },
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), (articles) => {
        const copies = findCopies(articles);
        for (const [copy, origin] of copies) {
          expect(copies.has(origin)).toBe(false);
          expect(origin[0]).toBe(copy[0]);
        }
        expect(new Map([...copies].sort())).toEqual(new Map([...findCopies([...articles].reverse())].sort()));
        for (const seed of [1, 2, 3]) {
          const family = articles.filter(({ id }) => id.startsWith(`${seed}`));
          const found = family.filter(({ id }) => copies.has(id));
          expect(found.length).toBe(Math.max(0, family.length - 1));
        }
      }),
    );
  });
});
