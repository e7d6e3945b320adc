import { stems, stopwords, words } from '../text/terms.ts';
import type { TextVectors } from '../text/text-vectors.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

/**
 * Scores passages word by word: each word of the query counts as far as the passage's nearest word means the same,
 * weighted by how rare it is (ColBERT's MaxSim, Khattab & Zaharia 2020, on static vectors). It finds what the one
 * vector of a passage blurs.
 */
export class LateInteraction {
  readonly #vectors: TextVectors;
  readonly #vocabulary: Vocabulary;

  constructor(vectors: TextVectors, vocabulary: Vocabulary) {
    this.#vectors = vectors;
    this.#vocabulary = vocabulary;
  }

  /** One score in [0, 1] per text; all 0 for a query without content words. */
  async score(query: string, texts: readonly string[]): Promise<number[]> {
    const terms = this.#heaviest(query);
    const total = terms.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return texts.map(() => 0);
    const passages = texts.map((text) => [...contentWords(text)]);
    const distinct = new Set(passages.flat());
    await this.#vectors.load([...terms.map(({ word }) => word), ...distinct]);
    const sums = passages.map(() => 0);
    for (const { word, stems: own, weight } of terms) {
      // Passages share most of their words: each is compared with the term once.
      const likeness = new Map<string, number>();
      for (const other of distinct) {
        const same = stems(other).some((stem) => own.includes(stem));
        likeness.set(other, same ? 1 : this.#vectors.similarity(word, other));
      }
      passages.forEach((passage, index) => {
        let nearest = 0;
        for (const other of passage) nearest = Math.max(nearest, likeness.get(other) ?? 0);
        sums[index] = (sums[index] ?? 0) + weight * nearest;
      });
    }
    return sums.map((sum) => sum / total);
  }

  #heaviest(query: string): { word: string; stems: readonly string[]; weight: number }[] {
    return [...contentWords(query)]
      .map((word) => ({ word, stems: stems(word), weight: this.#vocabulary.inverseFrequency(stems(word)) }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostTerms);
  }
}

/** A query of more content words than this is long enough to be told apart by the rarest of them. */
const mostTerms = 12;

function contentWords(text: string): Set<string> {
  return new Set(
    words(text)
      .map(({ word }) => word)
      .filter((word) => word.length > 1 && !stopwords.has(word)),
  );
}
