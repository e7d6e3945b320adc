import type { Embedder } from '../types.ts';

/** Vectors kept at most: 20,000 × 256 floats are about 20 MB. */
const capacity = 20_000;

/**
 * Vectors of single words, made when first needed and kept. With a static bilingual model the vector of a word is what
 * it adds to a sentence, so "resigned" and "démission" meet here: late interaction as in ColBERT (Khattab & Zaharia
 * 2020), without its cost.
 */
export class WordVectors {
  readonly #embedder: Pick<Embedder, 'embedDocuments'>;
  readonly #vectors = new Map<string, Float32Array>();

  constructor(embedder: Pick<Embedder, 'embedDocuments'>) {
    this.#embedder = embedder;
  }

  /** Makes the vectors of these words ready for `similarity`. */
  async load(words: Iterable<string>): Promise<void> {
    const missing = [...new Set(words)].filter((word) => !this.#vectors.has(word));
    if (missing.length === 0) return;
    if (this.#vectors.size + missing.length > capacity) this.#vectors.clear();
    const vectors = await this.#embedder.embedDocuments(missing);
    missing.forEach((word, index) => {
      this.#vectors.set(word, Float32Array.from(vectors[index] ?? []));
    });
  }

  /** Cosine of two loaded words in [-1, 1]; 0 for a word that was not loaded. */
  similarity(first: string, second: string): number {
    const a = this.#vectors.get(first);
    const b = this.#vectors.get(second);
    if (!a || !b) return 0;
    let sum = 0;
    for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
    return sum;
  }
}
