/**
 * How the scores of a passage make one: standard scores, weighted. BM25 has the weight 1; the other weights are chosen
 * for a model on development sets by scripts/tune-fusion.ts.
 */
export interface FusionSettings {
  /** Candidates taken from each ranking. */
  readonly candidates: number;
  /** Weight of how far the question's words stand together in one sentence. */
  readonly sentence: number;
  /** Weight of the similarity of vectors. */
  readonly dense: number;
}

export interface Candidate {
  readonly id: string;
  /** BM25, 0 where no term matched. */
  readonly lexical: number;
  readonly sentence: number;
  readonly dense: number;
}

/**
 * Weighted sum of the standard scores that the candidates have under this query, best first. Rank fusion, the usual
 * alternative, throws away by how much the first leads; with a weaker dense ranker that costs more than it gains.
 */
export function fuse(candidates: readonly Candidate[], weights: FusionSettings): (Candidate & { score: number })[] {
  const lexical = standardScores(candidates.map((candidate) => candidate.lexical));
  const sentence = standardScores(candidates.map((candidate) => candidate.sentence));
  const dense = standardScores(candidates.map((candidate) => candidate.dense));
  return candidates
    .map((candidate, i) => ({
      ...candidate,
      score: (lexical[i] as number) + weights.sentence * (sentence[i] as number) + weights.dense * (dense[i] as number),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** (value − mean) / standard deviation; all zero when the values do not differ. */
export function standardScores(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (deviation > 1e-9 ? (value - mean) / deviation : 0));
}
