import { expect, test } from 'vitest';
import { type TuningQuery, tuneFusion } from '../../src/evaluation/fusion-tuning.ts';

const candidate = (article: string, lexical: number, sentence: number, dense: number) => ({
  id: `${article}#0`,
  article,
  lexical,
  sentence,
  dense,
});

test('finds the weights under which the right article comes first, on all sets together', () => {
  const denseKnows: TuningQuery = {
    article: 'right',
    candidates: [candidate('right', 4, 0, 0.9), candidate('wrong', 5, 0, 0.1), candidate('other', 0, 0, 0.1)],
  };
  const lexicalKnows: TuningQuery = {
    article: 'right',
    candidates: [candidate('right', 9, 0, 0.2), candidate('wrong', 1, 0, 0.3), candidate('other', 1, 0, 0.2)],
  };
  const [best] = tuneFusion([[denseKnows], [lexicalKnows]], 50);
  expect(best?.mrr10).toEqual([1, 1]);
  expect(best?.settings.candidates).toBe(50);
  expect(best?.settings.dense).toBeGreaterThan(0);
});

test('an article that is not among the candidates counts as not found', () => {
  const tried = tuneFusion([[{ article: 'absent', candidates: [candidate('other', 1, 1, 1)] }]], 50);
  expect(tried.every(({ mrr10 }) => mrr10[0] === 0)).toBe(true);
});
