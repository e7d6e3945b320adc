import { symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { IndexError } from '../../src/errors.ts';
import { HnswVectorIndex, vectorFiles } from '../../src/indexing/hnsw-vector-index.ts';
import type { VectorEntry } from '../../src/indexing/search-index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { vectorIndexContract } from './vector-index-contract.ts';

vectorIndexContract(
  'hnswlib',
  (dimensions) => HnswVectorIndex.create(dimensions),
  async (index) => {
    const folder = await temporaryFolder();
    await (index as HnswVectorIndex).save(folder);
    return HnswVectorIndex.load(folder, index.dimensions);
  },
);

function entries(count: number, dimensions: number): VectorEntry[] {
  let seed = 7;
  const next = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647 - 0.5;
  };
  return Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    vector: Array.from({ length: dimensions }, next),
    published: `2021-0${(i % 9) + 1}-01`,
    outlet: null,
  }));
}

async function filled(count: number, dimensions = 32): Promise<{ index: HnswVectorIndex; all: VectorEntry[] }> {
  const index = await HnswVectorIndex.create(dimensions);
  const all = entries(count, dimensions);
  for (let start = 0; start < count; start += 500) await index.upsert(all.slice(start, start + 500));
  return { index, all };
}

/** Share of the true ten nearest that a search finds. */
async function recall(
  index: HnswVectorIndex,
  all: readonly VectorEntry[],
  queries: readonly VectorEntry[],
): Promise<number> {
  let hits = 0;
  for (const { vector } of queries) {
    const exact = await index.similarities(
      vector,
      all.map(({ id }) => id),
    );
    const best = [...exact]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 10)
      .map(([id]) => id);
    const found = new Set((await index.search(vector, { limit: 10 })).map(({ id }) => id));
    hits += best.filter((id) => found.has(id)).length;
  }
  return hits / queries.length / 10;
}

test('finds nearly all of the true nearest, also after it was written and opened again', async () => {
  const { index, all } = await filled(3000);
  const queries = entries(3040, 32).slice(3000);
  expect(await recall(index, all, queries)).toBeGreaterThan(0.95);
  const folder = await temporaryFolder();
  await index.save(folder);
  expect(await recall(await HnswVectorIndex.load(folder, 32), all, queries)).toBeGreaterThan(0.95);
});

test('a filter that lets much through walks the graph, and gives only what passes', async () => {
  const { index, all } = await filled(6000, 8);
  const found = await index.search(all[0]!.vector, { limit: 50, filter: { asOf: '2021-08' } });
  const late = new Set(all.filter(({ published }) => published === '2021-09-01').map(({ id }) => id));
  expect(found).toHaveLength(50);
  expect(found.some(({ id }) => late.has(id))).toBe(false);
});

test('is rebuilt without its holes once most entries were removed', async () => {
  const { index, all } = await filled(1000, 8);
  await index.remove(all.slice(0, 900).map(({ id }) => id));
  const folder = await temporaryFolder();
  await index.save(folder);
  const reopened = await HnswVectorIndex.load(folder, 8);
  expect(await reopened.count()).toBe(100);
  expect((await reopened.search(all[950]!.vector, { limit: 1 }))[0]).toEqual({
    id: 'p950',
    score: expect.closeTo(1, 5),
  });
});

test('notices that the disk was full while hnswlib reported success', async () => {
  const { index } = await filled(300);
  const folder = await temporaryFolder();
  await symlink('/dev/full', join(folder, vectorFiles.graph));
  await expect(index.save(folder)).rejects.toThrow(IndexError);
  await expect(index.save(folder)).rejects.toThrow(/Is the disk full\?/);
});

test('notices that the vectors did not fit the disk', async () => {
  const { index } = await filled(300);
  const folder = await temporaryFolder();
  await symlink('/dev/full', join(folder, vectorFiles.table));
  await expect(index.save(folder)).rejects.toThrow(/ENOSPC/);
});

test('notices that the folder is missing while hnswlib reported success', async () => {
  const { index } = await filled(10);
  await expect(index.save(join(await temporaryFolder(), 'missing'))).rejects.toThrow(/not written/);
});

test('refuses to open files of other dimensions, cut off, or with a header that cannot be', async () => {
  const { index } = await filled(300);
  const graph = (folder: string) => join(folder, vectorFiles.graph);
  const saved = async () => {
    const folder = await temporaryFolder();
    await index.save(folder);
    return folder;
  };
  await expect(HnswVectorIndex.load(await saved(), 16)).rejects.toThrow(/16 dimensions.*got 32/);
  for (const length of [0, 50, 96, 10_000]) {
    const folder = await saved();
    await truncate(graph(folder), length);
    await expect(HnswVectorIndex.load(folder, 32)).rejects.toThrow(IndexError);
  }
  const short = await saved();
  await truncate(join(short, vectorFiles.table), 1000);
  await expect(HnswVectorIndex.load(short, 32)).rejects.toThrow(/bytes of vectors/);
  const nonsense = await saved();
  await writeFile(graph(nonsense), Buffer.alloc(5000, 0xff));
  await expect(HnswVectorIndex.load(nonsense, 32)).rejects.toThrow(IndexError);
});
