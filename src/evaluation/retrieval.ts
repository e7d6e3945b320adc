import { detectLanguage } from '../text/language.ts';
import type { Article } from '../types.ts';
import { type RankingFigures, rankingFigures } from './ranking-figures.ts';
import type { EvaluatedPassage, RetrievalSet } from './retrieval-set.ts';

/** Article ids, best first, each once. */
export interface Ranking {
  search(query: string, limit: number): Promise<readonly string[]>;
}

/** What the three rankings found, and what they cost. */
export interface RetrievalReport {
  readonly model: string;
  readonly passages: number;
  readonly queries: number;
  readonly bm25: RankingFigures;
  readonly dense: RankingFigures;
  readonly hybrid: RankingFigures;
  /** `index`: all passages; the others: mean of one query. */
  readonly ms: { readonly index: number; readonly bm25: number; readonly dense: number; readonly hybrid: number };
}

/** The stages measured, as the composition root puts them together. */
export interface MeasuredSearch {
  readonly bm25: Ranking;
  readonly dense: Ranking;
  readonly hybrid: Ranking;
}

/**
 * Measures retrieval on a set. A passage of the set is an article here; long ones are split, and the whole counts as
 * found at the rank of its best part.
 * @param open indexes the articles and gives rankings of article ids, best first, each once
 */
export async function evaluateRetrieval(
  { passages, queries }: RetrievalSet,
  model: string,
  open: (articles: readonly Article[]) => Promise<MeasuredSearch>,
): Promise<RetrievalReport> {
  const started = performance.now();
  const search = await open(passages.map(asArticle));
  const index = performance.now() - started;
  const measure = async (ranking: Ranking) => {
    const begin = performance.now();
    const ranks: number[] = [];
    for (const { question, passage } of queries) {
      const found = await ranking.search(question, 10);
      const position = found.indexOf(passage);
      ranks.push(position < 0 ? Number.POSITIVE_INFINITY : position + 1);
    }
    return { figures: rankingFigures(ranks), ms: (performance.now() - begin) / queries.length };
  };
  const bm25 = await measure(search.bm25);
  const dense = await measure(search.dense);
  const hybrid = await measure(search.hybrid);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    model,
    bm25: bm25.figures,
    dense: dense.figures,
    hybrid: hybrid.figures,
    passages: passages.length,
    queries: queries.length,
    ms: { index: round(index), bm25: round(bm25.ms), dense: round(dense.ms), hybrid: round(hybrid.ms) },
  };
}

/** A passage of a set as an article without outlet and date. */
export function asArticle({ id, title, text }: EvaluatedPassage): Article {
  return {
    id,
    file: id,
    sha256: '',
    title: title ?? '',
    outlet: null,
    author: null,
    published: null,
    url: null,
    language: detectLanguage(text),
    text,
  };
}
