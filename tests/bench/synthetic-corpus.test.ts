import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSyntheticCorpus } from '../../src/bench/synthetic-corpus.ts';
import { readArticles } from '../../src/corpus/read-corpus.ts';
import { scanCorpus } from '../../src/corpus/scan-corpus.ts';
import { splitArticle } from '../../src/corpus/split-article.ts';

const texts = ['Le pont de Valbrune est fermé. La mairie de Valbrune a fermé le pont après un rapport.'];
const write = async (passages: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'bellerophon-'));
  await writeSyntheticCorpus(folder, { texts, passages });
  return folder;
};

test('the generated corpus is the same every time', async () => {
  const [one, other] = [await write(12), await write(12)];
  expect(readdirSync(one)).toEqual(readdirSync(other));
  for (const name of readdirSync(one)) {
    expect(readFileSync(join(one, name), 'utf8')).toBe(readFileSync(join(other, name), 'utf8'));
  }
});

test('the generated corpus is read like any other and has about as many passages as asked for', async () => {
  const { articles, problems } = await readArticles(await scanCorpus(await write(50)));
  expect(problems).toEqual([]);
  expect(articles).toHaveLength(10);
  const passages = articles.flatMap((article) => splitArticle(article)).length;
  expect(passages).toBeGreaterThan(40);
  expect(passages).toBeLessThan(80);
});
