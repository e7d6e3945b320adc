import { describe, expect, test } from 'vitest';
import { createNameIndex } from '../../src/names/name-index.ts';
import { Likeness } from '../../src/reading/likeness.ts';
import { longest, segment, toldTokens } from '../../src/reading/pair.ts';
import { tokensOf } from '../../src/reading/tokens.ts';
import type { NameEntry } from '../../src/types.ts';

const hulata: NameEntry = {
  id: 'eyal-hulata',
  kind: 'person',
  canonical: 'Eyal Hulata',
  variants: ['Eyal Hulata', 'Holata'],
  articleIds: [],
};
const names = createNameIndex([hulata], new Set());
const tokens = (text: string) => tokensOf(text, names);
const like = (asked: string, told: string) => new Likeness(tokens(asked)).with(tokens(told))[0] ?? -1;

describe('likeness of words', () => {
  test('is highest for two spellings of one name, then one stem, then near-synonyms, then nothing', () => {
    const [name, stem, synonym, none] = [
      like('Hulata', 'Holata'),
      like('accusations', 'accusation'),
      like('proposal', 'offre'),
      like('tulipe', 'ministre'),
    ] as const;
    expect(name).toBeGreaterThan(stem);
    expect(stem).toBeGreaterThan(synonym);
    expect(synonym).toBeGreaterThan(none);
    expect(none).toBe(0);
  });

  test('is nothing between marks: every sentence ends with a full stop', () => {
    expect(like('.', '.')).toBe(0);
  });

  test('is given for every token asked with every token told, row by row', () => {
    const asked = tokens('offre refus');
    const told = tokens('le refus de cette offre');
    const found = new Likeness(asked).with(told);
    expect(found).toHaveLength(asked.length * told.length);
    expect(found[4]).toBeGreaterThan(0);
    expect(found[told.length + 1]).toBeGreaterThan(0);
    expect(found[told.length + 4]).toBe(0);
  });
});

describe('what is told', () => {
  test('is the sentence, what stands before it and the title, each cut to its length', () => {
    const many = Array.from({ length: 300 }, (_, index) => `mot${index}`).join(' ');
    const { tokens: told, segments } = toldTokens({ sentence: many, before: many, title: many }, tokens);
    const count = (part: number) => segments.filter((one) => one === part).length;
    expect(told).toHaveLength(segments.length);
    expect([count(segment.sentence), count(segment.before), count(segment.title)]).toEqual([
      longest.sentence,
      longest.before,
      longest.title,
    ]);
    expect(told[longest.sentence]?.word, 'of what stands before, the end').toBe(`mot${300 - longest.before}`);
  });
});
