import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import matter from 'gray-matter';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import', loader, 'scripts/wikinews-corpus.ts', ...args]);

test('wikinews-corpus writes each line as an article with its title, date and paragraphs', async () => {
  const folder = await temporaryFolder();
  const [source, corpus] = [join(folder, 'articles.jsonl'), join(folder, 'new', 'corpus')];
  const articles = [
    { id: '1', title: 'Le pont : fermé', date: '5 mars 2012', paragraphs: ['La maire a ferm\u00adé le pont.', 'Fin.'] },
    { id: '2', title: 'Sans date', paragraphs: ['Le marché ouvre.'] },
  ];
  await writeFile(source, `${articles.map((article) => JSON.stringify(article)).join('\n')}\n`);

  expect((await run(source, corpus)).stdout).toContain('2 articles');
  expect((await readdir(corpus)).sort()).toEqual(['wn-1.md', 'wn-2.md']);
  const [dated, undated] = await Promise.all(
    ['wn-1.md', 'wn-2.md'].map(async (file) => matter(await readFile(join(corpus, file), 'utf8'))),
  );
  expect(dated?.data).toEqual({
    id: 'wn-1',
    title: 'Le pont : fermé',
    outlet: 'Wikinews',
    published: '2012-03-05',
    lang: 'fr',
  });
  expect(dated?.content.trim()).toBe('La maire a fermé le pont.\n\nFin.');
  expect(undated?.data).not.toHaveProperty('published');
});

test('wikinews-corpus says which argument is missing', async () => {
  await expect(run()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('articles.jsonl') });
});
