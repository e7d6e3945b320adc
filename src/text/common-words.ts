import { readFileSync } from 'node:fs';

/**
 * Words of general French and English, folded, roughly by frequency: the whole words of the vocabulary that the bundled
 * model's tokenizer learnt from general text. Some beginnings of words are among them, which does no harm here.
 */
const file = new URL('./common-words.txt', import.meta.url);

let ranks: ReadonlyMap<string, number> | undefined;

/** Place of a folded word among the common ones, 0 for the commonest; undefined for a word that is not common. */
export function commonRank(word: string): number | undefined {
  ranks ??= new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .map((common, rank) => [common, rank]),
  );
  return ranks.get(word);
}
