import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseOf } from '../../src/answering/clause.ts';
import type { Candidate } from '../../src/answering/ranking.ts';

const candidate = (text: string, start = 0) => ({ text, span: { start, end: start + text.length } }) as Candidate;

describe('clause of a long sentence', () => {
  it('leaves a short sentence whole', () => {
    const short = candidate('Le pont est fermé.');
    expect(clauseOf(short, 80)).toBe(short);
  });

  it('ends at the last clause that fits', () => {
    const cut = clauseOf(
      candidate('Le pont est fermé depuis lundi ; la mairie attend un rapport, dit-elle, avant de décider.'),
      60,
    );
    expect(cut.text).toBe('Le pont est fermé depuis lundi ; la mairie attend un rapport');
  });

  it('does not end inside a quotation', () => {
    const cut = clauseOf(
      candidate('Elle a dit hier, au conseil : « Nous attendons, comme tous, le rapport des experts » à la presse.'),
      60,
    );
    expect(cut.text).toBe('Elle a dit hier, au conseil');
  });

  it('is an exact slice, never longer than asked', () => {
    const word = fc.constantFrom('pont', 'fermé,', 'rapport ;', '« oui', 'non »', 'Valbrune', '(dit-on)');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 5, maxLength: 60 }),
        fc.integer({ min: 10, max: 200 }),
        (words, longest) => {
          const text = words.join(' ');
          const article = `Avant. ${text} Après.`;
          const { text: cut, span } = clauseOf(candidate(text, 7), longest);
          expect(article.slice(span.start, span.end)).toBe(cut);
          expect(cut.length).toBeLessThanOrEqual(Math.max(longest, 1));
        },
      ),
    );
  });
});
