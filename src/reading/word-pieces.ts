import { readWordTable } from '../text/word-table.ts';
import { beginAlike, placeOf } from '../text/words-in-order.ts';

const folder = new URL('../../models/bellerophon-sentences-fr-en/', import.meta.url);

/** Numbers of a word's vector. */
export const pieceDimensions = 384;

/** Vectors that are kept: 8,000 of 384 floats are 12 MB. */
const capacity = 8_000;

interface Row {
  readonly place: number;
  readonly weight: number;
}

const parts = /[a-z0-9]+|[^a-z0-9\s]/g;

/**
 * What the pretrained model that the sentence encoder began as was given for words: the mean of a word's pieces, the longest first (WordPiece, as BERT cuts words).
 * French words are pieces of their own, each where its translations are (training/sentences/pieces.py).
 */
export class WordPieces {
  readonly #pieces: readonly string[];
  readonly #vectors: Int8Array;
  readonly #made = new Map<string, Float32Array>();

  /**
   * @param pieces in the order of their code points; what goes on a word begins with "##"
   * @param vectors one row a piece
   */
  constructor(pieces: readonly string[], vectors: Int8Array) {
    this.#pieces = pieces;
    this.#vectors = vectors;
  }

  /** Of a folded word, numbers between -1 and 1; all zeros where no piece is known. */
  vector(word: string): Float32Array {
    const known = this.#made.get(word);
    if (known) return known;
    if (this.#made.size >= capacity) this.#made.clear();
    const made = this.#mean((word.match(parts) ?? []).flatMap((part) => this.#rows(part)));
    this.#made.set(word, made);
    return made;
  }

  /** A word itself; else whole words that begin as it does, for it is mostly one of them inflected; else its pieces. */
  #rows(part: string): Row[] {
    const row = this.#row(part);
    if (row >= 0) return [{ place: row, weight: 1 }];
    const alike = beginAlike(part, this.#pieces);
    return alike.length > 0 ? alike : this.#cut(part).map((place) => ({ place, weight: 1 }));
  }

  /** None where what is left of a word begins with no piece. */
  #cut(part: string): number[] {
    const rows: number[] = [];
    for (let at = 0; at < part.length; ) {
      let end = part.length;
      let row = -1;
      for (; end > at && row < 0; end -= 1) row = this.#row((at > 0 ? '##' : '') + part.slice(at, end));
      if (row < 0) return [];
      rows.push(row);
      at = end + 1;
    }
    return rows;
  }

  #row(piece: string): number {
    const place = placeOf(piece, this.#pieces);
    return this.#pieces[place] === piece ? place : -1;
  }

  #mean(rows: readonly Row[]): Float32Array {
    const mean = new Float32Array(pieceDimensions);
    const total = 127 * rows.reduce((sum, { weight }) => sum + weight, 0);
    for (const { place, weight } of rows)
      for (let index = 0; index < pieceDimensions; index += 1)
        mean[index]! += (weight * this.#vectors[place * pieceDimensions + index]!) / total;
    return mean;
  }
}

/**
 * @param from folder with pieces.txt and pieces.i8, as training/sentences/pieces.py writes them
 * @throws EmbeddingError when they are missing or do not belong together
 */
export function openWordPieces(from = folder): WordPieces {
  const { words, vectors } = readWordTable(from, 'pieces', pieceDimensions);
  return new WordPieces(words, vectors);
}
