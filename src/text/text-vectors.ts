import type { Embedder } from '../types.ts';

/** Vectors kept at most: 16,000 × 512 floats are about 33 MB. */
const capacity = 16_000;

/**
 * Vectors of words and sentences, made when first needed and kept. With a static bilingual model the vector of a word
 * is what it adds to a sentence, so "resigned" and "démission" meet here: late interaction as in ColBERT (Khattab &
 * Zaharia 2020), without its cost.
 */
export class TextVectors {
  readonly #embedder: Pick<Embedder, 'embedDocuments'>;
  readonly #vectors = new Map<string, Float32Array>();

  constructor(embedder: Pick<Embedder, 'embedDocuments'>) {
    this.#embedder = embedder;
  }

  /** Makes the vectors of these texts ready for `similarity`. */
  async load(texts: Iterable<string>): Promise<void> {
    const needed = new Set(texts);
    const missing = [...needed].filter((text) => !this.#vectors.has(text));
    if (missing.length === 0) return;
    // The oldest go, but what this question needs must all be there at once.
    let surplus = this.#vectors.size + missing.length - capacity;
    for (const text of this.#vectors.keys()) {
      if (surplus <= 0) break;
      if (needed.has(text)) continue;
      this.#vectors.delete(text);
      surplus -= 1;
    }
    const vectors = await this.#embedder.embedDocuments(missing);
    missing.forEach((text, index) => {
      this.#vectors.set(text, Float32Array.from(vectors[index] ?? []));
    });
  }

  /** Vector of a loaded text, of unit length. */
  vector(text: string): Float32Array | undefined {
    return this.#vectors.get(text);
  }

  /** Cosine of two loaded texts in [-1, 1]; 0 for a text that was not loaded. */
  similarity(first: string, second: string): number {
    const vector = this.#vectors.get(first);
    const other = this.#vectors.get(second);
    return vector && other ? dot(vector, other) : 0;
  }
}

/** Inner product of two vectors of one length. Four sums at once: additions that do not wait for each other take half the time. */
export function dot(first: Float32Array, second: Float32Array): number {
  const whole = first.length - (first.length % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let index = 0; index < whole; index += 4) {
    a += first[index]! * second[index]!;
    b += first[index + 1]! * second[index + 1]!;
    c += first[index + 2]! * second[index + 2]!;
    d += first[index + 3]! * second[index + 3]!;
  }
  for (let index = whole; index < first.length; index += 1) a += first[index]! * second[index]!;
  return a + b + c + d;
}
