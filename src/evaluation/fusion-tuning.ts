import { type Candidate, type FusionSettings, rerank } from '../retrieval/fusion.ts';
import { rankingFigures } from './ranking-figures.ts';

/** A question of a development set with the candidates that were scored word by word. */
export interface TuningQuery {
  /** Id of the article that answers. */
  readonly article: string;
  readonly candidates: readonly (Candidate & { readonly score: number; readonly article: string })[];
  /** Word-by-word scores, in the order of the candidates. */
  readonly late: readonly number[];
}

export interface TunedSettings {
  readonly settings: FusionSettings;
  /** Mean reciprocal rank within ten on each set, in the order of the sets. */
  readonly mrr10: readonly number[];
}

const denseWeights = [0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6];
const lateWeights = [0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6];

/** Tries all pairs of weights, best first: the greatest mean over the sets, each counting the same whatever its size. */
export function tuneFusion(sets: readonly (readonly TuningQuery[])[], fixed: FusionSettings): TunedSettings[] {
  const tried = denseWeights.flatMap((denseWeight) =>
    lateWeights.map((lateWeight): TunedSettings => {
      const settings = { ...fixed, denseWeight, lateWeight };
      return { settings, mrr10: sets.map((set) => rankingFigures(set.map((query) => rankOf(query, settings))).mrr10) };
    }),
  );
  const sum = ({ mrr10 }: TunedSettings) => mrr10.reduce((total, value) => total + value, 0);
  return tried.sort((a, b) => sum(b) - sum(a));
}

function rankOf({ article, candidates, late }: TuningQuery, settings: FusionSettings): number {
  const place = [...new Set(rerank(candidates, late, settings).map((candidate) => candidate.article))].indexOf(article);
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
}
