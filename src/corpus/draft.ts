import type { PartialDate } from '../types.ts';
import type { FurnitureReason } from './boilerplate.ts';
import { countWords, endsLikeSentence, type Furniture, matchFurniture } from './match-furniture.ts';
import type { Piece } from './pieces.ts';

/** Why a piece of the file is not in the article's text. Title, date and byline live on in the article's fields. */
export type RemovalReason = FurnitureReason | 'title' | 'date' | 'byline' | 'label' | 'author-blurb' | 'page-element';

export interface Removal {
  readonly text: string;
  readonly reason: RemovalReason;
}

/** A piece on its way to being kept or removed. */
export interface DraftLine extends Piece {
  readonly words: number;
  readonly isSentence: boolean;
  readonly section: Furniture['section'];
  /** Null as long as the line is kept. */
  reason: RemovalReason | null;
}

/** What the lines tell about the article; the first telling line wins. */
export interface Facts {
  title: string | null;
  outlet: string | null;
  author: string | null;
  published: PartialDate | null;
  updated: PartialDate | null;
}

export function makeDraft(pieces: readonly Piece[]): DraftLine[] {
  return pieces.map((piece) => {
    const furniture = matchFurniture(piece.text);
    const isSentence = endsLikeSentence(piece.text);
    const isLink = piece.linkShare > 0.8 && !isSentence && !piece.isHeading;
    return {
      ...piece,
      words: countWords(piece.text),
      isSentence,
      section: furniture?.section,
      reason: furniture?.reason ?? (isLink ? 'related' : null),
    };
  });
}

/** A paragraph of an article: it ends like a sentence and is no mere label, or is too long for a headline. */
export function isBody(line: DraftLine): boolean {
  return line.reason === null && !line.isHeading && ((line.isSentence && line.words >= 8) || line.words >= 25);
}

/** A paragraph that cannot be a headline either: it ends in a full stop, holds several sentences or is too long. */
export function isFirmBody(line: DraftLine): boolean {
  if (!isBody(line)) return false;
  return (
    line.words >= 40 ||
    /[.…:;][\s\u00a0\u202f"»”’')\]]*$/u.test(line.text) ||
    /\p{Ll}{2}[.?!] \p{Lu}.{40}/u.test(line.text)
  );
}

/** A line that may be a headline: a few words, not ending in a full stop. */
export function isHeadline(line: DraftLine): boolean {
  return line.words >= 4 && line.words <= 30 && !/[.:;…]["»”]?$/.test(line.text);
}
