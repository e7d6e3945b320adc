import type { LexicalIndex, VectorIndex } from '../indexing/search-index.ts';
import type { Dossier, Embedder, Passage, RetrieveOptions, Retriever } from '../types.ts';
import { type Candidate, type FusionSettings, fuse } from './fusion.ts';
import { SentenceEvidence } from './sentence-evidence.ts';

export interface RetrieverParts {
  readonly vectors: VectorIndex;
  readonly lexical: LexicalIndex;
  readonly embedder: Pick<Embedder, 'embedQuery'>;
  readonly dossier: Pick<Dossier, 'articles' | 'passages'>;
  readonly fusion: FusionSettings;
}

/** Hybrid search: the candidates of both indexes, each with all scores, fused. */
export function createRetriever(parts: RetrieverParts): Retriever {
  const findCandidates = createCandidateSearch(parts);
  return {
    async retrieve(query, options) {
      if (options.limit <= 0) return [];
      const candidates = await findCandidates(query, options);
      return fuse(candidates, parts.fusion)
        .slice(0, options.limit)
        .map(({ id, score, lexical, dense }) => ({
          passage: parts.dossier.passages.get(id) as Passage,
          score,
          lexical,
          dense,
        }));
    },
  };
}

/** Finds what is worth fusing: the best of either index, with every score. */
export function createCandidateSearch({
  vectors,
  lexical,
  embedder,
  dossier,
  fusion,
}: RetrieverParts): (query: string, options: RetrieveOptions) => Promise<Candidate[]> {
  const evidence = new SentenceEvidence();
  return async (query, { limit, filter, signal }) => {
    signal?.throwIfAborted();
    if (query.trim() === '') return [];
    const vector = await embedder.embedQuery(query);
    signal?.throwIfAborted();
    const wanted = { limit: Math.max(fusion.candidates, limit), filter };
    const near = await vectors.search(vector, wanted);
    const { hits, rarity } = await lexical.search(query, { ...wanted, include: near.map(({ id }) => id) });
    signal?.throwIfAborted();

    const dense = new Map(near.map(({ id, score }) => [id, score]));
    const terms = new Map(hits.map(({ id, score }) => [id, score]));
    const missing = hits.map(({ id }) => id).filter((id) => !dense.has(id));
    for (const [id, score] of await vectors.similarities(vector, missing)) dense.set(id, score);

    const evidenceOf = evidence.forQuery(query, rarity);
    return [...dense.keys()].flatMap((id): Candidate[] => {
      const passage = dossier.passages.get(id);
      const article = passage && dossier.articles.get(passage.articleId);
      if (!passage || !article) return [];
      return [{ id, lexical: terms.get(id) ?? 0, sentence: evidenceOf(passage, article), dense: dense.get(id) ?? 0 }];
    });
  };
}
