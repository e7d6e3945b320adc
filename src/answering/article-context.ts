import type { Question } from './question.ts';
import type { Candidate } from './ranking.ts';
import { settings } from './settings.ts';
import type { TermMatcher } from './term-matcher.ts';

/** What the rest of its article says for a sentence: a press article names its subject once and then goes on. Each in [0, 1]. */
export interface ArticleContext {
  /** Weighted share of the terms accounted for by the sentence and those just around it. */
  readonly window: number;
  /** Weighted share of the terms accounted for anywhere in what was found of the article. */
  readonly article: number;
  /** The same of the names alone; 1 when the question has none. */
  readonly names: number;
  /** Best coverage by one sentence alone, and best cosine with the question, in the article. */
  readonly bestSentence: number;
  readonly bestSimilarity: number;
  /** The sentence opens the article. */
  readonly opens: boolean;
}

type Measured = Omit<Candidate, 'context' | 'score' | 'signals'>;

/** Contexts of candidates, in their order. */
export function articleContexts(
  question: Question,
  candidates: readonly Measured[],
  matcher: TermMatcher,
): ArticleContext[] {
  const articles = new Map<string, Measured[]>();
  for (const candidate of candidates) {
    const known = articles.get(candidate.article.id);
    if (known) known.push(candidate);
    else articles.set(candidate.article.id, [candidate]);
  }
  const { terms } = question;
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  const nameWeight = terms.reduce((sum, term) => sum + (term.name ? term.weight : 0), 0);
  const found = new Map<Measured, ArticleContext>();
  for (const sentences of articles.values()) {
    sentences.sort((a, b) => a.span.start - b.span.start);
    const own = sentences.map(({ sentence }) => terms.map((term) => matcher.strength(term, sentence)));
    const { title, publication } = sentences[0]!;
    const anywhere = terms.map((term, index) =>
      Math.max(
        matcher.strength(term, title),
        matcher.strength(term, publication),
        ...own.map((strengths) => strengths[index]!),
      ),
    );
    const share = (strengths: readonly number[]) =>
      weight > 0 ? terms.reduce((sum, term, index) => sum + term.weight * strengths[index]!, 0) / weight : 0;
    const whole = {
      article: share(anywhere),
      names:
        nameWeight > 0
          ? terms.reduce((sum, { name, weight: own }, index) => sum + (name ? own * anywhere[index]! : 0), 0) /
            nameWeight
          : 1,
      bestSentence: Math.max(...sentences.map(({ coverage }) => coverage.inSentence)),
      bestSimilarity: Math.max(...sentences.map(({ similarity }) => similarity)),
    };
    for (const [place, sentence] of sentences.entries()) {
      found.set(sentence, {
        ...whole,
        window: share(windowStrengths(sentences, own, place)),
        opens: sentence.span.start === 0,
      });
    }
  }
  return candidates.map((candidate) => found.get(candidate)!);
}

/** Per term the strongest among the sentences around, those further off counting less. */
function windowStrengths(sentences: readonly Measured[], own: readonly (readonly number[])[], place: number): number[] {
  const { before, after, reach } = settings.context;
  const { span } = sentences[place]!;
  const strengths = [...own[place]!];
  const add = (other: number, share: number) => {
    const neighbour = sentences[other];
    if (!neighbour) return;
    const gap = other < place ? span.start - neighbour.span.end : neighbour.span.start - span.end;
    if (gap > reach) return;
    for (const [index, strength] of own[other]!.entries())
      strengths[index] = Math.max(strengths[index]!, strength * share);
  };
  for (const [distance, share] of before.entries()) add(place - distance - 1, share);
  for (const [distance, share] of after.entries()) add(place + distance + 1, share);
  return strengths;
}
