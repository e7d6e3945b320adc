import { readFileSync } from 'node:fs';
import { functionWords } from '../text/function-words.ts';
import { stems } from '../text/terms.ts';

/** Stems of the press, one a line: what the reader learnt something about by itself. scripts/reading-stems.ts writes them. */
export const knownStemsFile = new URL('../../models/bellerophon-reader-fr-en/stems.txt', import.meta.url);

export const marks = ['.', ',', ';', ':', '!', '?', '"', '(', ')', '-', '/', '%', '$', '€'];

/** Marks and function words, which are told apart by how they are written. */
const functionNumbers: ReadonlyMap<string, number> = new Map(
  [...new Set([...marks, ...functionWords])].map((word, index) => [word, index + 1]),
);
const stemNumbers: ReadonlyMap<string, number> = new Map(
  readFileSync(knownStemsFile, 'utf8')
    .split('\n')
    .filter((stem) => stem !== '')
    .map((stem, index) => [stem, 1 + functionNumbers.size + index]),
);

/** One more than the highest number of a known word. */
export const knownNumbers = 1 + functionNumbers.size + stemNumbers.size;

/** The number of a folded word or of a mark, the same for all inflections of a word; 0 when the reader does not know it. */
export function knownNumber(word: string): number {
  // "l'", "qu'": the lists have them without the apostrophe.
  const plain = word.replace(/'$/, '');
  return (
    functionNumbers.get(plain) ??
    stems(plain)
      .map((stem) => stemNumbers.get(stem))
      .find(Boolean) ??
    0
  );
}
