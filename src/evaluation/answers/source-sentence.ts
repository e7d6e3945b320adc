import type { Citation, Dossier, Span } from '../../types.ts';

/** The sentence of the file that a quote is taken from; all offsets refer to `text`. */
export interface SourceSentence {
  /** The whole sentences that the quote touches. */
  readonly text: string;
  /** The quote's place in `text`. */
  readonly quote: Span;
  /** The sentence before, in the same paragraph; empty when there is none. */
  readonly preceding: string;
}

/** Finds a quote's sentences; without the file, the quote itself is all there is. */
export function sourceSentence(
  citation: Citation,
  dossier?: Pick<Dossier, 'articles' | 'passages'> | undefined,
): SourceSentence {
  const article = dossier?.articles.get(citation.articleId);
  const touched = dossier && article ? touchedSentences(citation, dossier) : undefined;
  if (!article || !touched || article.text.slice(citation.start, citation.end) !== citation.quote)
    return { text: citation.quote, quote: { start: 0, end: citation.quote.length }, preceding: '' };
  const start = Math.min(touched.start, citation.start);
  const end = Math.max(touched.end, citation.end);
  return {
    text: article.text.slice(start, end),
    quote: { start: citation.start - start, end: citation.end - start },
    preceding:
      touched.preceding && !article.text.slice(touched.preceding.end, start).includes('\n\n')
        ? article.text.slice(touched.preceding.start, touched.preceding.end)
        : '',
  };
}

function touchedSentences(
  citation: Citation,
  dossier: Pick<Dossier, 'passages'>,
): (Span & { preceding: Span | undefined }) | undefined {
  const sentences: Span[] = [];
  for (const passage of dossier.passages.values())
    if (passage.articleId === citation.articleId) sentences.push(...passage.sentences);
  const touched = sentences.filter((sentence) => sentence.start < citation.end && sentence.end > citation.start);
  if (touched.length === 0) return undefined;
  const start = Math.min(...touched.map((sentence) => sentence.start));
  const before = sentences.filter((sentence) => sentence.end <= start).sort((a, b) => b.end - a.end);
  return { start, end: Math.max(...touched.map((sentence) => sentence.end)), preceding: before[0] };
}
