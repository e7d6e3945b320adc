import { type Coverage, coverage, wordsToLoad } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './question.ts';
import type { TextVectors } from './text-vectors.ts';
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

/** Chosen on the dev half of evaluation/questions.jsonl; the sum of a perfect sentence is about 2. */
const weights = { coverage: 0.9, inSentence: 0.4, similarity: 0.3, retrieval: 0.15, value: 0.3 };
/** Sentences longer than this many characters lose a little: the same fact in fewer words reads better. */
const comfortable = 260;

/** Candidates, best first. */
export async function rank(
  question: Question,
  evidence: readonly Evidence[],
  vectors: TextVectors,
): Promise<Candidate[]> {
  const texts = wordsToLoad(question, evidence);
  texts.add(question.searched);
  for (const { text } of evidence) texts.add(text);
  await vectors.load(texts);
  return evidence
    .map((candidate) => {
      const covered = coverage(question, candidate, vectors);
      const similarity = vectors.similarity(question.searched, candidate.text);
      const values = valuesOf(question, candidate);
      const score =
        weights.coverage * covered.total +
        weights.inSentence * covered.inSentence +
        weights.similarity * similarity +
        weights.retrieval * candidate.retrieval +
        weights.value * Math.max(0, ...values.map(({ fit }) => fit)) -
        (Math.max(0, candidate.text.length - comfortable) / 1000) * 0.3;
      return { ...candidate, coverage: covered, similarity, values, score };
    })
    .sort((a, b) => b.score - a.score);
}
