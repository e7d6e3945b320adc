import { editDistance } from './edit-distance.ts';
import { stems, stopwords, words } from './terms.ts';

/** Plain data, so that it can be stored with an index and need not be counted, nor words stemmed, at every start. */
export interface WordCounts {
  readonly texts: number;
  /** All folded words. */
  readonly words: readonly string[];
  /** stem → number of texts that hold a word of it */
  readonly stems: Readonly<Record<string, number>>;
}

/** Counts the stems of texts of a paragraph's size; a stem counts once a text. */
export function countWords(texts: Iterable<string>): WordCounts {
  const known = new Set<string>();
  const counts = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    total += 1;
    const found = new Set(words(text).map(({ word }) => word));
    for (const stem of new Set([...found].flatMap(stems))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const word of found) known.add(word);
  }
  return { texts: total, words: [...known], stems: Object.fromEntries(counts) };
}

/** Paragraphs of a middling press file. */
const referenceTexts = 300;

function idf(frequency: number, texts: number): number {
  return Math.log(1 + (texts - frequency + 0.5) / (frequency + 0.5));
}

/** What the file's words tell about a word: how rare its stem is, and what a misspelt one may have meant. */
export class Vocabulary {
  readonly #texts: number;
  readonly #byStem: ReadonlyMap<string, number>;
  readonly #byLength = new Map<number, string[]>();
  readonly #words: ReadonlySet<string>;

  constructor({ texts, words: all, stems: counts }: WordCounts) {
    this.#texts = texts;
    this.#words = new Set(all);
    this.#byStem = new Map(Object.entries(counts));
    for (const word of all) {
      if (word.length < 4 || stopwords.has(word) || /\d/.test(word)) continue;
      const sameLength = this.#byLength.get(word.length);
      if (sameLength) sameLength.push(word);
      else this.#byLength.set(word.length, [word]);
    }
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** Number of texts that hold a word of one of these stems (of the most frequent stem). */
  textsWith(wordStems: readonly string[]): number {
    return Math.max(0, ...wordStems.map((stem) => this.#byStem.get(stem) ?? 0));
  }

  /**
   * Inverse document frequency as in BM25 (Robertson & Spärck Jones), at least 0; unknown words weigh most. Scaled to
   * what a file of `referenceTexts` gives, so that a weight means the same in a file of two articles and of thousands.
   */
  inverseFrequency(wordStems: readonly string[]): number {
    const scale = idf(0, referenceTexts) / idf(0, this.#texts);
    return scale * idf(this.textsWith(wordStems), this.#texts);
  }

  /** The file's words one slip away from an unknown word (two from nine letters on), nearest first, at most three. */
  corrections(word: string): string[] {
    if (word.length < 5 || /\d/.test(word)) return [];
    const slips = word.length >= 9 ? 2 : 1;
    const near: { word: string; slips: number }[] = [];
    for (let length = word.length - slips; length <= word.length + slips; length += 1) {
      for (const candidate of this.#byLength.get(length) ?? []) {
        // A slip in the first letter is rare, and skipping those words saves most of the work.
        if (candidate[0] !== word[0]) continue;
        const edits = editDistance(word, candidate, slips);
        if (edits <= slips) near.push({ word: candidate, slips: edits });
      }
    }
    return near
      .sort((a, b) => a.slips - b.slips)
      .slice(0, 3)
      .map(({ word: corrected }) => corrected);
  }
}
