import { IndexError } from '../errors.ts';
import type { Article, Embedder, Passage } from '../types.ts';
import { embeddedParts, embeddedText } from './passage-text.ts';
import type { VectorEntry } from './search-index.ts';

export type EntryVectors = Pick<VectorEntry, 'vector' | 'parts'>;

/** Makes the vectors of passages, and reuses those of passages whose embedded texts were seen before. */
export class PassageVectors {
  /** Passages that went through the model. */
  embedded = 0;
  readonly #embedder: Embedder;
  readonly #known = new Map<string, EntryVectors>();

  constructor(embedder: Embedder) {
    this.#embedder = embedder;
  }

  /** Keeps the vectors that a passage had, in case it comes again, wherever that is. */
  remember(article: Article, passage: Passage, vectors: EntryVectors): void {
    this.#known.set(keyOf(article, passage), vectors);
  }

  /** The vectors of these passages, in order. @throws IndexError when the model does not give one for each text */
  async of(passages: readonly { article: Article; passage: Passage }[]): Promise<EntryVectors[]> {
    const missing = passages.filter(({ article, passage }) => !this.#known.has(keyOf(article, passage)));
    const texts = missing.map(({ article, passage }) => [embeddedText(article, passage), ...embeddedParts(passage)]);
    const computed = missing.length > 0 ? await this.#embed(texts.flat()) : [];
    this.embedded += missing.length;
    let position = 0;
    const found = texts.map(({ length }): EntryVectors => {
      const [vector, ...parts] = computed.slice(position, position + length);
      position += length;
      return { vector: vector as number[], parts };
    });
    let next = 0;
    return passages.map(
      ({ article, passage }) => this.#known.get(keyOf(article, passage)) ?? (found[next++] as EntryVectors),
    );
  }

  async #embed(texts: string[]): Promise<number[][]> {
    const vectors = await this.#embedder.embedDocuments(texts);
    if (vectors.length === texts.length) return vectors;
    throw new IndexError(`Expected ${texts.length} vectors from ${this.#embedder.modelId}, got ${vectors.length}.`);
  }
}

function keyOf(article: Article, passage: Passage): string {
  return JSON.stringify([embeddedText(article, passage), ...embeddedParts(passage)]);
}
