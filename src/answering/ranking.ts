import type { TextVectors } from '../text/text-vectors.ts';
import { closeness } from './closeness.ts';
import { type Coverage, coverage, wordsToLoad } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './question.ts';
import { settings } from './settings.ts';
import type { TermMatcher } from './term-matcher.ts';
import { type Value, valuesOf } from './values.ts';

/** A candidate sentence with all that speaks for it. */
export interface Candidate extends Evidence {
  readonly coverage: Coverage;
  /** Cosine of question and sentence. */
  readonly similarity: number;
  /** Values of the kind the question asks for. */
  readonly values: readonly Value[];
  readonly score: number;
}

/** Candidates, best first. */
export async function rank(
  question: Question,
  evidence: readonly Evidence[],
  vectors: TextVectors,
  matcher: TermMatcher,
): Promise<Candidate[]> {
  const weigh = settings.ranking;
  const texts = wordsToLoad(question, evidence);
  texts.add(question.searched);
  for (const { text } of evidence) texts.add(text);
  await vectors.load(texts);
  const scored = evidence.map((candidate): Candidate => {
    const covered = coverage(question, candidate, matcher);
    const similarity = vectors.similarity(question.searched, candidate.text);
    const values = valuesOf(question, candidate);
    const score =
      weigh.coverage * covered.total +
      weigh.inSentence * covered.inSentence +
      weigh.closeness * closeness(question.terms, candidate.sentence, weigh.reach) +
      weigh.similarity * similarity +
      weigh.words * covered.words +
      weigh.title * covered.title +
      weigh.passage * covered.passage +
      weigh.retrieval * candidate.retrieval +
      weigh.lexical * candidate.lexical +
      weigh.value * Math.max(0, ...values.map(({ fit }) => fit)) -
      (Math.max(0, candidate.text.length - weigh.comfortableLength) / 1000) * weigh.lengthPenalty;
    return { ...candidate, coverage: covered, similarity, values, score };
  });
  return scored
    .map((candidate) => ({
      ...candidate,
      score: candidate.score + weigh.continuedValue * continuedValue(candidate, scored),
    }))
    .sort((a, b) => b.score - a.score);
}

/** How well a value stands right behind a sentence that the question is about: "They met. The talks date from 22 July." */
function continuedValue({ article, span, values }: Candidate, all: readonly Candidate[]): number {
  const fit = Math.max(0, ...values.map((value) => value.fit));
  if (fit === 0) return 0;
  const before = all.filter(
    (other) =>
      other.article.id === article.id &&
      other.span.end <= span.start &&
      span.start - other.span.end < settings.ranking.reachBack,
  );
  return fit * Math.max(0, ...before.map(({ coverage: { inSentence } }) => inSentence));
}
