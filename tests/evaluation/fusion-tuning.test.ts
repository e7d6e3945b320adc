import { expect, test } from 'vitest';
import { type TuningQuery, tuneFusion } from '../../src/evaluation/fusion-tuning.ts';
import { defaultFusion } from '../../src/retrieval/fusion-settings.ts';

/** Candidates of one query: article, BM25, cosine, word by word. */
function query(article: string, ...rows: [string, number, number, number][]): TuningQuery {
  const candidates = rows.map(([owner, lexical, dense]) => ({
    id: `${owner}#0`,
    article: owner,
    lexical,
    dense,
    score: 0,
  }));
  return { article, candidates, late: rows.map(([, , , late]) => late) };
}

test('finds the weights under which the right article comes first, on all sets together', () => {
  const denseKnows = query('right', ['right', 4, 0.9, 0.5], ['wrong', 5, 0.1, 0.5], ['other', 0, 0.1, 0.5]);
  const lateKnows = query('right', ['right', 4, 0.2, 0.9], ['wrong', 5, 0.2, 0.1], ['other', 0, 0.2, 0.1]);
  const [best] = tuneFusion([[denseKnows], [lateKnows]], defaultFusion);
  expect(best?.mrr10).toEqual([1, 1]);
  expect(best?.settings).toMatchObject({ candidates: defaultFusion.candidates, reranked: defaultFusion.reranked });
  expect(best?.settings.denseWeight).toBeGreaterThan(0);
  expect(best?.settings.lateWeight).toBeGreaterThan(0);
});

test('an article that is not among the candidates counts as not found', () => {
  const tried = tuneFusion([[query('absent', ['other', 1, 1, 1])]], defaultFusion);
  expect(tried.every(({ mrr10 }) => mrr10[0] === 0)).toBe(true);
});
