import { Embeddings } from '@langchain/core/embeddings';
import type { Embedder } from '../types.ts';

/**
 * An embedder as langchain's chains want one. Kept apart: importing langchain costs more than loading the bundled
 * model, and the default path does without.
 */
export class EmbedderEmbeddings extends Embeddings {
  readonly embedder: Embedder;

  constructor(embedder: Embedder) {
    super({});
    this.embedder = embedder;
  }

  override embedQuery(text: string): Promise<number[]> {
    return this.embedder.embedQuery(text);
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return this.embedder.embedDocuments(texts);
  }
}
