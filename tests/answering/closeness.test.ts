import { describe, expect, it } from 'vitest';
import { closeness } from '../../src/answering/closeness.ts';
import type { TextFacts } from '../../src/answering/evidence.ts';
import type { QuestionTerm } from '../../src/answering/question.ts';

const facts = (text: string) => ({ order: text.split(' ').map((word) => [word]) }) as unknown as TextFacts;
const terms = ['head', 'firm'].map(
  (word) => ({ word, stems: [word], synonyms: new Set(), weight: 1 }) as unknown as QuestionTerm,
);

describe('closeness of terms', () => {
  it('is 1 where they stand side by side', () => expect(closeness(terms, facts('the head firm said'), 6)).toBe(1));
  it('falls the further they stand apart', () => {
    const near = closeness(terms, facts('head of big firm'), 6);
    const far = closeness(terms, facts('head of one two three four five six seven firm'), 6);
    expect(near).toBeGreaterThan(far);
    expect(far).toBeGreaterThanOrEqual(0.5 - 1e-9);
  });
  it('counts what is there when one is missing', () => expect(closeness(terms, facts('the head said'), 6)).toBe(0.5));
  it('is 0 where none is there', () => expect(closeness(terms, facts('nothing here'), 6)).toBe(0));
});
