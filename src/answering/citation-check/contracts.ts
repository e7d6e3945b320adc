import type { NameIndex, PartialDate, Reader, Span } from '../../types.ts';

/** A passage that a sentence cites. `start` is the place of `text` in its article. */
export interface CitedPassage {
  readonly articleId: string;
  readonly text: string;
  readonly start: number;
  /** Who publishes: "selon Axios" is true of an Axios article even where its text does not say "Axios". */
  readonly outlet?: string | null | undefined;
  readonly title?: string | undefined;
  /** Completes dates of the text ("mercredi 21 juillet"). */
  readonly published?: PartialDate | null | undefined;
}

export interface SentenceToCheck {
  readonly sentence: string;
  /** In the order cited; `undefined` where the number cited belongs to no passage. */
  readonly citedPassages: readonly (CitedPassage | undefined)[];
  /** The words the sentence claims to rest on, as its author wrote them. */
  readonly quotes: readonly string[];
}

/** `load` before `similarity` (cosine in [-1, 1]); see TextVectors. */
export interface WordVectors {
  load(texts: Iterable<string>): Promise<void>;
  similarity(first: string, second: string): number;
}

export interface CheckTools {
  readonly names: NameIndex;
  /** Compares words across languages and synonyms. */
  readonly vectors: WordVectors;
  /** Reads the sentence beside what it quotes. */
  readonly reader: Reader;
}

/** Offsets refer to the ARTICLE's text; `quote` is its exact slice. */
export interface LocatedQuote extends Span {
  readonly articleId: string;
  readonly quote: string;
}

/**
 * - `no-such-passage`: nothing is cited, or a number that no passage has
 * - `quote-not-in-passage`: no quote, or words that stand in none of the cited passages
 * - `name`, `number`, `date`: one that the passages do not hold, or hold among other words
 * - `coverage`: content that the cited passages do not hold, or a quote that the sentence does not use
 * - `modality`: a doubt or a condition of the source was dropped
 * - `denial`: a negation or denial was dropped, added or turned
 * - `attribution`: a speaker was dropped or exchanged
 * - `roles`: who did what to whom was turned round
 * - `instruction`: the quoted words are addressed to the model, not to a reader
 */
export type FailureKind =
  | 'no-such-passage'
  | 'quote-not-in-passage'
  | 'name'
  | 'number'
  | 'date'
  | 'coverage'
  | 'modality'
  | 'denial'
  | 'attribution'
  | 'roles'
  | 'instruction';

export interface Failure {
  readonly kind: FailureKind;
  /** The offending words, for the model that repairs the sentence and for logs. */
  readonly detail: string;
}

export type CheckResult =
  | { readonly ok: true; readonly quotes: readonly LocatedQuote[] }
  | { readonly ok: false; readonly failures: readonly Failure[] };
