import { describe, expect, it } from 'vitest';
import type { QuestionTerm } from '../../src/answering/question.ts';
import { stanceOf, stanceTo } from '../../src/answering/stance.ts';
import { nothingAsked } from '../../src/reading/cross-reader.ts';
import { stems } from '../../src/text/terms.ts';
import type { Article, Stance } from '../../src/types.ts';

const term = (word: string): QuestionTerm => ({
  word,
  stems: stems(word),
  corrections: [],
  phrases: [],
  synonyms: new Map(),
  specificity: 1,
  weight: 1,
  inherited: false,
});

describe('stance', () => {
  it.each([
    ['La mairie a acheté le terrain.', 'asserts'],
    ['La mairie nie avoir acheté le terrain.', 'denies'],
    ['La mairie n’a jamais acheté le terrain.', 'denies'],
    ['On ignore si la mairie a acheté le terrain.', 'unknown'],
  ] as const)('reads "%s" as %s', (sentence, stance) => expect(stanceOf(sentence, 'fr')).toBe(stance));

  it.each([
    ['The town bought the land.', 'asserts'],
    ['The town denies that it bought the land.', 'denies'],
    ['It is not known whether the town bought the land.', 'unknown'],
  ] as const)('reads "%s" as %s', (sentence, stance) => expect(stanceOf(sentence, 'en')).toBe(stance));

  it('leaves a negation aside that is about something else', () => {
    const sentence = 'Elle avait failli acheter le terrain, et le conseil n’avait pas été averti.';
    expect(stanceOf(sentence, 'fr', [term('acheter')])).toBe('asserts');
    expect(stanceOf(sentence, 'fr', [term('averti')])).toBe('denies');
  });
});

describe('the stance of a candidate', () => {
  const article = { language: 'fr' } as Article;
  const text = 'La mairie n’a jamais acheté le terrain.';
  const read = (stances: Readonly<Record<Stance, number>>, answers = 2) =>
    stanceTo({ terms: [] }, { text, article, reading: { ...nothingAsked, answers, stances } });

  it('is what the reader is sure of', () => {
    expect(read({ asserts: 0.01, denies: 0.03, unknown: 0.96 })).toBe('unknown');
  });

  it('is what is written where the reader is not sure, or has not read', () => {
    expect(read({ asserts: 0.4, denies: 0.2, unknown: 0.4 })).toBe('denies');
    expect(stanceTo({ terms: [] }, { text, article })).toBe('denies');
  });

  it('is what is written where the reader takes the sentence for no answer', () => {
    expect(read({ asserts: 0.01, denies: 0.03, unknown: 0.96 }, -3)).toBe('denies');
  });
});
