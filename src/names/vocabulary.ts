import { fold } from '../text/fold.ts';
import { tokenise } from './tokens.ts';

/**
 * Words that the texts write in lower case, folded, with how often: the ordinary words of the corpus.
 * A name is not recognised in an ordinary word that is typed in lower case.
 */
export function countOrdinaryWords(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const token of tokenise(text)) {
      if (token.capital) continue;
      for (const word of fold(token.text).match(/[a-z]{2,}/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
