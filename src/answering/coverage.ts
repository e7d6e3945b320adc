import type { Evidence, TextFacts } from './evidence.ts';
import type { Question, QuestionTerm } from './question.ts';
import { settings } from './settings.ts';
import type { TextVectors } from './text-vectors.ts';

/** How far each term of a question is accounted for by a sentence, in [0, 1]; what stands near the sentence counts less. */
export interface Coverage {
  /** Weighted share over all terms, surroundings included. */
  readonly total: number;
  /** Weighted share by the sentence alone. */
  readonly inSentence: number;
  /** Per term of the question, in order. */
  readonly perTerm: readonly number[];
}

/** Strength in [0, 1] with which a text accounts for a term. */
export function termStrength(term: QuestionTerm, facts: TextFacts, vectors: TextVectors): number {
  if (term.name) return facts.names.some(({ id }) => id === term.name?.id) ? 1 : 0;
  if (term.stems.some((stem) => facts.stems.has(stem))) return 1;
  for (const stem of term.synonyms) if (facts.stems.has(stem)) return settings.coverage.synonym;
  if (term.corrections.length === 0) return wordStrength(term.word, facts, vectors);
  if (term.corrections.some((word) => facts.words.includes(word))) return settings.coverage.correction;
  return Math.max(...term.corrections.map((word) => wordStrength(word, facts, vectors)));
}

/** Strength in [0, 1] of the text's word most similar to a word that the text does not hold itself. */
export function wordStrength(word: string, facts: TextFacts, vectors: TextVectors): number {
  const { similar, unrelatedCosine, sameCosine } = settings.coverage;
  const cosine = vectors.nearest(word, facts.words);
  return cosine <= unrelatedCosine
    ? 0
    : similar * Math.min(1, (cosine - unrelatedCosine) / (sameCosine - unrelatedCosine));
}

/** Words whose vectors must be loaded before `coverage` is called. */
export function wordsToLoad(question: Question, evidence: readonly Evidence[]): Set<string> {
  const needed = new Set(
    question.terms.filter(({ name }) => !name).flatMap(({ word, corrections }) => [word, ...corrections]),
  );
  if (needed.size > 0) {
    for (const { surroundings, title } of evidence) {
      for (const word of surroundings.words) needed.add(word);
      for (const word of title.words) needed.add(word);
    }
  }
  return needed;
}

export function coverage(question: Question, evidence: Evidence, vectors: TextVectors): Coverage {
  const { nameInSurroundings, wordInSurroundings, inTitle } = settings.coverage;
  let weights = 0;
  let total = 0;
  let inSentence = 0;
  const perTerm = question.terms.map((term) => {
    const weight = term.weight * (term.inherited ? settings.coverage.inherited : 1);
    const credit = term.name ? nameInSurroundings : wordInSurroundings;
    const own = termStrength(term, evidence.sentence, vectors);
    const near = own === 1 ? 0 : credit * termStrength(term, evidence.surroundings, vectors);
    const titled = own === 1 ? 0 : inTitle * termStrength(term, evidence.title, vectors);
    const strength = Math.max(own, near, titled);
    weights += weight;
    total += weight * strength;
    inSentence += weight * own;
    return strength;
  });
  return weights > 0
    ? { total: total / weights, inSentence: inSentence / weights, perTerm }
    : { total: 0, inSentence: 0, perTerm };
}
