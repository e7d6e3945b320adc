/** Share of queries whose passage came first, in the first five, in the first ten; mean reciprocal rank within ten. */
export interface RankingFigures {
  readonly r1: number;
  readonly r5: number;
  readonly r10: number;
  readonly mrr10: number;
}

/** @param ranks rank of the right passage for each query, from 1; Infinity where it was not found */
export function rankingFigures(ranks: readonly number[]): RankingFigures {
  const share = (limit: number) => mean(ranks.map((rank) => (rank <= limit ? 1 : 0)));
  return { r1: share(1), r5: share(5), r10: share(10), mrr10: mean(ranks.map((rank) => (rank <= 10 ? 1 / rank : 0))) };
}

function mean(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e4) / 1e4;
}
