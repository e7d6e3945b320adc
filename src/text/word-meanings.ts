import { readWordTable } from './word-table.ts';
import { beginAlike, placeOf } from './words-in-order.ts';

const folder = new URL('../../models/bellerophon-words-fr-en/', import.meta.url);

/** Numbers of a word's vector. */
export const meaningDimensions = 100;

/** Vectors that are kept: 16,000 of 100 floats are 6 MB. */
const capacity = 16_000;

/**
 * What single words mean, French and English in one space: vectors made of GloVe's and of translations (training/words).
 * A word that is not listed is known by listed words that begin as it does: "israélienne" by "israélien".
 */
export class WordMeanings {
  readonly #words: readonly string[];
  readonly #vectors: Int8Array;
  readonly #made = new Map<string, Float32Array>();

  /**
   * @param words folded, in the order of their code points
   * @param vectors one row a word; only their directions count
   */
  constructor(words: readonly string[], vectors: Int8Array) {
    this.#words = words;
    this.#vectors = vectors;
  }

  /** Vector of unit length of a folded word; all zeros for a word that is not known. */
  vector(word: string): Float32Array {
    const known = this.#made.get(word);
    if (known) return known;
    if (this.#made.size >= capacity) this.#made.clear();
    const made = this.#make(word);
    this.#made.set(word, made);
    return made;
  }

  #make(word: string): Float32Array {
    const sum = new Float32Array(meaningDimensions);
    const at = placeOf(word, this.#words);
    if (this.#words[at] === word) this.#add(sum, at, 1);
    else for (const { place, weight } of beginAlike(word, this.#words)) this.#add(sum, place, weight);
    return unit(sum);
  }

  #add(sum: Float32Array, place: number, weight: number): void {
    const vector = this.#vectors.subarray(place * meaningDimensions, (place + 1) * meaningDimensions);
    const length = Math.hypot(...vector) || 1;
    for (let index = 0; index < meaningDimensions; index += 1) sum[index]! += (weight * vector[index]!) / length;
  }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

/**
 * @param from folder with words.txt and words.i8, as training/words writes them
 * @throws EmbeddingError when they are missing or do not belong together
 */
export function openWordMeanings(from = folder): WordMeanings {
  const { words, vectors } = readWordTable(from, 'words', meaningDimensions);
  return new WordMeanings(words, vectors);
}
