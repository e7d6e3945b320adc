import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import { stems, stopwords, words } from '../text/terms.ts';
import { entryFilter } from './entry-filter.ts';
import type { EntryAttributes, LexicalEntry, LexicalIndex, LexicalSearchOptions, ScoredId } from './search-index.ts';
import { syncedWrite } from './synced-write.ts';

export const lexicalFile = 'lexical.json';

const options: Options<LexicalEntry> = {
  fields: ['title', 'text'],
  storeFields: [],
  tokenize: (text) => words(text).map(({ word }) => word),
  processTerm: (word) => (word.length < 2 || stopwords.has(word) ? null : stems(word)),
  autoVacuum: false,
  searchOptions: { bm25: { k: 1.2, b: 0.7, d: 0.5 }, boost: { title: 2 } },
};

interface SavedIndex {
  readonly attributes: readonly (readonly [id: string, attributes: EntryAttributes])[];
  readonly index: ReturnType<MiniSearch['toJSON']>;
}

/** Lexical search in memory. */
export class MiniSearchLexicalIndex implements LexicalIndex {
  readonly #index: MiniSearch<LexicalEntry>;
  readonly #attributes: Map<string, EntryAttributes>;

  constructor(index = new MiniSearch<LexicalEntry>(options), attributes = new Map<string, EntryAttributes>()) {
    this.#index = index;
    this.#attributes = attributes;
  }

  /** Opens what `save` wrote. */
  static async load(folder: string): Promise<MiniSearchLexicalIndex> {
    const saved = JSON.parse(await readFile(join(folder, lexicalFile), 'utf8')) as SavedIndex;
    return new MiniSearchLexicalIndex(MiniSearch.loadJS(saved.index, options), new Map(saved.attributes));
  }

  async count(): Promise<number> {
    return this.#index.documentCount;
  }

  async upsert(entries: readonly LexicalEntry[]): Promise<void> {
    await this.remove(entries.map(({ id }) => id));
    this.#index.addAll(entries);
    for (const { id, published, outlet } of entries) this.#attributes.set(id, { published, outlet });
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (!this.#attributes.delete(id)) continue;
      this.#index.discard(id);
    }
  }

  async search(query: string, { limit, filter, include = [] }: LexicalSearchOptions): Promise<readonly ScoredId[]> {
    const accepts = entryFilter(filter);
    const passes = (result: SearchResult) => {
      const attributes = this.#attributes.get(result.id as string);
      return attributes !== undefined && (accepts === undefined || accepts(attributes));
    };
    const wanted = new Set(include);
    return this.#index
      .search(query, { filter: passes })
      .map((result): ScoredId => ({ id: result.id as string, score: result.score / result.queryTerms.length }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .filter(({ id }, rank) => rank < limit || wanted.has(id));
  }

  /** Writes one file into an existing folder; it is on the disk when this resolves. */
  async save(folder: string): Promise<void> {
    // Entries that were removed leave their terms behind until the index is swept.
    if (this.#index.dirtCount > 0) await this.#index.vacuum();
    const saved: SavedIndex = { attributes: [...this.#attributes], index: this.#index.toJSON() };
    await syncedWrite(join(folder, lexicalFile), JSON.stringify(saved));
  }
}
