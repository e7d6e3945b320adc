import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { HierarchicalNSW } from 'hnswlib-node';
import { IndexError } from '../errors.ts';
import { entryFilter } from './entry-filter.ts';
import { checkHnswFile } from './hnsw-file.ts';
import { QuantisedVectors } from './quantised-vectors.ts';
import type { EntryAttributes, ScoredId, SearchOptions, VectorEntry, VectorIndex } from './search-index.ts';
import { syncedWrite } from './synced-write.ts';
import { type TableEntry, VectorTable } from './vector-table.ts';

const connections = 16;
const efConstruction = 200;
/** Recall@10 .9995 at 100k × 256; below it the walk stops early. hnswlib does not save it. */
const efSearch = 100;
/** Up to here an exact scan of the entries a filter lets through beats a graph walk that has to skip most of them. */
const exactScanLimit = 4096;
const initialCapacity = 256;

export const vectorFiles = {
  graph: 'vectors.hnsw',
  table: 'vectors.f32',
  parts: 'vectors.i8',
  entries: 'vectors.json',
} as const;

interface SavedEntry extends EntryAttributes {
  readonly id: string;
  /** How many vectors of parts it has in their file. */
  readonly parts: number;
}

interface SavedEntries {
  readonly dimensions: number;
  /** Position = label of the graph = row of the table; null where an entry was removed. */
  readonly rows: readonly (SavedEntry | null)[];
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
    const entries = withParts(saved, await readFile(join(folder, vectorFiles.parts)));
    const table = VectorTable.from(dimensions, entries, await readFile(join(folder, vectorFiles.table)));
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
    const parts = entries.map(({ id, parts: vectors = [] }) =>
      vectors.length === 0
        ? undefined
        : QuantisedVectors.from(
            this.dimensions,
            vectors.map((vector) => this.#unitVector(vector, id)),
          ),
    );
    await this.remove(entries.map(({ id }) => id));
    const needed = this.#table.rows + entries.length;
    if (needed > this.#graph.getMaxElements())
      this.#graph.resizeIndex(Math.max(needed, this.#graph.getMaxElements() * 2));
    for (const [i, { id, published, outlet }] of entries.entries()) {
      const unit = units[i] as number[];
      const row = this.#table.add(unit, { id, published, outlet, parts: parts[i] });
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
    // More than wanted: the graph knows whole entries only, their parts may change the order.
    const candidates = Math.min(this.#table.count, Math.max(efSearch, 2 * wanted));
    this.#graph.setEf(candidates);
    const label = accepts && ((row: number) => this.#table.accepts(row, accepts));
    const { neighbors } = this.#graph.searchKnn(unit, candidates, label);
    return this.#table.nearest(unit, neighbors, limit);
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

  /** The unit vectors stored under an id. */
  vectors(id: string): Pick<VectorEntry, 'vector' | 'parts'> | undefined {
    const vector = this.#table.vector(id);
    return vector && { vector, parts: this.#table.parts(id)?.toArrays() };
  }

  /** Writes its files into an existing folder; each is on the disk when this resolves. */
  async save(folder: string): Promise<void> {
    const graphFile = join(folder, vectorFiles.graph);
    // Synchronous: a point added during an asynchronous write would corrupt the file.
    this.#graph.writeIndexSync(graphFile);
    // hnswlib reports success on a full disk or a missing folder.
    await checkHnswFile(graphFile, this.dimensions, this.#table.rows);
    await syncedWrite(join(folder, vectorFiles.table), this.#table.bytes());
    const entries = this.#table.entries();
    await syncedWrite(
      join(folder, vectorFiles.parts),
      Buffer.concat(entries.map((entry) => entry?.parts?.bytes() ?? empty)),
    );
    const rows = entries.map((entry): SavedEntry | null => entry && { ...entry, parts: entry.parts?.count ?? 0 });
    const saved: SavedEntries = { dimensions: this.dimensions, rows };
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

const empty = new Uint8Array(0);

/** @throws IndexError when the bytes are not those of as many parts as the entries say. */
function withParts({ dimensions, rows }: SavedEntries, bytes: Uint8Array): (TableEntry | null)[] {
  let position = 0;
  const entries = rows.map((row): TableEntry | null => {
    if (!row || row.parts === 0) return row && { ...row, parts: undefined };
    const start = position;
    position += QuantisedVectors.byteLength(dimensions, row.parts);
    return { ...row, parts: QuantisedVectors.parse(dimensions, row.parts, bytes.subarray(start, position)) };
  });
  if (position !== bytes.byteLength)
    throw new IndexError(`Expected ${position} bytes of vectors of parts, got ${bytes.byteLength}.`);
  return entries;
}

async function graphFactory(dimensions: number): Promise<() => HierarchicalNSW> {
  const { default: hnswlib } = await import('hnswlib-node');
  // A fresh object for every graph: one on which a read has failed crashes later.
  return () => new hnswlib.HierarchicalNSW('cosine', dimensions);
}
