import type { Postings } from './postings.ts';

/**
 * BM25+ (Lv & Zhai 2011). `k`, `b` and the title's weight were chosen on French questions over encyclopaedia paragraphs
 * (README of the models). A title is shared by all passages of an article and so tells them apart little: half the
 * weight of the text.
 */
const settings = { k: 1.2, b: 0.7, delta: 0.5, titleWeight: 0.5 };

/** One term of a query as the index holds it. */
export interface SearchedTerm {
  readonly number: number;
  /** 1 for the term itself, less for one a slip away. */
  readonly weight: number;
}

/** Scores entries of postings for queries. */
export class Bm25 {
  readonly #postings: Postings;
  /** Per entry: k, more for a title or text longer than the others. */
  readonly #titleSaturation: Float64Array;
  readonly #textSaturation: Float64Array;

  constructor(postings: Postings) {
    this.#postings = postings;
    this.#titleSaturation = saturation(postings.titleLengths);
    this.#textSaturation = saturation(postings.textLengths);
  }

  /**
   * @param query for each term of the query what stands for it in the index
   * @returns the score of each entry: the sum over terms, times how many of the terms it has; 0 without any
   */
  scores(query: readonly (readonly SearchedTerm[])[]): Float64Array {
    const count = this.#titleSaturation.length;
    const sums = new Float64Array(count);
    const matched = new Uint16Array(count);
    for (const alternatives of query) {
      const first = alternatives[0];
      if (first && alternatives.length === 1) this.#add(first, sums, matched);
      else if (first) {
        // Terms that stand for one term count together as that one.
        const own = new Float64Array(count);
        const any = new Uint16Array(count);
        for (const term of alternatives) this.#add(term, own, any);
        for (let entry = 0; entry < count; entry += 1) {
          if (any[entry] === 0) continue;
          sums[entry]! += own[entry]!;
          matched[entry]! += 1;
        }
      }
    }
    for (let entry = 0; entry < count; entry += 1) sums[entry]! *= matched[entry]!;
    return sums;
  }

  #add({ number, weight }: SearchedTerm, sums: Float64Array, matched: Uint16Array): void {
    const { starts, entries, inTitle, inText } = this.#postings;
    const start = starts[number]!;
    const end = starts[number + 1]!;
    let titles = 0;
    let texts = 0;
    for (let at = start; at < end; at += 1) {
      if (inTitle[at]! > 0) titles += 1;
      if (inText[at]! > 0) texts += 1;
    }
    const titleFactor = weight * settings.titleWeight;
    const titleRarity = this.#inverseFrequency(titles);
    const textRarity = this.#inverseFrequency(texts);
    for (let at = start; at < end; at += 1) {
      const entry = entries[at]!;
      const title = inTitle[at]!;
      const text = inText[at]!;
      let score = 0;
      if (title > 0) score += titleFactor * (titleRarity * frequencyPart(title, this.#titleSaturation[entry]!));
      if (text > 0) score += weight * (textRarity * frequencyPart(text, this.#textSaturation[entry]!));
      sums[entry]! += score;
      matched[entry]! += 1;
    }
  }

  #inverseFrequency(count: number): number {
    return Math.log(1 + (this.#titleSaturation.length - count + 0.5) / (count + 0.5));
  }
}

function frequencyPart(frequency: number, saturated: number): number {
  return settings.delta + (frequency * (settings.k + 1)) / (frequency + saturated);
}

function saturation(lengths: Uint32Array): Float64Array {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return Float64Array.from(lengths, (length) => settings.k * (1 - settings.b + (settings.b * length) / mean));
}
