import type { Article, Passage } from '../types.ts';
import { Bm25LexicalIndex } from './bm25-lexical-index.ts';
import { HnswVectorIndex } from './hnsw-vector-index.ts';
import { SentenceVectors } from './sentence-vectors.ts';

/** Everything an index holds, in memory; `passages` in article order, then text order. */
export interface IndexContent {
  readonly articles: ReadonlyMap<string, Article>;
  readonly passages: ReadonlyMap<string, Passage>;
  readonly vectors: HnswVectorIndex;
  readonly lexical: Bm25LexicalIndex;
  readonly sentences: SentenceVectors;
}

/** @param dimensions of passages, then of sentences */
export async function emptyContent(dimensions: number, sentenceDimensions: number): Promise<IndexContent> {
  return {
    articles: new Map(),
    passages: new Map(),
    vectors: await HnswVectorIndex.create(dimensions),
    lexical: Bm25LexicalIndex.create(),
    sentences: new SentenceVectors(sentenceDimensions),
  };
}
