import { detectLanguage } from '../../text/language.ts';
import { sentenceSpans } from '../../text/sentences.ts';
import type { Span } from '../../types.ts';
import type { CitedPassage, Failure, LocatedQuote } from './contracts.ts';
import { locateQuote } from './locate-quote.ts';

/** What a sentence rests on: the sentences of the cited passages that hold its quotes. */
export interface Evidence {
  readonly quotes: readonly LocatedQuote[];
  /** Sentences that hold a quote, in order of the passages. */
  readonly sentences: readonly EvidenceSentence[];
}

export interface EvidenceSentence {
  readonly text: string;
  /** Its parts between semicolons that hold a quote: what the sentence's assertions must rest on. */
  readonly focus: string;
  /** The quoted stretches, as offsets into `text`. */
  readonly quoted: readonly Span[];
  /** Up to three sentences before it in the passage: what "he" and "the company" refer to. */
  readonly before: string;
  /** The sentence, the one before and the one after. */
  readonly around: string;
  readonly passage: CitedPassage;
}

/** Two words at least, or a figure with its unit: a quote a reader can check. */
function isTelling(quote: string): boolean {
  return (quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 2 && quote.length >= 6;
}

/** Finds the quotes in the cited passages and gathers the sentences that hold them. */
export function gatherEvidence(
  quotes: readonly string[],
  passages: readonly CitedPassage[],
): { evidence: Evidence; failures: Failure[] } {
  const failures: Failure[] = [];
  const located: LocatedQuote[] = [];
  const placed: { passage: CitedPassage; span: Span }[] = [];
  for (const quote of quotes) {
    if (!isTelling(quote)) continue;
    let found = false;
    for (const passage of passages) {
      const spans = locateQuote(quote, passage.text);
      if (!spans) continue;
      found = true;
      for (const span of spans) {
        placed.push({ passage, span });
        located.push({
          articleId: passage.articleId,
          start: passage.start + span.start,
          end: passage.start + span.end,
          quote: passage.text.slice(span.start, span.end),
        });
      }
      break;
    }
    if (!found) failures.push({ kind: 'quote-not-in-passage', detail: quote });
  }
  if (located.length === 0 && failures.length === 0) {
    failures.push({ kind: 'quote-not-in-passage', detail: quotes.length === 0 ? 'no quote' : 'quote too short' });
  }
  return { evidence: { quotes: located, sentences: sentencesOf(placed) }, failures };
}

function sentencesOf(placed: readonly { passage: CitedPassage; span: Span }[]): EvidenceSentence[] {
  const found: EvidenceSentence[] = [];
  for (const passage of new Set(placed.map((entry) => entry.passage))) {
    const spans = sentenceSpans(passage.text, detectLanguage(passage.text));
    const quotesHere = placed.filter((entry) => entry.passage === passage).map((entry) => entry.span);
    spans.forEach((span, index) => {
      const inside = quotesHere.filter((quote) => quote.start < span.end && quote.end > span.start);
      if (inside.length === 0) return;
      const beforeStart = spans[Math.max(0, index - 3)]?.start ?? 0;
      const text = passage.text.slice(span.start, span.end);
      found.push({
        text,
        focus: focusOf(
          text,
          inside.map((quote) => ({ start: quote.start - span.start, end: quote.end - span.start })),
        ),
        quoted: inside.map((quote) => ({
          start: Math.max(0, quote.start - span.start),
          end: Math.min(span.end, quote.end) - span.start,
        })),
        before: passage.text.slice(beforeStart, span.start),
        around: passage.text.slice(spans[Math.max(0, index - 1)]?.start ?? 0, spans[index + 1]?.end ?? span.end),
        passage,
      });
    });
  }
  return found;
}

function focusOf(text: string, quoted: readonly Span[]): string {
  const parts: string[] = [];
  for (const { 0: part, index } of text.matchAll(/[^;]+;?/g)) {
    if (quoted.some(({ start, end }) => start < index + part.length && end > index)) parts.push(part);
  }
  return parts.join(' ');
}
