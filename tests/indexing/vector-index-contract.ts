import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IndexError } from '../../src/errors.ts';
import type { VectorEntry, VectorIndex } from '../../src/indexing/search-index.ts';

const attributes = { published: null, outlet: null };
const entry = (id: string, ...vector: number[]): VectorEntry => ({ id, vector, ...attributes });

/**
 * What every vector index keeps to.
 * @param create an empty index of so many dimensions
 * @param reopen the same index as another process would find it
 */
export function vectorIndexContract(
  name: string,
  create: (dimensions: number) => Promise<VectorIndex>,
  reopen: (index: VectorIndex) => Promise<VectorIndex>,
): void {
  const law = (title: string, run: (index: (dimensions: number) => Promise<VectorIndex>) => Promise<void>) =>
    test(`${name}: ${title}`, () => run(create));

  const ids = async (index: VectorIndex, vector: number[], limit = 10) =>
    (await index.search(vector, { limit })).map(({ id }) => id);

  law('finds the nearest first, with its cosine, whatever the lengths of the vectors', async (open) => {
    let index = await open(2);
    await index.upsert([entry('east', 5, 0), entry('north', 0, 0.1), entry('north-east', 1, 1)]);
    for (let round = 0; round < 2; round++) {
      const found = await index.search([3, 0.3], { limit: 2 });
      expect(found.map(({ id }) => id)).toEqual(['east', 'north-east']);
      expect(found[0]!.score).toBeCloseTo(3 / Math.hypot(3, 0.3), 5);
      index = await reopen(index);
    }
  });

  law('finds nothing when empty, and can be filled after it was reopened', async (open) => {
    const index = await reopen(await open(3));
    expect(await index.count()).toBe(0);
    expect(await index.search([1, 0, 0], { limit: 5 })).toEqual([]);
    await index.upsert([entry('a', 1, 2, 3)]);
    expect(await ids(index, [1, 0, 0])).toEqual(['a']);
  });

  law('replaces an entry written again, and forgets one that is removed', async (open) => {
    let index = await open(2);
    await index.upsert([entry('a', 1, 0), entry('b', 0, 1)]);
    await index.upsert([entry('a', -1, 0)]);
    await index.remove(['b', 'unknown']);
    for (let round = 0; round < 2; round++) {
      expect(await index.count()).toBe(1);
      expect(await index.search([1, 0], { limit: 5 })).toEqual([{ id: 'a', score: expect.closeTo(-1, 5) }]);
      index = await reopen(index);
    }
  });

  law('gives exact cosines of named entries and leaves out unknown ones', async (open) => {
    const index = await open(2);
    await index.upsert([entry('a', 2, 0), entry('b', 1, 1)]);
    const found = await index.similarities([10, 0], ['b', 'a', 'c']);
    expect([...found.keys()].sort()).toEqual(['a', 'b']);
    expect(found.get('a')).toBeCloseTo(1, 6);
    expect(found.get('b')).toBeCloseTo(Math.SQRT1_2, 6);
  });

  law('refuses vectors of another length or with a value that is no number, and stays as it was', async (open) => {
    const index = await open(2);
    await index.upsert([entry('a', 1, 0)]);
    const unfit = [[1], [1, 2, 3], [Number.NaN, 1], [1, Number.POSITIVE_INFINITY]];
    for (const vector of unfit) {
      await expect(index.upsert([entry('ok', 0, 1), entry('bad', ...vector)])).rejects.toThrow(IndexError);
      await expect(index.search(vector, { limit: 1 })).rejects.toThrow(IndexError);
      await expect(index.similarities(vector, ['a'])).rejects.toThrow(IndexError);
    }
    expect(await index.count()).toBe(1);
    expect(await ids(index, [1, 0])).toEqual(['a']);
  });

  law('an entry of zeros is near nothing and harms nothing', async (open) => {
    const index = await open(2);
    await index.upsert([entry('zeros', 0, 0), entry('a', 1, 0)]);
    expect((await ids(index, [1, 0]))[0]).toBe('a');
    expect((await index.similarities([1, 0], ['zeros'])).get('zeros')).toBe(0);
    expect(await index.search([0, 0], { limit: 2 })).toHaveLength(2);
  });

  law('an entry with parts is as near as the mean of itself and its best part', async (open) => {
    let index = await open(3);
    await index.upsert([
      { ...entry('whole', 1, 0, 0), parts: [] },
      {
        ...entry('parts', 0, 1, 0),
        parts: [
          [2, 0, 0],
          [0, 0, 1],
          [0.6, 0.8, 0],
        ],
      },
      { ...entry('worse', 1, 0, 0), parts: [[0, 0, 0]] },
    ]);
    await expect(index.upsert([{ ...entry('bad', 1, 0, 0), parts: [[1]] }])).rejects.toThrow(IndexError);
    for (let round = 0; round < 2; round++) {
      const found = new Map((await index.search([1, 0, 0], { limit: 3 })).map(({ id, score }) => [id, score]));
      expect([...found.keys()]).toEqual(
        ['whole', 'parts', 'worse'].sort((a, b) => found.get(b)! - found.get(a)! || (a < b ? -1 : 1)),
      );
      expect(found.get('whole')).toBeCloseTo(1, 5);
      expect(found.get('parts')).toBeCloseTo(0.5, 2);
      expect(found.get('worse')).toBeCloseTo(0.5, 5);
      expect((await index.similarities([0.6, 0.8, 0], ['parts'])).get('parts')).toBeCloseTo((0.8 + 1) / 2, 2);
      index = await reopen(index);
    }
  });

  law('filters by day and by outlet', async (open) => {
    let index = await open(2);
    await index.upsert([
      { id: 'july', vector: [1, 0], published: '2021-07-18', outlet: 'Le Monde' },
      { id: 'october', vector: [1, 0.1], published: '2021-10', outlet: 'Axios' },
      { id: 'undated', vector: [1, 0.2], published: null, outlet: 'Axios' },
    ]);
    for (let round = 0; round < 2; round++) {
      const under = async (filter: { asOf?: string; outlet?: string }) =>
        (await index.search([1, 0], { limit: 5, filter })).map(({ id }) => id);
      expect(await under({ asOf: '2021-10-30' })).toEqual(['july']);
      expect(await under({ asOf: '2021-10' })).toEqual(['july', 'october']);
      expect(await under({ outlet: 'axios' })).toEqual(['october', 'undated']);
      expect(await under({ outlet: 'AXIOS', asOf: '2021' })).toEqual(['october']);
      expect(await under({ asOf: '2020' })).toEqual([]);
      index = await reopen(index);
    }
  });

  test(`${name}: agrees with a scan of all vectors after any writes and removals`, async () => {
    const vector = fc
      .array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 })
      .filter((v) => v.some((x) => x !== 0));
    const step = fc.oneof(
      fc.record({ write: fc.integer({ min: 0, max: 30 }), vector }),
      fc.record({ remove: fc.integer({ min: 0, max: 30 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), vector, fc.boolean(), async (steps, query, again) => {
        let index = await create(4);
        const model = new Map<string, number[]>();
        for (const change of steps) {
          if ('write' in change) {
            model.set(`p${change.write}`, change.vector);
            await index.upsert([entry(`p${change.write}`, ...change.vector)]);
          } else {
            model.delete(`p${change.remove}`);
            await index.remove([`p${change.remove}`]);
          }
        }
        if (again) index = await reopen(index);
        const cosine = (v: number[]) =>
          v.reduce((sum, x, i) => sum + x * query[i]!, 0) / Math.hypot(...v) / Math.hypot(...query);
        const expected = [...model.values()]
          .map(cosine)
          .sort((a, b) => b - a)
          .slice(0, 5);
        const found = await index.search(query, { limit: 5 });
        expect(await index.count()).toBe(model.size);
        expect(found).toHaveLength(expected.length);
        for (const [i, { id, score }] of found.entries()) {
          expect(score).toBeCloseTo(expected[i]!, 4);
          expect(score).toBeCloseTo(cosine(model.get(id)!), 4);
        }
      }),
      { numRuns: 40 },
    );
  });
}
