import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bm25, type SearchedTerm } from './bm25.ts';
import { entryFilter } from './entry-filter.ts';
import { indexTerms, mendingDistance, queryTerms } from './lexical-terms.ts';
import { NearTerms } from './near-terms.ts';
import { Postings, type PostingsSize, type TermCounts } from './postings.ts';
import type { EntryAttributes, LexicalEntry, LexicalIndex, LexicalSearchOptions, ScoredId } from './search-index.ts';
import { syncedWrite } from './synced-write.ts';

export const lexicalFiles = { entries: 'lexical.json', postings: 'lexical.postings' } as const;

/** A term one slip away counts for less than half, and less the longer the way. */
const mendedWeight = 0.45;

interface StoredEntry extends EntryAttributes {
  readonly id: string;
}

interface Saved {
  readonly entries: readonly StoredEntry[];
  readonly terms: readonly string[];
  readonly size: PostingsSize;
}

/** What a search works on, made anew once entries have changed. */
interface Sealed {
  readonly postings: Postings;
  readonly scoring: Bm25;
  readonly near: NearTerms;
}

/** Lexical search in memory, over typed arrays: a query of a hundred common words takes milliseconds. */
export class Bm25LexicalIndex implements LexicalIndex {
  #sealed: Sealed;
  /** Entries of the sealed postings in their order, then those added since; null where one was removed. */
  #entries: (StoredEntry | null)[];
  readonly #positions = new Map<string, number>();
  /** Terms of the entries added since. */
  #added: TermCounts[] = [];
  #changed = false;

  private constructor(postings: Postings, entries: readonly StoredEntry[]) {
    this.#sealed = seal(postings);
    this.#entries = [...entries];
    for (const [position, { id }] of entries.entries()) this.#positions.set(id, position);
  }

  static create(): Bm25LexicalIndex {
    return new Bm25LexicalIndex(Postings.empty(), []);
  }

  /** Opens what `save` wrote. @throws IndexError when the files do not fit each other. */
  static async load(folder: string): Promise<Bm25LexicalIndex> {
    const saved = JSON.parse(await readFile(join(folder, lexicalFiles.entries), 'utf8')) as Saved;
    const bytes = await readFile(join(folder, lexicalFiles.postings));
    return new Bm25LexicalIndex(Postings.parse(saved.terms, saved.size, bytes), saved.entries);
  }

  async count(): Promise<number> {
    return this.#positions.size;
  }

  async upsert(entries: readonly LexicalEntry[]): Promise<void> {
    await this.remove(entries.map(({ id }) => id));
    for (const { id, title, text, language, published, outlet } of entries) {
      this.#positions.set(id, this.#entries.length);
      this.#entries.push({ id, published, outlet });
      this.#added.push(countTerms(indexTerms(title, language), indexTerms(text, language)));
      this.#changed = true;
    }
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const position = this.#positions.get(id);
      if (position === undefined) continue;
      this.#positions.delete(id);
      this.#entries[position] = null;
      this.#changed = true;
    }
  }

  async search(query: string, { limit, filter, include = [] }: LexicalSearchOptions): Promise<readonly ScoredId[]> {
    const { postings, scoring, near } = this.#current();
    const accepts = entryFilter(filter);
    const terms = queryTerms(query).map((term): SearchedTerm[] => {
      const number = postings.numberOf(term);
      if (number !== undefined) return [{ number, weight: 1 }];
      const distance = mendingDistance(term);
      return distance === false ? [] : mended(near, postings.terms, term, distance);
    });
    const scores = scoring.scores(terms);
    // By position, not by iterator: this looks at every entry of the index for every question.
    if (accepts)
      for (let position = 0; position < scores.length; position += 1)
        if (scores[position]! > 0 && !accepts(this.#entries[position]!)) scores[position] = 0;

    const scored = (position: number): ScoredId => ({ id: this.#entries[position]!.id, score: scores[position]! });
    const least = leastOfBest(scores, limit);
    const best: ScoredId[] = [];
    for (let position = 0; position < scores.length; position += 1)
      if (scores[position]! >= least) best.push(scored(position));
    best.sort(bestFirst);
    const found = new Set(best.slice(0, limit).map(({ id }) => id));
    const asked = [...new Set(include)]
      .filter((id) => !found.has(id))
      .map((id) => this.#positions.get(id))
      .filter((position) => position !== undefined && scores[position]! > 0)
      .map((position) => scored(position!));
    return [...best.slice(0, limit), ...asked.sort(bestFirst)];
  }

  /** Writes its files into an existing folder; each is on the disk when this resolves. */
  async save(folder: string): Promise<void> {
    const { postings } = this.#current();
    await syncedWrite(join(folder, lexicalFiles.postings), postings.bytes());
    const entries = this.#entries.filter((entry) => entry !== null);
    const saved: Saved = { entries, terms: postings.terms, size: postings.size };
    await syncedWrite(join(folder, lexicalFiles.entries), JSON.stringify(saved));
  }

  #current(): Sealed {
    if (!this.#changed) return this.#sealed;
    const known = this.#sealed.postings.size.entries;
    const added = this.#added.filter((_, index) => this.#entries[known + index] !== null);
    this.#sealed = seal(this.#sealed.postings.updated((entry) => this.#entries[entry] !== null, added));
    this.#entries = this.#entries.filter((entry) => entry !== null);
    this.#positions.clear();
    for (const [position, entry] of this.#entries.entries()) if (entry) this.#positions.set(entry.id, position);
    this.#added = [];
    this.#changed = false;
    return this.#sealed;
  }
}

function seal(postings: Postings): Sealed {
  return { postings, scoring: new Bm25(postings), near: new NearTerms(postings.terms) };
}

function countTerms(title: readonly string[], text: readonly string[]): TermCounts {
  const counts = new Map<string, { title: number; text: number }>();
  const countOf = (term: string) => {
    const known = counts.get(term);
    if (known) return known;
    const count = { title: 0, text: 0 };
    counts.set(term, count);
    return count;
  };
  for (const term of title) countOf(term).title += 1;
  for (const term of text) countOf(term).text += 1;
  return counts;
}

function mended(near: NearTerms, terms: readonly string[], term: string, limit: number): SearchedTerm[] {
  return near.find(term, limit).map(({ number, distance }) => {
    const { length } = terms[number]!;
    return { number, weight: (mendedWeight * length) / (length + distance) };
  });
}

/** The score that the worst of the best `limit` entries has; the least positive number when fewer have a score. */
function leastOfBest(scores: Float64Array, limit: number): number {
  // The best so far in ascending order: few scores get in, and most are only compared with the first.
  const best = new Float64Array(limit).fill(Number.MIN_VALUE);
  for (let position = 0; position < scores.length; position += 1) {
    const score = scores[position]!;
    if (score <= best[0]!) continue;
    let place = 1;
    while (place < limit && best[place]! < score) place += 1;
    best.copyWithin(0, 1, place);
    best[place - 1] = score;
  }
  return best[0]!;
}

function bestFirst(a: ScoredId, b: ScoredId): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}
