import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { HierarchicalNSW } from 'hnswlib-node';
import { IndexError } from '../errors.ts';
import { entryFilter } from './entry-filter.ts';
import { checkHnswFile } from './hnsw-file.ts';
import type { EntryAttributes, ScoredId, SearchOptions, VectorEntry, VectorIndex } from './search-index.ts';
import { syncedWrite } from './synced-write.ts';
import { VectorTable } from './vector-table.ts';

const connections = 16;
const efConstruction = 200;
/** Recall@10 .9995 at 100k × 256; below it the walk stops early. hnswlib does not save it. */
const efSearch = 100;
/** Up to here an exact scan of the entries a filter lets through beats a graph walk that has to skip most of them. */
const exactScanLimit = 4096;
const initialCapacity = 256;

export const vectorFiles = { graph: 'vectors.hnsw', table: 'vectors.f32', entries: 'vectors.json' } as const;

interface SavedEntries {
  readonly dimensions: number;
  /** Position = label of the graph = row of the table; null where an entry was removed. */
  readonly rows: readonly (({ readonly id: string } & EntryAttributes) | null)[];
}

/**
 * Dense search in memory: a graph of hnswlib for open searches, the raw vectors for exact similarities, for narrow
 * filters, and to build the graph anew.
 *
 * hnswlib is never trusted to refuse: vectors are checked before they reach it (a NaN ruins a graph, a wrong length
 * reads foreign memory), and files are checked by the snapshot's manifest before `load` is called.
 */
export class HnswVectorIndex implements VectorIndex {
  readonly dimensions: number;
  #table: VectorTable;
  #graph: HierarchicalNSW;
  readonly #createGraph: () => HierarchicalNSW;

  private constructor(table: VectorTable, graph: HierarchicalNSW, createGraph: () => HierarchicalNSW) {
    this.dimensions = table.dimensions;
    this.#table = table;
    this.#graph = graph;
    this.#createGraph = createGraph;
  }

  static async create(dimensions: number): Promise<HnswVectorIndex> {
    const createGraph = await graphFactory(dimensions);
    const graph = createGraph();
    graph.initIndex(initialCapacity, connections, efConstruction);
    return new HnswVectorIndex(new VectorTable(dimensions), graph, createGraph);
  }

  /**
   * Opens what `save` wrote. The caller has compared the files with their digests: a damaged graph file can crash
   * the process, not merely fail.
   * @throws IndexError when the files do not fit each other.
   */
  static async load(folder: string, dimensions: number): Promise<HnswVectorIndex> {
    const saved = JSON.parse(await readFile(join(folder, vectorFiles.entries), 'utf8')) as SavedEntries;
    if (saved.dimensions !== dimensions)
      throw new IndexError(`Expected vectors of ${dimensions} dimensions in ${folder}, got ${saved.dimensions}.`);
    const bytes = await readFile(join(folder, vectorFiles.table));
    const table = VectorTable.from(dimensions, saved.rows, bytes);
    const graphFile = join(folder, vectorFiles.graph);
    await checkHnswFile(graphFile, dimensions, saved.rows.length);
    const createGraph = await graphFactory(dimensions);
    const graph = createGraph();
    // Without a point there is no entry point to read; such a graph could not grow.
    if (table.rows === 0) graph.initIndex(initialCapacity, connections, efConstruction);
    else graph.readIndexSync(graphFile);
    return new HnswVectorIndex(table, graph, createGraph);
  }

  async count(): Promise<number> {
    return this.#table.count;
  }

  async upsert(entries: readonly VectorEntry[]): Promise<void> {
    const units = entries.map((entry) => this.#unitVector(entry.vector, entry.id));
    await this.remove(entries.map(({ id }) => id));
    const needed = this.#table.rows + entries.length;
    if (needed > this.#graph.getMaxElements())
      this.#graph.resizeIndex(Math.max(needed, this.#graph.getMaxElements() * 2));
    for (const [i, { id, published, outlet }] of entries.entries()) {
      const unit = units[i] as number[];
      const row = this.#table.add(unit, { id, published, outlet });
      this.#graph.addPoint(unit, row);
    }
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const row = this.#table.remove(id);
      if (row !== undefined) this.#graph.markDelete(row);
    }
    // Deleted points stay in the graph and slow every walk; past half of it a new graph is cheaper.
    if (this.#table.rows > 2 * this.#table.count && this.#table.rows > initialCapacity) await this.#rebuild();
  }

  async search(vector: readonly number[], { limit, filter }: SearchOptions): Promise<readonly ScoredId[]> {
    const unit = this.#unitVector(vector, 'the query');
    const wanted = Math.min(limit, this.#table.count);
    if (wanted <= 0) return [];
    const accepts = entryFilter(filter);
    if (accepts) {
      const rows = this.#table.matching(accepts);
      if (rows.length <= exactScanLimit) return this.#table.nearest(unit, rows, limit);
    }
    this.#graph.setEf(Math.max(efSearch, wanted));
    const label = accepts && ((row: number) => this.#table.accepts(row, accepts));
    const { neighbors, distances } = this.#graph.searchKnn(unit, wanted, label);
    return neighbors
      .map((row, i) => ({ id: this.#table.idOf(row), score: 1 - (distances[i] as number) }))
      .filter((found): found is ScoredId => found.id !== undefined)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  async similarities(vector: readonly number[], ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const unit = this.#unitVector(vector, 'the query');
    const found = new Map<string, number>();
    for (const id of ids) {
      const score = this.#table.similarity(unit, id);
      if (score !== undefined) found.set(id, score);
    }
    return found;
  }

  /** The unit vector stored under an id. */
  vector(id: string): number[] | undefined {
    return this.#table.vector(id);
  }

  /** Writes the three files into an existing folder; each is on the disk when this resolves. */
  async save(folder: string): Promise<void> {
    const graphFile = join(folder, vectorFiles.graph);
    // Synchronous: a point added during an asynchronous write would corrupt the file.
    this.#graph.writeIndexSync(graphFile);
    // hnswlib reports success on a full disk or a missing folder.
    await checkHnswFile(graphFile, this.dimensions, this.#table.rows);
    await syncedWrite(join(folder, vectorFiles.table), this.#table.bytes());
    const saved: SavedEntries = { dimensions: this.dimensions, rows: this.#table.entries() };
    await syncedWrite(join(folder, vectorFiles.entries), JSON.stringify(saved));
  }

  async #rebuild(): Promise<void> {
    const table = this.#table.compacted();
    const graph = this.#createGraph();
    graph.initIndex(Math.max(initialCapacity, table.rows * 2), connections, efConstruction);
    for (let row = 0; row < table.rows; row++) {
      graph.addPoint(table.row(row), row);
      if (row % 64 === 63) await breathe();
    }
    this.#table = table;
    this.#graph = graph;
  }

  #unitVector(vector: readonly number[], owner: string): number[] {
    if (vector.length !== this.dimensions)
      throw new IndexError(
        `Expected a vector of ${this.dimensions} numbers for ${owner}, got ${vector.length}. ` +
          'The embedding model does not fit this index.',
      );
    const norm = Math.hypot(...vector);
    if (!Number.isFinite(norm))
      throw new IndexError(
        `Expected finite numbers in the vector of ${owner}, got NaN or infinity. The embedding model is damaged or unfit.`,
      );
    // A text of which the model knows no token: near nothing, but in the index.
    if (norm === 0) return [...vector];
    return vector.map((value) => value / norm);
  }
}

async function graphFactory(dimensions: number): Promise<() => HierarchicalNSW> {
  const { default: hnswlib } = await import('hnswlib-node');
  // A fresh object for every graph: one on which a read has failed crashes later.
  return () => new hnswlib.HierarchicalNSW('cosine', dimensions);
}
