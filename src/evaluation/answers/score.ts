import type { Answer, Article, Citation } from '../../types.ts';
import { factText, holdsAny, withoutMarkers } from './fact-text.ts';
import type { EvaluationQuestion } from './question.ts';
import { markersAreSound, quotesAreExact } from './soundness.ts';

/** No answer may be longer than this, in UTF-16 code units, markers included. */
export const lengthLimit = 900;

/** What an answer can fail at; an answer passes when it fails at nothing. */
export type FailedCheck =
  | 'status'
  | 'empty'
  | 'fact-in-answer'
  | 'fact-in-quote'
  | 'article-cited'
  | 'divergence-shown'
  | 'forbidden'
  | 'length'
  | 'markers'
  | 'quotes';

export interface AnswerScore {
  readonly passed: boolean;
  readonly failed: readonly FailedCheck[];
  /** The facts (all alternatives of each) that the answer or the quotes lack. */
  readonly missingFacts: readonly (readonly string[])[];
}

/**
 * Scores one answer. Pure; facts are compared as `factText` folds them.
 * @param articles the file; without it, quotes are not checked against their articles.
 */
export function scoreAnswer(
  question: EvaluationQuestion,
  answer: Answer,
  articles?: ReadonlyMap<string, Article>,
): AnswerScore {
  const failed: FailedCheck[] = [];
  if (answer.status !== question.expect) failed.push('status');
  if (answer.answer.trim() === '') failed.push('empty');

  const facts = question.expect === 'answered' ? checkFacts(question, answer) : { failed: [], missing: [] };
  failed.push(...facts.failed);

  const everythingShown = factText([answer.answer, ...answer.citations.map(({ quote }) => quote)].join(' '));
  if (holdsAny(everythingShown, question.forbidden ?? [])) failed.push('forbidden');
  if (answer.answer.length > lengthLimit) failed.push('length');
  if (!markersAreSound(answer)) failed.push('markers');
  if (articles && !quotesAreExact(answer, articles)) failed.push('quotes');
  return { passed: failed.length === 0, failed, missingFacts: facts.missing };
}

function checkFacts(
  question: EvaluationQuestion,
  answer: Answer,
): { failed: FailedCheck[]; missing: readonly string[][] } {
  const failed: FailedCheck[] = [];
  const text = factText(withoutMarkers(answer.answer));
  const quotes = answer.citations.map((citation) => ({ citation, text: factText(citation.quote) }));
  const lacksInAnswer = question.facts.filter((alternatives) => !holdsAny(text, alternatives));
  const lacksInQuotes = question.facts.filter(
    (alternatives) => !quotes.some((quote) => holdsAny(quote.text, alternatives)),
  );
  if (lacksInAnswer.length > 0) failed.push('fact-in-answer');
  if (lacksInQuotes.length > 0) failed.push('fact-in-quote');
  if (!citesListedArticle(question, answer.citations)) failed.push('article-cited');
  if (question.divergence) {
    const telling = quotes.filter((quote) => question.facts.some((alternatives) => holdsAny(quote.text, alternatives)));
    const articles = new Set(telling.map(({ citation }) => citation.articleId));
    if (lacksInQuotes.length > 0 || articles.size < 2) failed.push('divergence-shown');
  }
  return { failed, missing: [...new Set([...lacksInAnswer, ...lacksInQuotes])] };
}

function citesListedArticle({ articles = [] }: EvaluationQuestion, citations: readonly Citation[]): boolean {
  return articles.length === 0 || citations.some((citation) => articles.includes(citation.articleId));
}
