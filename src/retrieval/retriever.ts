import type { LexicalIndex, VectorIndex } from '../indexing/search-index.ts';
import type { Dossier, Embedder, RetrieveOptions, Retriever } from '../types.ts';
import { type Candidate, type FusionSettings, fuse, rerank } from './fusion.ts';
import type { LateInteraction } from './late-interaction.ts';

export interface RetrieverParts {
  readonly vectors: VectorIndex;
  readonly lexical: LexicalIndex;
  readonly embedder: Pick<Embedder, 'embedQuery'>;
  readonly dossier: Pick<Dossier, 'articles' | 'passages'>;
  readonly late: LateInteraction;
  readonly fusion: FusionSettings;
}

/** Hybrid search: the candidates of both indexes, each scored by both, fused; the best scored again word by word. */
export function createRetriever(parts: RetrieverParts): Retriever {
  return {
    async retrieve(query, options) {
      if (options.limit <= 0) return [];
      const { fused, late } = await scoreCandidates(parts, query, options);
      return rerank(fused, late, parts.fusion)
        .slice(0, options.limit)
        .flatMap(({ id, ...scores }) => {
          const passage = parts.dossier.passages.get(id);
          return passage ? [{ passage, ...scores }] : [];
        });
    },
  };
}

/** All that is known of the candidates of a query: fused, best first, and word by word for as many as are reranked. */
export interface ScoredCandidates {
  readonly fused: readonly (Candidate & { readonly score: number })[];
  readonly late: readonly number[];
}

export async function scoreCandidates(
  { vectors, lexical, embedder, dossier, late, fusion }: RetrieverParts,
  query: string,
  { limit, filter, wordList, signal }: RetrieveOptions,
): Promise<ScoredCandidates> {
  signal?.throwIfAborted();
  if (query.trim() === '') return { fused: [], late: [] };
  const vector = await embedder.embedQuery(query);
  signal?.throwIfAborted();
  const candidates = Math.max(fusion.candidates, limit);
  const byVector = await vectors.search(vector, { limit: candidates, filter });
  const byTerms = await lexical.search(query, { limit: candidates, filter, include: byVector.map(({ id }) => id) });
  signal?.throwIfAborted();

  const dense = new Map(byVector.map(({ id, score }) => [id, score]));
  const terms = new Map(byTerms.map(({ id, score }) => [id, score]));
  const missing = byTerms.map(({ id }) => id).filter((id) => !dense.has(id));
  for (const [id, score] of await vectors.similarities(vector, missing)) dense.set(id, score);

  const scored = [...dense.keys()].map(
    (id): Candidate => ({ id, lexical: terms.get(id) ?? 0, dense: dense.get(id) ?? 0 }),
  );
  const fused = fuse(scored, fusion);
  const best = wordList ? [] : fused.slice(0, fusion.reranked).map(({ id }) => id);
  return { fused, late: await late.score(query, best, (id) => searchedText(dossier, id)) };
}

/** A passage with its article's title, which says what a passage in the middle is about. */
function searchedText({ articles, passages }: RetrieverParts['dossier'], id: string): string {
  const passage = passages.get(id);
  return passage ? `${articles.get(passage.articleId)?.title ?? ''} ${passage.text}` : '';
}
