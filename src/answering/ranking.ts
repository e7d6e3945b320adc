import type { TextVectors } from '../text/text-vectors.ts';
import { type ArticleContext, articleContexts } from './article-context.ts';
import { closeness } from './closeness.ts';
import { type Coverage, coverage, wordsToLoad } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './question.ts';
import { settings } from './settings.ts';
import { stanceOf } from './stance.ts';
import type { TermMatcher } from './term-matcher.ts';
import { type Value, valuesOf } from './values.ts';

/** A candidate sentence with all that speaks for it. */
export interface Candidate extends Evidence {
  readonly coverage: Coverage;
  /** Cosine of question and sentence. */
  readonly similarity: number;
  /** Values of the kind the question asks for. */
  readonly values: readonly Value[];
  readonly context: ArticleContext;
  readonly signals: RankingSignals;
  /** Log-odds up to a constant of the question: differences between candidates tell, not the value. */
  readonly score: number;
}

export type RankingSignal = keyof typeof settings.ranking;
/** What the score is a weighted sum of, most in [0, 1]. */
export type RankingSignals = Readonly<Record<RankingSignal, number>>;

/** Candidates, best first. */
export async function rank(
  question: Question,
  evidence: readonly Evidence[],
  vectors: TextVectors,
  matcher: TermMatcher,
): Promise<Candidate[]> {
  const texts = wordsToLoad(question, evidence);
  texts.add(question.searched);
  for (const { text } of evidence) texts.add(text);
  await vectors.load(texts);
  const measured = evidence.map((candidate) => ({
    ...candidate,
    coverage: coverage(question, candidate, matcher),
    similarity: vectors.similarity(question.searched, candidate.text),
    values: valuesOf(question, candidate),
  }));
  const contexts = articleContexts(question, measured, matcher);
  return measured
    .map((candidate, index) => {
      const context = contexts[index]!;
      const signals = rankingSignals(question, { ...candidate, context }, matcher);
      return { ...candidate, context, signals, score: weighted(signals) };
    })
    .sort((a, b) => b.score - a.score);
}

function rankingSignals(
  question: Question,
  candidate: Omit<Candidate, 'signals' | 'score'>,
  matcher: TermMatcher,
): RankingSignals {
  const { coverage: covered, context, similarity, values, text, sentence } = candidate;
  const value = Math.max(0, ...values.map(({ fit }) => fit));
  const focus = question.terms.find(({ name }) => !name);
  return {
    coverage: covered.total,
    inSentence: covered.inSentence,
    words: covered.words,
    focus: focus ? matcher.strength(focus, sentence) : 1,
    closeness: closeness(question.terms, sentence, settings.closeness.reach),
    similarity,
    window: context.window,
    passage: covered.passage,
    title: covered.title,
    article: context.article,
    articleNames: context.names,
    articleSentence: context.bestSentence,
    articleSimilarity: context.bestSimilarity,
    opens: context.opens ? 1 : 0,
    retrieval: candidate.retrieval,
    lexical: candidate.lexical,
    value,
    valueInContext: value * context.window,
    severalValues: Math.min(values.length, 4) / 4,
    unsettled:
      question.kind === 'yes-no' && stanceOf(text, candidate.article.language, question.terms) === 'unknown' ? 1 : 0,
    length: Math.max(0, text.length - settings.comfortableLength) / 1000,
  };
}

function weighted(signals: RankingSignals): number {
  let sum = 0;
  for (const name of Object.keys(settings.ranking) as RankingSignal[]) sum += settings.ranking[name] * signals[name];
  return sum;
}
