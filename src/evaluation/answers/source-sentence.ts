import type { Citation, Dossier, Span } from '../../types.ts';

/** A sentence of the file that a quote touches; all offsets refer to `text`. */
export interface SourceSentence {
  readonly text: string;
  /** What of the sentence is quoted. */
  readonly quoted: Span;
  /** The sentence before, in the same paragraph; empty when there is none. */
  readonly preceding: string;
}

/** The sentences that a quote touches, in order; without the file, the quote itself is all there is. */
export function sourceSentences(
  { articleId, quote, start, end }: Citation,
  dossier?: Pick<Dossier, 'articles' | 'passages'> | undefined,
): SourceSentence[] {
  const text = dossier?.articles.get(articleId)?.text;
  const alone = [{ text: quote, quoted: { start: 0, end: quote.length }, preceding: '' }];
  if (!dossier || text?.slice(start, end) !== quote) return alone;
  const sentences = [...dossier.passages.values()]
    .filter((passage) => passage.articleId === articleId)
    .flatMap((passage) => passage.sentences)
    .sort((a, b) => a.start - b.start);
  const touched = sentences.flatMap((sentence, index) => {
    if (sentence.start >= end || sentence.end <= start) return [];
    const before = sentences[index - 1];
    const sameParagraph = before && !text.slice(before.end, sentence.start).includes('\n\n');
    return {
      text: text.slice(sentence.start, sentence.end),
      quoted: {
        start: Math.max(start, sentence.start) - sentence.start,
        end: Math.min(end, sentence.end) - sentence.start,
      },
      preceding: sameParagraph ? text.slice(before.start, before.end) : '',
    };
  });
  return touched.length > 0 ? touched : alone;
}
