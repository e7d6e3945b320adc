import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IndexError } from '../errors.ts';
import type { Passage } from '../types.ts';
import { QuantisedVectors } from './quantised-vectors.ts';
import { syncedWrite } from './synced-write.ts';

const file = 'sentences.i8';

/** What each sentence of each passage means: unit vectors, in a byte a number. */
export class SentenceVectors {
  readonly dimensions: number;
  readonly #of = new Map<string, QuantisedVectors>();

  constructor(dimensions: number) {
    this.dimensions = dimensions;
  }

  /** @param units one vector a sentence of the passage, in order */
  set(passageId: string, units: readonly ArrayLike<number>[]): void {
    this.#of.set(passageId, QuantisedVectors.from(this.dimensions, units));
  }

  has(passageId: string): boolean {
    return this.#of.has(passageId);
  }

  remove(passageIds: readonly string[]): void {
    for (const id of passageIds) this.#of.delete(id);
  }

  /** Of a vector of length one and a sentence, by its place in its passage; zero for one that is not there. */
  cosine(unit: Float32Array, passageId: string, sentence: number): number {
    const known = this.#of.get(passageId);
    return known && sentence < known.count ? known.cosine(unit, sentence) : 0;
  }

  /** Of a sentence; zeros for one that is not there. */
  vector(passageId: string, sentence: number): Float32Array {
    const known = this.#of.get(passageId);
    return known && sentence < known.count ? known.vector(sentence) : new Float32Array(this.dimensions);
  }

  /** Passage after passage, in this order. */
  async save(folder: string, passages: Iterable<Passage>): Promise<void> {
    const rows = Array.from(passages, ({ id }) => this.#of.get(id)?.bytes() ?? new Uint8Array(0));
    await syncedWrite(join(folder, file), Buffer.concat(rows));
  }

  /** @throws IndexError when the bytes are not as many vectors as the passages have sentences */
  static async load(folder: string, dimensions: number, passages: Iterable<Passage>): Promise<SentenceVectors> {
    const bytes = await readFile(join(folder, file));
    const vectors = new SentenceVectors(dimensions);
    let at = 0;
    for (const { id, sentences } of passages) {
      const end = at + QuantisedVectors.byteLength(dimensions, sentences.length);
      if (end <= bytes.length)
        vectors.#of.set(id, QuantisedVectors.parse(dimensions, sentences.length, bytes.subarray(at, end)));
      at = end;
    }
    if (at !== bytes.length)
      throw new IndexError(`${join(folder, file)}: expected ${at} bytes for as many sentences, got ${bytes.length}.`);
    return vectors;
  }
}
