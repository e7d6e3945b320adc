import { expect, test } from 'vitest';
import { SentenceEvidence } from '../../src/retrieval/sentence-evidence.ts';
import type { Article, Passage } from '../../src/types.ts';

function passageOf(id: string, ...sentences: string[]): Passage {
  let start = 100;
  const spans = sentences.map((sentence) => {
    const span = { start, end: start + sentence.length };
    start = span.end + 1;
    return span;
  });
  return { id, articleId: 'a', start: 100, end: start - 1, text: sentences.join(' '), sentences: spans };
}

const article = { id: 'a', title: 'Gantz à Paris', language: 'fr' } as Article;
const rarity = new Map([
  ['ministre', 2],
  ['rencontre', 3],
  ['paris', 1],
]);
const score = (query: string, passage: Passage) => new SentenceEvidence().forQuery(query, rarity)(passage, article);

test('words that stand together in one sentence count for more than words apart', () => {
  const together = passageOf('1', 'Le ministre a rencontré son homologue.', 'Il est reparti.', 'Fin.');
  const apart = passageOf('2', 'Le ministre est là.', 'Il pleut.', 'Une rencontre est prévue.');
  const next = passageOf('3', 'Le ministre est là.', 'Une rencontre est prévue.');
  const question = 'Qui le ministre a-t-il rencontré ?';
  expect(score(question, together)).toBe(5);
  expect(score(question, next)).toBeCloseTo(3 + 0.6 * 2, 9);
  expect(score(question, apart)).toBe(3);
});

test('a word of the title counts half', () => {
  expect(score('Paris', passageOf('1', 'Rien.'))).toBe(0.5);
  expect(score('Paris', passageOf('2', 'À Paris.'))).toBe(1);
});

test('no word in common is no evidence, and neither are function words', () => {
  expect(score('Que fait Tokyo ?', passageOf('1', 'Que fait le ministre ?'))).toBe(0);
  expect(score('', passageOf('1', 'Le ministre.'))).toBe(0);
});

test('a passage whose sentences are not known is one sentence', () => {
  expect(score('ministre rencontre', { ...passageOf('1', 'Le ministre. La rencontre.'), sentences: [] })).toBe(5);
});
