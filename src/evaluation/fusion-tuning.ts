import { type Candidate, type FusionSettings, fuse } from '../retrieval/fusion.ts';
import { rankingFigures } from './ranking-figures.ts';

/** A question of a development set with everything that was worth fusing for it. */
export interface TuningQuery {
  /** Id of the article that answers. */
  readonly article: string;
  readonly candidates: readonly (Candidate & { readonly article: string })[];
}

export interface TunedWeights {
  readonly settings: FusionSettings;
  /** Mean reciprocal rank within ten on each set, in the order of the sets. */
  readonly mrr10: readonly number[];
}

const sentenceWeights = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5];
const denseWeights = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 1.2, 1.5];

/** Tries all pairs of weights, best first: the greatest mean over the sets, each counting the same whatever its size. */
export function tuneFusion(sets: readonly (readonly TuningQuery[])[], candidates: number): TunedWeights[] {
  const tried = sentenceWeights.flatMap((sentence) =>
    denseWeights.map((dense): TunedWeights => {
      const settings = { candidates, sentence, dense };
      return { settings, mrr10: sets.map((set) => rankingFigures(set.map((query) => rankOf(query, settings))).mrr10) };
    }),
  );
  const mean = ({ mrr10 }: TunedWeights) => mrr10.reduce((sum, value) => sum + value, 0);
  return tried.sort((a, b) => mean(b) - mean(a));
}

function rankOf({ article, candidates }: TuningQuery, settings: FusionSettings): number {
  const articleOf = new Map(candidates.map(({ id, article: owner }) => [id, owner]));
  const ranked = [...new Set(fuse(candidates, settings).map(({ id }) => articleOf.get(id)))];
  const place = ranked.indexOf(article);
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
}
