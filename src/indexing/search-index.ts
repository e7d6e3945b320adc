import type { Filter, Language, PartialDate } from '../types.ts';

/** What filters look at; kept by each index beside what it searches. */
export interface EntryAttributes {
  readonly published: PartialDate | null;
  readonly outlet: string | null;
}

export interface ScoredId {
  readonly id: string;
  readonly score: number;
}

export interface SearchOptions {
  readonly limit: number;
  readonly filter?: Filter | undefined;
}

export interface VectorEntry extends EntryAttributes {
  readonly id: string;
  /** `dimensions` finite numbers; need not be of unit length. All zero means: near nothing. */
  readonly vector: readonly number[];
  /** Vectors of its parts, such as its sentences: a question is often about one of them. */
  readonly parts?: readonly (readonly number[])[] | undefined;
}

/**
 * Nearest neighbours by similarity: the cosine of an entry, or, where it has parts, the mean of its own cosine and that
 * of its best part (to about 0.01: an index may store parts coarsely). Asynchronous so that a database can stand behind it.
 * Ids are passage ids; writing an id again replaces it.
 */
export interface VectorIndex {
  readonly dimensions: number;
  count(): Promise<number>;
  /** @throws IndexError for a vector of the wrong length or with a value that is not a finite number. */
  upsert(entries: readonly VectorEntry[]): Promise<void>;
  /** Unknown ids are no error. */
  remove(ids: readonly string[]): Promise<void>;
  /** Best first; `score` is the similarity in [-1, 1]. Which entries are found is approximate. */
  search(vector: readonly number[], options: SearchOptions): Promise<readonly ScoredId[]>;
  /** The similarity of each of these ids; unknown ids are left out. */
  similarities(vector: readonly number[], ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export interface LexicalEntry extends EntryAttributes {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly language: Language;
}

export interface LexicalSearchOptions extends SearchOptions {
  /** These are scored wherever they rank (they must pass the filter too). */
  readonly include?: readonly string[] | undefined;
}

/** Full-text search by BM25 over stems, French and English. Ids are passage ids; writing an id again replaces it. */
export interface LexicalIndex {
  count(): Promise<number>;
  upsert(entries: readonly LexicalEntry[]): Promise<void>;
  /** Unknown ids are no error. */
  remove(ids: readonly string[]): Promise<void>;
  /** Entries with at least one matching term, best first; those of `include` beyond `limit` come last, in order too. */
  search(query: string, options: LexicalSearchOptions): Promise<readonly ScoredId[]>;
}
