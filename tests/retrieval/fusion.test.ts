import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, fuse, rerank, standardScores } from '../../src/retrieval/fusion.ts';

const score = fc.double({ min: 0, max: 50, noNaN: true });
const candidates = fc.uniqueArray(
  fc.record({ id: fc.string(), lexical: score, dense: fc.double({ min: -1, max: 1, noNaN: true }) }),
  {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 20,
  },
);
const settings = (denseWeight: number) => ({ candidates: 100, denseWeight, reranked: 10, lateWeight: 0.5 });
const ids = (fused: readonly Candidate[]) => fused.map(({ id }) => id);

test('standard scores have mean 0 and deviation 1, or are all 0', () => {
  expect(standardScores([1, 2, 3])).toEqual(
    [-Math.sqrt(1.5), 0, Math.sqrt(1.5)].map((value) => expect.closeTo(value, 9)),
  );
  expect(standardScores([4, 4])).toEqual([0, 0]);
  expect(standardScores([7])).toEqual([0]);
  expect(standardScores([])).toEqual([]);
});

test('with all weight on one ranking the order is that ranking’s', () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const by = (key: 'lexical' | 'dense') => (a: Candidate, b: Candidate) =>
        b[key] - a[key] || (a.id < b.id ? -1 : 1);
      const apart = (key: 'lexical' | 'dense') => {
        const values = all.map((candidate) => candidate[key]).sort((a, b) => a - b);
        return values.every((value, i) => i === 0 || value - values[i - 1]! > 1e-6);
      };
      fc.pre(apart('lexical') && apart('dense'));
      expect(ids(fuse(all, settings(0)))).toEqual(ids([...all].sort(by('lexical'))));
      expect(ids(fuse(all, settings(1)))).toEqual(ids([...all].sort(by('dense'))));
    }),
  );
});

test('a candidate that both rankings put first is first', () => {
  fc.assert(
    fc.property(candidates, fc.double({ min: 0, max: 1, noNaN: true }), (all, weight) => {
      const best = { id: 'best', lexical: 51, dense: 1.1 };
      expect(fuse([...all, best], settings(weight))[0]?.id).toBe('best');
    }),
  );
});

test('keeps every candidate with its scores, finite and in order', () => {
  fc.assert(
    fc.property(candidates, fc.double({ min: 0, max: 1, noNaN: true }), (all, weight) => {
      const fused = fuse(all, settings(weight));
      expect(fused.map(({ id, lexical, dense }) => ({ id, lexical, dense }))).toEqual(expect.arrayContaining(all));
      for (const [i, { score: value }] of fused.entries()) {
        expect(Number.isFinite(value)).toBe(true);
        if (i > 0) expect(value).toBeLessThanOrEqual(fused[i - 1]!.score);
      }
    }),
  );
});

test('scoring again word by word keeps every candidate, in order, the rest behind', () => {
  fc.assert(
    fc.property(candidates, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 5 }), (all, weight, many) => {
      const fused = fuse(all, settings(weight));
      const late = fused.slice(0, many).map((_, i) => i);
      const again = rerank(fused, late, settings(weight));
      expect([...ids(again)].sort()).toEqual([...ids(fused)].sort());
      expect(ids(again.slice(late.length))).toEqual(ids(fused.slice(late.length)));
      for (const [i, { score }] of again.entries())
        if (i > 0) expect(score).toBeLessThanOrEqual(again[i - 1]!.score + 1e-9);
    }),
  );
});
