import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultChunking, splitArticle } from '../../src/corpus/split-article.ts';

const sentence = fc
  .array(fc.constantFrom('Pegasus', 'le', 'ministre', 'M. Gantz', 'rencontre', '« Oui. Non. »', 'Élysée', '14,2'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((words) => `${words.join(' ')}.`);
const paragraph = fc.oneof(
  { weight: 5, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 12 }).map((list) => list.join(' ')) },
  fc.constant('Intouchables'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const text = fc.array(paragraph, { maxLength: 12 }).map((list) => list.join('\n\n'));

function countWords(value: string): number {
  return value.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

describe('splitArticle', () => {
  it('loses no character: the passages tile the text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const passages = splitArticle({ id: 'a', text: value, language: 'fr' });
        expect(passages.map((passage) => passage.text).join('')).toBe(value.trim() === '' ? '' : value);
        passages.forEach((passage, ordinal) => {
          expect(passage.id).toBe(`a#${ordinal}`);
          expect(passage.text).toBe(value.slice(passage.start, passage.end));
        });
      }),
    );
  });

  it('puts every sentence wholly inside its passage, trimmed', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const { start, end, sentences } of splitArticle({ id: 'a', text: value, language: 'fr' })) {
          expect(sentences.length).toBeGreaterThan(0);
          for (const span of sentences) {
            expect(span.start).toBeGreaterThanOrEqual(start);
            expect(span.end).toBeLessThanOrEqual(end);
            expect(value.slice(span.start, span.end)).toMatch(/^\S(?:.*\S)?$/su);
          }
        }
      }),
    );
  });

  it('makes passages of a few sentences, neither long nor needlessly short', () => {
    const prose = fc
      .array(
        fc.array(sentence, { minLength: 1, maxLength: 12 }).map((list) => list.join(' ')),
        { minLength: 4 },
      )
      .map((list) => list.join('\n\n'));
    fc.assert(
      fc.property(prose, (value) => {
        const passages = splitArticle({ id: 'a', text: value, language: 'fr' });
        const counts = passages.map((passage) => countWords(passage.text));
        counts.forEach((count, index) => {
          expect(count).toBeLessThanOrEqual(defaultChunking.mostWords);
          // No passage stays short that could have joined its neighbour.
          if (index > 0) expect(count + counts[index - 1]!).toBeGreaterThanOrEqual(defaultChunking.fewestWords);
        });
      }),
    );
  });

  it('keeps a paragraph that fits in one piece, and a subheading with what follows it', () => {
    const long = `${'Le ministre a parlé longuement du dossier devant la presse. '.repeat(7)}`.trim();
    const passages = splitArticle({ id: 'a', text: [long, 'Intouchables', long].join('\n\n'), language: 'fr' });
    expect(passages.map((passage) => passage.text)).toEqual([`${long}\n\n`, `Intouchables\n\n${long}`]);
  });

  it('gives no passage for a text of white space', () => {
    expect(splitArticle({ id: 'a', text: ' \n\n ', language: 'en' })).toEqual([]);
  });
});
