import type { Language, PartialDate, Span } from '../types.ts';
import type { Piece } from './pieces.ts';

export type RemovalReason = 'title';

export interface Removal {
  readonly text: string;
  readonly reason: RemovalReason;
}

/** What became of a file's text, piece by piece; for `build-index -- --report`. */
export interface CleaningRecord {
  readonly file: string;
  readonly articleId: string;
  /** Paragraphs of the article's text. */
  readonly kept: readonly Span[];
  readonly removed: readonly Removal[];
}

/** What the text itself tells about the article. */
export interface CleanedArticle {
  readonly paragraphs: readonly string[];
  readonly removed: readonly Removal[];
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: PartialDate | null;
}

export function cleanArticle(pieces: readonly Piece[], _language: Language): CleanedArticle {
  const [first, ...rest] = pieces;
  const isTitle = first && rest.length > 0 && first.text.length <= 200 && !/[.…]$/.test(first.text);
  return {
    paragraphs: (isTitle ? rest : pieces).map(({ text }) => text),
    removed: isTitle ? [{ text: first.text, reason: 'title' }] : [],
    title: isTitle ? first.text : null,
    outlet: null,
    author: null,
    published: null,
  };
}
