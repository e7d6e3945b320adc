import type { Evidence, TextFacts } from './evidence.ts';
import type { Question } from './question.ts';
import { settings } from './settings.ts';
import type { TermMatcher } from './term-matcher.ts';

/** How far the terms of a question are accounted for by a sentence, in [0, 1]; what stands near it counts less. */
export interface Coverage {
  /** Weighted share over all terms, surroundings included. */
  readonly total: number;
  /** Weighted share by the sentence alone. */
  readonly inSentence: number;
  /** Weighted share of the terms that are no names, by the sentence alone; 0 when there are none. */
  readonly words: number;
  /** Weighted shares over all terms by the title and by the whole passage. */
  readonly title: number;
  readonly passage: number;
  /** Per term of the question, in order: surroundings included. */
  readonly perTerm: readonly number[];
}

/** Words whose vectors must be loaded before `coverage` is called. */
export function wordsToLoad(question: Question, evidence: readonly Evidence[]): Set<string> {
  const needed = new Set(
    question.terms.filter(({ name }) => !name).flatMap(({ word, corrections }) => [word, ...corrections]),
  );
  if (needed.size > 0) {
    for (const { sentence, title } of evidence) {
      for (const word of sentence.words) needed.add(word);
      for (const word of title.words) needed.add(word);
    }
  }
  return needed;
}

export function coverage(question: Question, evidence: Evidence, matcher: TermMatcher): Coverage {
  const { name: nameCredit, word: wordCredit, inherited } = settings.coverage;
  let weights = 0;
  let total = 0;
  let inSentence = 0;
  const words = { weight: 0, own: 0 };
  const around = { title: 0, passage: 0 };
  const perTerm: number[] = [];
  for (const term of question.terms) {
    const weight = term.weight * (term.inherited ? inherited : 1);
    const credit = term.name ? nameCredit : wordCredit;
    const strongest = (texts: readonly TextFacts[]) =>
      texts.reduce((strength, facts) => Math.max(strength, matcher.strength(term, facts)), 0);
    const alone = matcher.strength(term, evidence.sentence);
    const titled = matcher.strength(term, evidence.title);
    const passage = alone === 1 ? 1 : strongest(evidence.surroundings);
    const strength =
      alone === 1
        ? 1
        : Math.max(
            alone,
            credit.neighbour * strongest(evidence.neighbours),
            credit.passage * passage,
            credit.title * titled,
            credit.continued * (evidence.continues ? matcher.strength(term, evidence.continues) : 0),
            credit.publication * matcher.strength(term, evidence.publication),
          );
    around.title += weight * titled;
    around.passage += weight * passage;
    if (!term.name) {
      words.weight += weight;
      words.own += weight * alone;
    }
    weights += weight;
    total += weight * strength;
    inSentence += weight * alone;
    perTerm.push(strength);
  }
  const share = (sum: number, of = weights) => (of > 0 ? sum / of : 0);
  return {
    total: share(total),
    inSentence: share(inSentence),
    words: share(words.own, words.weight),
    title: share(around.title),
    passage: share(around.passage),
    perTerm,
  };
}
