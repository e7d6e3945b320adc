/** How lexical and dense scores make one; chosen for a model on development sets by scripts/tune-fusion.ts. */
export interface FusionSettings {
  /** Candidates taken from each ranking. */
  readonly candidates: number;
  /** Share of the dense score, 0 to 1; the lexical score has the rest. */
  readonly denseWeight: number;
  /** How many of the best are scored again word by word. */
  readonly reranked: number;
  /** Share of the word-by-word score among them; lexical and dense share the rest. */
  readonly lateWeight: number;
}

export interface Candidate {
  readonly id: string;
  /** BM25, 0 where no term matched. */
  readonly lexical: number;
  /** Cosine. */
  readonly dense: number;
}

/**
 * Weighted sum of the z-scores that each ranking gives its candidates for this query, best first. Rank fusion, the
 * usual alternative, throws away by how much the first leads; with a weaker dense ranker that costs more than it gains.
 */
export function fuse(
  candidates: readonly Candidate[],
  { denseWeight }: FusionSettings,
): (Candidate & { score: number })[] {
  const lexical = standardScores(candidates.map((candidate) => candidate.lexical));
  const dense = standardScores(candidates.map((candidate) => candidate.dense));
  return candidates
    .map((candidate, i) => ({
      ...candidate,
      score: (1 - denseWeight) * (lexical[i] as number) + denseWeight * (dense[i] as number),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** Orders the best anew by their fused score and their word-by-word score, given in the same order; the rest follows. */
export function rerank<Scored extends Candidate & { readonly score: number }>(
  fused: readonly Scored[],
  late: readonly number[],
  { denseWeight, lateWeight }: FusionSettings,
): Scored[] {
  const best = fused.slice(0, late.length);
  const lexical = standardScores(best.map((candidate) => candidate.lexical));
  const dense = standardScores(best.map((candidate) => candidate.dense));
  const words = standardScores(late);
  const rest = fused.slice(late.length);
  const floor = Math.max(...rest.map(({ score }) => score), -Infinity);
  const scored = best.map((candidate, i) => ({
    ...candidate,
    score:
      (1 - lateWeight) * ((1 - denseWeight) * (lexical[i] as number) + denseWeight * (dense[i] as number)) +
      lateWeight * (words[i] as number),
  }));
  const lowest = Math.min(...scored.map(({ score }) => score));
  // What was not scored again stays behind, with scores that say so.
  const lowered = rest.map((candidate) => ({ ...candidate, score: candidate.score - floor + lowest }));
  return [...scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)), ...lowered];
}

/** (value − mean) / standard deviation; all zero when the values do not differ. */
export function standardScores(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (deviation > 1e-9 ? (value - mean) / deviation : 0));
}
