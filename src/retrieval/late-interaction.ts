import { stems, stopwords, words } from '../text/terms.ts';
import { dot, type TextVectors } from '../text/text-vectors.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

/** A query of more content words than this is long enough to be told apart by the rarest of them. */
const mostTerms = 8;
/** Words and passages kept ready at most; beyond that the memory is emptied rather than left to grow. */
const wordsKept = 20_000;
const passagesKept = 4_000;
/** Query words whose likenesses to the passages' words are kept: a question is asked in two wordings, and questions share words. */
const termsKept = 64;

interface KnownWord {
  readonly word: string;
  readonly stems: readonly string[];
  readonly vector: Float32Array | undefined;
}

/**
 * Scores passages word by word: each word of the query counts as far as the passage's nearest word means the same,
 * weighted by how rare it is (ColBERT's MaxSim, Khattab & Zaharia 2020, on static vectors). It finds what the one
 * vector of a passage blurs.
 */
export class LateInteraction {
  readonly #vectors: TextVectors;
  readonly #vocabulary: Vocabulary;
  /** Words have numbers, so that passages are short lists of numbers and likenesses an array. */
  readonly #words: KnownWord[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #passages = new Map<string, Int32Array>();
  /** By query word: its likeness to the word of each number, as far as it was compared; the rest is NaN. */
  readonly #likenesses = new Map<string, Float32Array>();

  constructor(vectors: TextVectors, vocabulary: Vocabulary) {
    this.#vectors = vectors;
    this.#vocabulary = vocabulary;
  }

  /**
   * @param ids passages, each always with the same text
   * @returns one score in [0, 1] per passage; all 0 for a query without content words
   */
  async score(query: string, ids: readonly string[], textOf: (id: string) => string): Promise<number[]> {
    const terms = contentWords(query)
      .map((word) => ({ word, stems: stems(word), weight: this.#vocabulary.inverseFrequency(stems(word)) }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostTerms);
    const total = terms.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return ids.map(() => 0);
    await this.#learn(ids, textOf);
    await this.#vectors.load(terms.map(({ word }) => word));

    const passages = ids.map((id) => this.#passages.get(id) ?? new Int32Array());
    const sums = new Float64Array(passages.length);
    for (const term of terms) {
      const vector = this.#vectors.vector(term.word);
      const likeness = this.#likenessesOf(term.word);
      for (const [index, passage] of passages.entries()) {
        let nearest = 0;
        for (let at = 0; at < passage.length; at += 1) {
          const number = passage[at]!;
          let alike = likeness[number]!;
          if (Number.isNaN(alike)) {
            alike = similarity(term.stems, vector, this.#words[number]!);
            likeness[number] = alike;
          }
          if (alike > nearest) nearest = alike;
        }
        sums[index]! += term.weight * nearest;
      }
    }
    return Array.from(sums, (sum) => sum / total);
  }

  /** As long as there are words; the word used last is the last of the map. */
  #likenessesOf(word: string): Float32Array {
    const known = this.#likenesses.get(word);
    this.#likenesses.delete(word);
    const oldest = this.#likenesses.size >= termsKept ? this.#likenesses.keys().next().value : undefined;
    if (oldest !== undefined) this.#likenesses.delete(oldest);
    let likenesses = known;
    if (!likenesses || likenesses.length < this.#words.length) {
      likenesses = new Float32Array(Math.ceil(this.#words.length * 1.25)).fill(Number.NaN);
      if (known) likenesses.set(known);
    }
    this.#likenesses.set(word, likenesses);
    return likenesses;
  }

  /** Makes the words of passages not seen before ready. */
  async #learn(ids: readonly string[], textOf: (id: string) => string): Promise<void> {
    if (this.#words.length > wordsKept || this.#passages.size > passagesKept) {
      this.#words.length = 0;
      this.#numbers.clear();
      this.#passages.clear();
      this.#likenesses.clear();
    }
    const fresh = ids.filter((id) => !this.#passages.has(id)).map((id) => ({ id, held: contentWords(textOf(id)) }));
    const unknown = [...new Set(fresh.flatMap(({ held }) => held))].filter((word) => !this.#numbers.has(word));
    await this.#vectors.load(unknown);
    for (const word of unknown) {
      if (this.#numbers.has(word)) continue;
      this.#numbers.set(word, this.#words.length);
      this.#words.push({ word, stems: stems(word), vector: this.#vectors.vector(word) });
    }
    for (const { id, held } of fresh) {
      this.#passages.set(id, Int32Array.from(held.flatMap((word) => this.#numbers.get(word) ?? [])));
    }
  }
}

function similarity(own: readonly string[], vector: Float32Array | undefined, word: KnownWord): number {
  for (const stem of word.stems) if (own.includes(stem)) return 1;
  return vector && word.vector ? dot(vector, word.vector) : 0;
}

function contentWords(text: string): string[] {
  const all = words(text).map(({ word }) => word);
  return [...new Set(all)].filter((word) => word.length > 1 && !stopwords.has(word));
}
