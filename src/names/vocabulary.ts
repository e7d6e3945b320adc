import { fold } from '../text/fold.ts';

/**
 * Words that the texts write in lower case, folded, with how often: the ordinary words of the corpus.
 * A name is not recognised in an ordinary word that is typed in lower case.
 */
export function countOrdinaryWords(texts: Iterable<string>): Map<string, number> {
  const raw = new Map<string, number>();
  for (const text of texts) {
    for (const piece of text.split(/[^\p{L}\p{M}]+/u)) {
      if (/^\p{Ll}{2}/u.test(piece)) raw.set(piece, (raw.get(piece) ?? 0) + 1);
    }
  }
  const counts = new Map<string, number>();
  for (const [piece, count] of raw) {
    const word = fold(piece);
    if (/^[a-z]{2,}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return counts;
}
