import type { Evidence, TextFacts } from './evidence.ts';
import type { Question, QuestionTerm } from './question.ts';
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

/** Credit for a term that stands in the passage but not in the sentence, and in the title only. */
const surroundingsCredit = 0.6;
const titleCredit = 0.5;
const correctionCredit = 0.9;
/** Cosines of single words: unrelated ones stay below `unrelated`, translations and inflections reach `same`. */
const unrelated = 0.22;
const same = 0.6;
const similarCredit = 0.8;
/** A near-synonym of the thesaurus, in either language. */
const synonymCredit = 0.8;
/** An inherited term helps less than one that was typed. */
const inheritedShare = 0.35;

/** Strength in [0, 1] with which a text accounts for a term. */
export function termStrength(term: QuestionTerm, facts: TextFacts, vectors: TextVectors): number {
  if (term.name) return facts.names.some(({ id }) => id === term.name?.id) ? 1 : 0;
  if (term.stems.some((stem) => facts.stems.has(stem))) return 1;
  for (const stem of term.synonyms) if (facts.stems.has(stem)) return synonymCredit;
  let strength = term.corrections.some((word) => facts.words.includes(word)) ? correctionCredit : 0;
  for (const known of term.corrections.length > 0 ? term.corrections : [term.word]) {
    for (const word of facts.words) {
      const cosine = vectors.similarity(known, word);
      if (cosine <= unrelated) continue;
      strength = Math.max(strength, similarCredit * Math.min(1, (cosine - unrelated) / (same - unrelated)));
    }
  }
  return strength;
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
  let weights = 0;
  let total = 0;
  let inSentence = 0;
  const perTerm = question.terms.map((term) => {
    const weight = term.weight * (term.inherited ? inheritedShare : 1);
    const own = termStrength(term, evidence.sentence, vectors);
    const near = own === 1 ? 0 : surroundingsCredit * termStrength(term, evidence.surroundings, vectors);
    const titled = own === 1 ? 0 : titleCredit * termStrength(term, evidence.title, vectors);
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
