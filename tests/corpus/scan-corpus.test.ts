import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArticles } from '../../src/corpus/read-corpus.ts';
import { scanCorpus } from '../../src/corpus/scan-corpus.ts';
import { CorpusError, ExitCode } from '../../src/errors.ts';

const story = 'Le port a fermé ses portes mardi soir, après une panne qui a duré neuf heures.';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'corpus-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(file: string, content: string | Uint8Array = `Panne au port\n\n${story}`): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), content);
}

/** The superuser reads everything, whatever the permissions. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('scanCorpus', () => {
  it('lists the articles of all subfolders by path, with the digest of their bytes', async () => {
    for (const file of ['b.txt', 'a.md', 'sub/deep/c.html', 'sub/d.HTM']) await put(file, `contenu de ${file}`);
    const files = await scanCorpus(folder);
    expect(files.map(({ file }) => file)).toEqual(['a.md', 'b.txt', 'sub/d.HTM', 'sub/deep/c.html']);
    expect(files.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c']);
    for (const { file, sha256, unreadable } of files) {
      expect(sha256).toBe(createHash('sha256').update(`contenu de ${file}`).digest('hex'));
      expect(unreadable).toBeNull();
    }
  });

  it('leaves out hidden files, README.md, names.yml and what is no text', async () => {
    for (const file of ['README.md', 'sub/readme.md', 'names.yml', '.hidden.md', '.git/a.md', 'photo.jpg', 'a.md']) {
      await put(file);
    }
    expect((await scanCorpus(folder)).map(({ file }) => file)).toEqual(['a.md']);
  });

  it('gives every article its own id, even under one name', async () => {
    for (const file of ['a.md', 'x/a.md', 'y/a.txt', 'y/a.html', 'z/b.txt', 'n#1.txt']) await put(file);
    const files = await scanCorpus(folder);
    expect(Object.fromEntries(files.map(({ file, id }) => [file, id]))).toEqual({
      'a.md': 'a',
      'x/a.md': 'x/a',
      'y/a.txt': 'y/a.txt',
      'y/a.html': 'y/a.html',
      'z/b.txt': 'b',
      'n#1.txt': 'n-1',
    });
  });

  it('follows no symbolic link, neither out of the folder nor round in circles, and says so', async () => {
    await put('a.md');
    await symlink('/etc', path.join(folder, 'outside'));
    await symlink(folder, path.join(folder, 'circle'));
    await symlink('/etc/hostname', path.join(folder, 'b.txt'));
    const { articles, problems } = await readArticles(await scanCorpus(folder));
    expect(articles.map(({ id }) => id)).toEqual(['a']);
    expect(problems.map(({ file }) => file)).toEqual(['b.txt', 'circle', 'outside']);
    for (const { reason } of problems) expect(reason).toMatch(/symbolic link/);
  });

  it('explains a missing folder and a file in place of a folder', async () => {
    const missing = await scanCorpus(path.join(folder, 'nowhere')).catch((error: unknown) => error);
    expect(missing).toBeInstanceOf(CorpusError);
    expect(missing).toMatchObject({ exitCode: ExitCode.corpusEmpty, message: expect.stringMatching(/does not exist/) });
    await put('a.md');
    await expect(scanCorpus(path.join(folder, 'a.md'))).rejects.toThrow(/a file, not a folder/);
  });
});

describe('readArticles', () => {
  it('uses the sound files and reports each of the others with its reason', async () => {
    await put('good.txt');
    await put('empty.txt', '');
    await put('binary.txt', 'a\0b');
    await put('report.pdf', '%PDF-1.4');
    await put('broken.md', '---\ntitle: [\n---\ntexte');
    await put('date.md', '---\ntitle: T\npublished: demain\n---\ntexte');
    await put('large.txt');
    await truncate(path.join(folder, 'large.txt'), 6 * 1024 * 1024);
    const { articles, problems, records } = await readArticles(await scanCorpus(folder));
    expect(articles.map(({ id }) => id)).toEqual(['good']);
    expect(records.map(({ articleId }) => articleId)).toEqual(['good']);
    expect(problems).toEqual([
      { file: 'binary.txt', reason: expect.stringMatching(/binary/) },
      { file: 'broken.md', reason: expect.stringMatching(/YAML/) },
      { file: 'date.md', field: 'published', reason: expect.stringMatching(/"demain"/) },
      { file: 'empty.txt', reason: expect.stringMatching(/empty/) },
      { file: 'large.txt', reason: expect.stringMatching(/6\.0 MB/) },
      { file: 'report.pdf', reason: expect.stringMatching(/\.pdf/) },
    ]);
  });

  it('reports files and folders it may not read', async () => {
    await put('a.md');
    await put('shut.md');
    await put('closed/b.md');
    await chmod(folder, 0o755);
    await chmod(path.join(folder, 'shut.md'), 0);
    await chmod(path.join(folder, 'closed'), 0);
    const { articles, problems } = await asOrdinaryUser(async () => readArticles(await scanCorpus(folder)));
    await chmod(path.join(folder, 'closed'), 0o700);
    expect(articles.map(({ id }) => id)).toEqual(['a']);
    expect(problems.map(({ file }) => file)).toEqual(['closed', 'shut.md']);
    for (const { reason } of problems) expect(reason).toMatch(/permission is denied/);
  });

  it('reports a file that went away and gives a changed one the digest of what was read', async () => {
    await put('a.md');
    await put('b.md');
    const files = await scanCorpus(folder);
    await rm(path.join(folder, 'a.md'));
    await put('b.md', `Autre titre\n\n${story}`);
    const { articles, problems } = await readArticles(files);
    expect(problems).toEqual([{ file: 'a.md', reason: expect.stringMatching(/does not exist/) }]);
    expect(articles[0]?.sha256).not.toBe(files[1]?.sha256);
    expect(articles[0]?.sha256).toBe((await scanCorpus(folder))[0]?.sha256);
  });

  it('reads any part of the files alike: an article depends on its own file alone', async () => {
    for (const name of ['a', 'b', 'c']) await put(`${name}.txt`, `Panne ${name}\n\nPublicité\n\n${story}`);
    const files = await scanCorpus(folder);
    const all = await readArticles(files);
    const progress: number[] = [];
    const one = await readArticles(files.slice(1, 2), (done) => progress.push(done));
    expect(one.articles).toEqual(all.articles.slice(1, 2));
    expect(progress).toEqual([1]);
  });
});
