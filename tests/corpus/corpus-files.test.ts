import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import matter from 'gray-matter';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusFile } from '../../src/corpus/corpus-file.ts';
import { findCopies } from '../../src/corpus/find-copies.ts';
import { type CorpusReading, readArticles } from '../../src/corpus/read-corpus.ts';
import { scanCorpus } from '../../src/corpus/scan-corpus.ts';
import { splitArticle } from '../../src/corpus/split-article.ts';
import { detectLanguage } from '../../src/text/language.ts';

const folder = fileURLToPath(new URL('../../corpus', import.meta.url));
let files: CorpusFile[];
let reading: CorpusReading;
beforeAll(async () => {
  files = await scanCorpus(folder);
  reading = await readArticles(files);
});

describe('the press file in corpus/', () => {
  it('holds 62 digests without a problem', () => {
    expect(reading.problems).toEqual([]);
    expect(reading.articles).toHaveLength(62);
  });

  it('has front matter that agrees with the file name, the text and itself', async () => {
    for (const [index, { path, id }] of files.entries()) {
      const { data } = matter(await readFile(path, 'utf8'), {});
      const article = reading.articles[index]!;
      expect(data.id, id).toBe(id);
      expect(data.kind, id).toBe('digest');
      expect(article.title, id).toBe(data.title);
      expect(article.outlet, id).toBe(data.outlet);
      expect(article.url, id).toBe(data.url);
      expect(article.language, id).toBe(data.lang);
      expect(detectLanguage(article.text), id).toBe(data.lang);
      // The name starts with the day or month of publication, as precise as it is known.
      expect(article.published, id).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
      expect(id).toMatch(new RegExp(`^${article.published}-[a-z\\d]`));
      if (article.url) expect(URL.canParse(article.url), id).toBe(true);
    }
  });

  it('gives each address and each text once', () => {
    const addresses = reading.articles.flatMap(({ url }) => url ?? []);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(findCopies(reading.articles).size).toBe(0);
  });

  it('comes through cleaning untouched', async () => {
    expect(reading.records.flatMap(({ removed }) => removed)).toEqual([]);
    for (const [index, { path, id }] of files.entries()) {
      const body = matter(await readFile(path, 'utf8'), {}).content;
      expect(reading.articles[index]!.text.replace(/\s+/g, ' '), id).toBe(body.trim().replace(/\s+/g, ' '));
    }
  });

  it('is cut into passages of a few sentences each', () => {
    for (const article of reading.articles) {
      const passages = splitArticle(article);
      expect(passages.map(({ text }) => text).join('')).toBe(article.text);
      for (const { sentences, text } of passages) {
        expect(sentences.length, text).toBeGreaterThan(0);
        expect(sentences.length, text).toBeLessThan(10);
      }
    }
  });
});
