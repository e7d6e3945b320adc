import { describe, expect, test } from 'vitest';
import { copiedClaims } from '../../../src/evaluation/reading/copied-claims.ts';
import { createNameIndex } from '../../../src/names/name-index.ts';
import type { Article, NameEntry } from '../../../src/types.ts';

const article = { id: 'a', language: 'fr', published: '2024-03-05' } as Article;
const person = (canonical: string): NameEntry => ({
  id: canonical.toLowerCase(),
  kind: 'person',
  canonical,
  variants: [canonical],
  articleIds: [],
});
const names = createNameIndex([person('Nadia Ferrand'), person('Hugo Maillard')], new Set());
const sentences = [
  'Le 12 mars, Nadia Ferrand aurait vendu la grue, une machine de 1962, pour 14 000 euros.',
  "Selon Le Relais, le maire n'a jamais vu les 37 plans du quai de Vauxelles.",
  'Les pêcheurs du port, qui sont 52, ont vidé la digue et repeint le phare du nord.',
].map((text) => ({ article, text }));
const many = Array.from({ length: 60 }, (_, seed) => copiedClaims(sentences, names, seed)).flat();

describe('copies of the sentences of an affair', () => {
  test('are the same for the same seed', () => {
    expect(copiedClaims(sentences, names, 3)).toEqual(copiedClaims(sentences, names, 3));
  });

  test('that are faithful only leave words out, never doubt, denial or speaker', () => {
    const faithful = many.filter((one) => one.faithful);
    expect(faithful.length).toBeGreaterThan(20);
    for (const { claim, sentence } of faithful) {
      const own = sentence.text.toLowerCase();
      for (const word of claim.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) expect(own).toContain(word);
      for (const kept of ['aurait', 'jamais', 'selon'])
        expect(claim.toLowerCase().includes(kept)).toBe(own.includes(kept));
    }
  });

  test('that are tampered with say something that the sentence does not', () => {
    const tampered = many.filter((one) => !one.faithful);
    expect(new Set(tampered.map(({ type }) => type))).toEqual(
      new Set(['name', 'number', 'hardened', 'denial', 'added', 'other', 'speaker']),
    );
    for (const { claim, sentence } of tampered) expect(claim).not.toBe(sentence.text);
    const hardened = tampered.filter(({ type }) => type === 'hardened').map(({ claim }) => claim);
    expect(hardened[0]).toContain('Nadia Ferrand a vendu la grue');
  });
});
