import { IndexError } from '../errors.ts';
import { dot } from '../text/text-vectors.ts';
import type { QuantisedVectors } from './quantised-vectors.ts';
import type { EntryAttributes, ScoredId } from './search-index.ts';

export interface TableEntry extends EntryAttributes {
  readonly id: string;
  readonly parts?: QuantisedVectors | undefined;
}

/** Rows of unit vectors with their ids; a removed row stays as a hole until `compact`. */
export class VectorTable {
  readonly dimensions: number;
  #values: Float32Array;
  readonly #entries: (TableEntry | null)[];
  readonly #rowOf = new Map<string, number>();

  constructor(
    dimensions: number,
    values: Float32Array = new Float32Array(0),
    entries: readonly (TableEntry | null)[] = [],
  ) {
    this.dimensions = dimensions;
    this.#values = values;
    this.#entries = [...entries];
    for (const [row, entry] of entries.entries()) if (entry) this.#rowOf.set(entry.id, row);
  }

  /** @throws IndexError when the bytes are not as many vectors as there are entries, or hold a value that is not finite. */
  static from(dimensions: number, entries: readonly (TableEntry | null)[], bytes: Uint8Array): VectorTable {
    const expected = entries.length * dimensions * Float32Array.BYTES_PER_ELEMENT;
    if (bytes.byteLength !== expected)
      throw new IndexError(`Expected ${expected} bytes of vectors, got ${bytes.byteLength}.`);
    const values = new Float32Array(entries.length * dimensions);
    new Uint8Array(values.buffer).set(bytes);
    for (const value of values)
      if (!Number.isFinite(value)) throw new IndexError('Expected finite numbers in vectors.');
    return new VectorTable(dimensions, values, entries);
  }

  /** Rows in use and holes. */
  get rows(): number {
    return this.#entries.length;
  }

  get count(): number {
    return this.#rowOf.size;
  }

  add(unit: readonly number[], entry: TableEntry): number {
    const row = this.#entries.length;
    const start = row * this.dimensions;
    if (start + this.dimensions > this.#values.length) {
      const grown = new Float32Array(Math.max(64, row * 2) * this.dimensions);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values.set(unit, start);
    this.#entries.push(entry);
    this.#rowOf.set(entry.id, row);
    return row;
  }

  remove(id: string): number | undefined {
    const row = this.#rowOf.get(id);
    if (row === undefined) return undefined;
    this.#rowOf.delete(id);
    this.#entries[row] = null;
    return row;
  }

  idOf(row: number): string | undefined {
    return this.#entries[row]?.id;
  }

  accepts(row: number, test: (attributes: EntryAttributes) => boolean): boolean {
    const entry = this.#entries[row];
    return entry ? test(entry) : false;
  }

  matching(test: (attributes: EntryAttributes) => boolean): number[] {
    return [...this.#rowOf.values()].filter((row) => this.accepts(row, test));
  }

  row(row: number): number[] {
    return Array.from(this.#values.subarray(row * this.dimensions, (row + 1) * this.dimensions));
  }

  vector(id: string): number[] | undefined {
    const row = this.#rowOf.get(id);
    return row === undefined ? undefined : this.row(row);
  }

  parts(id: string): QuantisedVectors | undefined {
    const row = this.#rowOf.get(id);
    return row === undefined ? undefined : this.#entries[row]?.parts;
  }

  similarity(unit: readonly number[], id: string): number | undefined {
    const row = this.#rowOf.get(id);
    return row === undefined ? undefined : this.#score(Float32Array.from(unit), row);
  }

  /** The best `limit` of these rows, which must be in use. */
  nearest(unit: readonly number[], rows: readonly number[], limit: number): ScoredId[] {
    const vector = Float32Array.from(unit);
    return rows
      .map((row) => ({ id: this.#entries[row]?.id ?? '', score: this.#score(vector, row) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  /** A copy without holes; rows are renumbered. */
  compacted(): VectorTable {
    const kept = [...this.#rowOf.values()].sort((a, b) => a - b);
    const values = new Float32Array(kept.length * this.dimensions);
    for (const [to, from] of kept.entries())
      values.set(this.#values.subarray(from * this.dimensions, (from + 1) * this.dimensions), to * this.dimensions);
    return new VectorTable(
      this.dimensions,
      values,
      kept.map((row) => this.#entries[row] ?? null),
    );
  }

  entries(): readonly (TableEntry | null)[] {
    return this.#entries;
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#values.buffer, this.#values.byteOffset, this.#entries.length * this.dimensions * 4);
  }

  #score(unit: Float32Array, row: number): number {
    const whole = dot(unit, this.#values.subarray(row * this.dimensions, (row + 1) * this.dimensions));
    const parts = this.#entries[row]?.parts;
    return parts ? (whole + parts.best(unit)) / 2 : whole;
  }
}
