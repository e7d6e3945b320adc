import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import { entryFilter } from './entry-filter.ts';
import { indexTerms, mendingDistance, queryTerms } from './lexical-terms.ts';
import type { EntryAttributes, LexicalEntry, LexicalIndex, LexicalSearchOptions, ScoredId } from './search-index.ts';
import { syncedWrite } from './synced-write.ts';

export const lexicalFile = 'lexical.json';

/**
 * Chosen on French questions over encyclopaedia paragraphs (README of the models). A title is shared by all passages
 * of an article and so tells them apart little: half the weight of the text.
 */
const optionsFor = (vocabulary: Set<string>): Options<LexicalEntry> => ({
  fields: ['title', 'text'],
  // Terms are made here, where the language of the entry is known; below they only have to be cut apart.
  extractField: (entry, field) =>
    field === 'id' ? entry.id : indexTerms(field === 'title' ? entry.title : entry.text, entry.language).join(' '),
  tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
  processTerm: (term) => {
    vocabulary.add(term);
    return term;
  },
  autoVacuum: false,
  searchOptions: { processTerm: (term) => term, bm25: { k: 1.2, b: 0.7, d: 0.5 }, boost: { title: 0.5 } },
});

interface SavedIndex {
  readonly attributes: readonly (readonly [id: string, attributes: EntryAttributes])[];
  readonly index: ReturnType<MiniSearch['toJSON']>;
}

/** Lexical search in memory. */
export class MiniSearchLexicalIndex implements LexicalIndex {
  readonly #index: MiniSearch<LexicalEntry>;
  readonly #attributes: Map<string, EntryAttributes>;
  /** Terms that need no mending. */
  readonly #vocabulary: Set<string>;

  private constructor(
    index: MiniSearch<LexicalEntry>,
    attributes: Map<string, EntryAttributes>,
    vocabulary: Set<string>,
  ) {
    this.#index = index;
    this.#attributes = attributes;
    this.#vocabulary = vocabulary;
  }

  static create(): MiniSearchLexicalIndex {
    const vocabulary = new Set<string>();
    return new MiniSearchLexicalIndex(new MiniSearch(optionsFor(vocabulary)), new Map(), vocabulary);
  }

  /** Opens what `save` wrote. */
  static async load(folder: string): Promise<MiniSearchLexicalIndex> {
    const saved = JSON.parse(await readFile(join(folder, lexicalFile), 'utf8')) as SavedIndex;
    const vocabulary = new Set(saved.index.index.map(([term]) => term));
    const index = MiniSearch.loadJS(saved.index, optionsFor(vocabulary));
    return new MiniSearchLexicalIndex(index, new Map(saved.attributes), vocabulary);
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
    const terms = queryTerms(query);
    return this.#index
      .search(terms.join(' '), {
        filter: passes,
        fuzzy: (term) => !this.#vocabulary.has(term) && mendingDistance(term),
      })
      .map((result): ScoredId => ({ id: result.id as string, score: result.score }))
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
