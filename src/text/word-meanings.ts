import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EmbeddingError } from '../errors.ts';

const folder = new URL('../../models/bellerophon-words-fr-en/', import.meta.url);

/** Numbers of a word's vector. */
export const meaningDimensions = 100;

/** How much of a word that is not listed a listed one must begin with, so that it is taken for the same word inflected. */
const sharedLetters = 5;
const sharedPart = 0.7;
/** The more of two words is the same, the likelier that they mean the same. */
const sharpness = 6;
const nearest = 3;

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
    const at = this.#place(word);
    if (this.#words[at] === word) this.#add(sum, at, 1);
    else for (const { place, share } of this.#alike(word, at)) this.#add(sum, place, share ** sharpness);
    return unit(sum);
  }

  /** The place of a word, or that of the first word after it. */
  #place(word: string): number {
    let [low, high] = [0, this.#words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#words[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Words that begin alike stand side by side: those next to where this one would stand. */
  #alike(word: string, at: number): { place: number; share: number }[] {
    const found: { place: number; share: number }[] = [];
    for (const step of [-1, 1])
      for (let place = step < 0 ? at - 1 : at; place >= 0 && place < this.#words.length; place += step) {
        const other = this.#words[place]!;
        const shared = commonStart(word, other);
        if (shared < sharedLetters) break;
        const share = (2 * shared) / (word.length + other.length);
        if (share >= sharedPart) found.push({ place, share });
      }
    return found.sort((a, b) => b.share - a.share || a.place - b.place).slice(0, nearest);
  }

  #add(sum: Float32Array, place: number, weight: number): void {
    const vector = this.#vectors.subarray(place * meaningDimensions, (place + 1) * meaningDimensions);
    const length = Math.hypot(...vector) || 1;
    for (let index = 0; index < meaningDimensions; index += 1) sum[index]! += (weight * vector[index]!) / length;
  }
}

function commonStart(first: string, second: string): number {
  let length = 0;
  while (length < first.length && first[length] === second[length]) length += 1;
  return length;
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
  const damaged = (cause?: unknown) =>
    new EmbeddingError(
      `The meanings of words in ${fileURLToPath(from)} cannot be read. A file is missing or damaged: restore it from the repository (git checkout -- models).`,
      { cause },
    );
  try {
    const words = readFileSync(new URL('words.txt', from), 'utf8').trimEnd().split('\n');
    const bytes = readFileSync(new URL('words.i8', from));
    if (bytes.length !== words.length * meaningDimensions) throw damaged();
    return new WordMeanings(words, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch (error) {
    throw error instanceof EmbeddingError ? error : damaged(error);
  }
}
