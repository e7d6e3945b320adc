import { beforeAll, describe, expect, test } from 'vitest';
import { findDates, maskDates } from '../../../src/answering/citation-check/calendar-dates.ts';
import { checkSentence } from '../../../src/answering/citation-check/check-sentence.ts';
import type { CitedPassage } from '../../../src/answering/citation-check/contracts.ts';
import { readArticles } from '../../../src/corpus/read-corpus.ts';
import { scanCorpus } from '../../../src/corpus/scan-corpus.ts';
import { splitArticle } from '../../../src/corpus/split-article.ts';
import { readCheckedFile } from '../../../src/evaluation/citation-check/labelled-sentences.ts';
import type { NameIndex } from '../../../src/types.ts';
import { checkTools } from './check-tools.ts';

interface FileSentence {
  readonly text: string;
  readonly passage: CitedPassage;
}

/** Milliseconds: several hundred sentences are checked, and another suite may hold the other core. */
const patience = 180_000;

describe.each(['corpus', 'tests/fixtures/other-affair'])('of all sentences of %s', (folder) => {
  let names: NameIndex;
  const sentences: FileSentence[] = [];
  const passes = async (sentence: string, { text, passage }: FileSentence) =>
    (await checkSentence({ sentence, quotes: [text], citedPassages: [passage] }, checkTools(names))).ok;

  beforeAll(async () => {
    ({ names } = await readCheckedFile(folder));
    const { articles } = await readArticles(await scanCorpus(folder));
    for (const article of articles) {
      const { id: articleId, text, outlet, published } = article;
      for (const passage of splitArticle(article)) {
        const cited = { articleId, text: passage.text, start: passage.start, outlet, published };
        for (const { start, end } of passage.sentences) {
          if (end - start > 20) sentences.push({ text: text.slice(start, end), passage: cited });
        }
      }
    }
  });

  test(
    'each passes with itself for a quote',
    async () => {
      const refused: string[] = [];
      for (const sentence of sentences) if (!(await passes(sentence.text, sentence))) refused.push(sentence.text);
      expect(refused).toEqual([]);
    },
    patience,
  );

  test(
    'none passes with a figure changed',
    async () => {
      const missed: string[] = [];
      for (const sentence of sentences) {
        const masked = maskDates(sentence.text, findDates(sentence.text));
        const figure = /(?<![\p{L}\p{N}.,-])\d{2,3}(?![\p{L}\p{N}.,]|[ \u00a0\u202f]\d)/u.exec(masked);
        // "20 Minutes" is a name.
        if (!figure || /^\s\p{Lu}/u.test(masked.slice(figure.index + figure[0].length))) continue;
        const changed =
          sentence.text.slice(0, figure.index) + 987 + sentence.text.slice(figure.index + figure[0].length);
        if (await passes(changed, sentence)) missed.push(changed);
      }
      expect(missed).toEqual([]);
    },
    patience,
  );

  test('none passes with a person exchanged for one whom the passage does not name', async () => {
    const people = names.entries.filter(({ kind, canonical }) => kind === 'person' && canonical.includes(' '));
    const missed: string[] = [];
    for (const [index, sentence] of sentences.entries()) {
      const mention = names.find(sentence.text).find(({ entry, exact }) => exact && entry.kind === 'person');
      if (!mention) continue;
      const present = new Set(
        names.find(`${sentence.passage.text}\n${sentence.passage.outlet}`).map(({ entry }) => entry.id),
      );
      const other = people.filter(({ id }) => !present.has(id))[index % 7];
      if (!other) continue;
      const changed = sentence.text.slice(0, mention.start) + other.canonical + sentence.text.slice(mention.end);
      if (await passes(changed, sentence)) missed.push(`${mention.entry.canonical} → ${changed}`);
    }
    expect(missed).toEqual([]);
  });
});
