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
    const asked = contentWords(query);
    const terms = [...asked].map((word) => ({
      word,
      stems: stems(word),
      weight: this.#vocabulary.inverseFrequency(stems(word)),
    }));
    const total = terms.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return texts.map(() => 0);
    const passages = texts.map((text) => [...contentWords(text)]);
    await this.#vectors.load([...asked, ...passages.flat()]);
    return passages.map((passage) => {
      const held = new Set(passage.flatMap(stems));
      const sum = terms.reduce((sum, term) => {
        const same = term.stems.some((stem) => held.has(stem));
        return (
          sum +
          term.weight * (same ? 1 : Math.max(0, ...passage.map((word) => this.#vectors.similarity(term.word, word))))
        );
      }, 0);
      return sum / total;
    });
  }
}

function contentWords(text: string): Set<string> {
  return new Set(
    words(text)
      .map(({ word }) => word)
      .filter((word) => word.length > 1 && !stopwords.has(word)),
  );
}
