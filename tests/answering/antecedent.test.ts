import { describe, expect, it } from 'vitest';
import { isAnaphoric, withAntecedent } from '../../src/answering/antecedent.ts';
import { sentenceSpans } from '../../src/text/sentences.ts';
import type { Article, Language, Passage } from '../../src/types.ts';

const long = 560;

/** The sentence of a text that begins with the given words, as it is told in an answer. */
function told(text: string, begins: string, language: Language = 'fr') {
  const sentences = sentenceSpans(text, language);
  const place = sentences.findIndex(({ start }) => text.startsWith(begins, start));
  const span = sentences[place]!;
  const article = { id: 'a', language, text } as Article;
  return { article, passage: { sentences } as unknown as Passage, span, place, text: text.slice(span.start, span.end) };
}

describe('a sentence that goes on about somebody', () => {
  it.each([
    ['Il a fermé le pont.', 'fr'],
    ['Ce résumé ne le dit pas.', 'fr'],
    ['La mairie l’a confirmé lundi.', 'fr'],
    ['She closed the bridge.', 'en'],
    ['The town denied it on Monday.', 'en'],
  ] as const)('is not understood by itself: "%s"', (sentence, language) => {
    expect(isAnaphoric(sentence, language)).toBe(true);
  });

  it.each([
    ['La maire a fermé le pont.', 'fr'],
    ['Ce mardi, la maire a fermé le pont.', 'fr'],
    ['This Monday the mayor closed the bridge.', 'en'],
    ['Iliade is the name of the bridge.', 'en'],
  ] as const)('is understood where it names what it is about: "%s"', (sentence, language) => {
    expect(isAnaphoric(sentence, language)).toBe(false);
  });
});

describe('a sentence with what it goes on from', () => {
  it('is both sentences, an exact slice of the article', () => {
    const text = 'Le pont a cent ans. Ada Lorne est venue lundi. Elle a fermé le pont. La ville attend.';
    const both = withAntecedent(told(text, 'Elle'), long);
    expect(both.text).toBe('Ada Lorne est venue lundi. Elle a fermé le pont.');
    expect(text.slice(both.span.start, both.span.end)).toBe(both.text);
    expect(both.place).toBe(1);
  });

  it('has the sentence before too where it begins with whose it is', () => {
    expect(withAntecedent(told('Ada Lorne is ill. Her deputy closed it.', 'Her', 'en'), long).text).toBe(
      'Ada Lorne is ill. Her deputy closed it.',
    );
  });

  it('stays as it is when it stands for itself, opens its passage or a paragraph, or both are too long', () => {
    for (const one of [
      told('Le pont a cent ans. Ada Lorne l’aime.', 'Ada'),
      told('Elle a fermé le pont. La ville attend.', 'Elle'),
      told('Ada Lorne est venue lundi.\n\nElle a fermé le pont.', 'Elle'),
    ])
      expect(withAntecedent(one, long)).toBe(one);
    const one = told('Ada Lorne est venue lundi. Elle a fermé le pont.', 'Elle');
    expect(withAntecedent(one, 47)).toBe(one);
    expect(withAntecedent(one, 48).text).toHaveLength(48);
  });
});
