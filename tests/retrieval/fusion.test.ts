import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, fuse, standardScores } from '../../src/retrieval/fusion.ts';

const score = fc.double({ min: 0, max: 50, noNaN: true });
const candidates = fc.uniqueArray(
  fc.record({ id: fc.string(), lexical: score, sentence: score, dense: fc.double({ min: -1, max: 1, noNaN: true }) }),
  {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 20,
  },
);
const settings = (sentence: number, dense: number) => ({ candidates: 100, sentence, dense });
const weight = fc.double({ min: 0, max: 5, noNaN: true });
const ids = (fused: readonly Candidate[]) => fused.map(({ id }) => id);

test('standard scores have mean 0 and deviation 1, or are all 0', () => {
  expect(standardScores([1, 2, 3])).toEqual(
    [-Math.sqrt(1.5), 0, Math.sqrt(1.5)].map((value) => expect.closeTo(value, 9)),
  );
  expect(standardScores([4, 4])).toEqual([0, 0]);
  expect(standardScores([7])).toEqual([0]);
  expect(standardScores([])).toEqual([]);
});

test('without the other weights the order is that of BM25; a huge weight gives the order of its own score', () => {
  const places = Array.from({ length: 12 }, (_, i) => i);
  const orders = fc.tuple(...[1, 2, 3].map(() => fc.shuffledSubarray(places, { minLength: 12 })));
  fc.assert(
    fc.property(orders, ([lexical = [], sentence = [], dense = []]) => {
      const all = places.map((i) => ({ id: `p${i}`, lexical: lexical[i]!, sentence: sentence[i]!, dense: dense[i]! }));
      const by = (key: 'lexical' | 'sentence' | 'dense') => ids([...all].sort((a, b) => b[key] - a[key]));
      expect(ids(fuse(all, settings(0, 0)))).toEqual(by('lexical'));
      expect(ids(fuse(all, settings(1e6, 0)))).toEqual(by('sentence'));
      expect(ids(fuse(all, settings(0, 1e6)))).toEqual(by('dense'));
    }),
  );
});

test('a candidate that is first by every score is first', () => {
  fc.assert(
    fc.property(candidates, weight, weight, (all, sentence, dense) => {
      const best = { id: 'best', lexical: 51, sentence: 51, dense: 1.1 };
      expect(fuse([...all, best], settings(sentence, dense))[0]?.id).toBe('best');
    }),
  );
});

test('keeps every candidate with its scores, finite and in order', () => {
  fc.assert(
    fc.property(candidates, weight, weight, (all, sentenceWeight, denseWeight) => {
      const fused = fuse(all, settings(sentenceWeight, denseWeight));
      expect(fused.map(({ id, lexical, sentence, dense }) => ({ id, lexical, sentence, dense }))).toEqual(
        expect.arrayContaining(all),
      );
      for (const [i, { score: value }] of fused.entries()) {
        expect(Number.isFinite(value)).toBe(true);
        if (i > 0) expect(value).toBeLessThanOrEqual(fused[i - 1]!.score);
      }
    }),
  );
});
