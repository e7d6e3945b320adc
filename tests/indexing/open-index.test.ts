import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IndexError } from '../../src/errors.ts';
import { type IndexProgress, type OpenIndexOptions, openIndex } from '../../src/indexing/open-index.ts';
import type { Embedder } from '../../src/types.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { countingEmbedder, SmallCorpus } from './small-corpus.ts';

type Options = OpenIndexOptions<Record<string, unknown>>;

async function open(corpus: SmallCorpus, dataDir: string, more: Partial<Options> = {}) {
  const embedder = countingEmbedder();
  const notices: string[] = [];
  const index = await openIndex({
    ...corpus.options(),
    dataDir,
    embedder,
    onNotice: (message: string) => notices.push(message),
    ...more,
  });
  return { index, notices, embedded: embedder.embedded };
}

test('builds the index once and then only opens it: nothing is read, split or embedded again', async () => {
  const corpus = SmallCorpus.of(5);
  const dataDir = await temporaryFolder();
  const first = await open(corpus, dataDir);
  expect(first.index.work).toEqual({ read: 5, removed: 0, embedded: 10 });
  corpus.read.length = 0;
  const split = () => expect.fail('An article was split again.');
  const second = await open(corpus, dataDir, { split });
  expect(second.index.work).toEqual({ read: 0, removed: 0, embedded: 0 });
  expect(second.embedded).toEqual([]);
  expect(corpus.read).toEqual([]);
  expect(second.index.articles).toEqual(first.index.articles);
  expect([...second.index.passages]).toEqual([...first.index.passages]);
  expect(second.notices).toEqual([]);
});

test('embeds each passage with the title and date of its article in words, and its sentences when it has several', async () => {
  const { embedded, index } = await open(SmallCorpus.of(1), await temporaryFolder());
  expect(embedded).toEqual([
    'Titre article-0000 (21 octobre 2021)\nLe ministre numéro 0 a parlé du dossier 0.',
    'Titre article-0000 (21 octobre 2021)\nLa réunion 0 a eu lieu à Paris. Elle a duré 0 heures.',
    'La réunion 0 a eu lieu à Paris.',
    'Elle a duré 0 heures.',
  ]);
  expect(index.work.embedded).toBe(2);
});

test('an article added, changed or deleted costs the work of that article', async () => {
  const corpus = SmallCorpus.of(30);
  const dataDir = await temporaryFolder();
  await open(corpus, dataDir);

  corpus.files.set('article-0007a.txt', 'Un nouvel article.\n\nAvec deux paragraphes.');
  corpus.read.length = 0;
  const added = await open(corpus, dataDir);
  expect(added.index.work).toEqual({ read: 1, removed: 0, embedded: 2 });
  expect(corpus.read).toEqual(['article-0007a.txt']);
  expect([...added.index.articles.keys()][8]).toBe('article-0007a');

  corpus.files.set('article-0003.txt', `${corpus.files.get('article-0003.txt')}\n\nUne phrase de plus.`);
  const changed = await open(corpus, dataDir);
  expect(changed.index.work).toEqual({ read: 1, removed: 0, embedded: 1 });
  expect((await changed.index.lexical.search('phrase de plus', { limit: 1 }))[0]?.id).toBe('article-0003#2');

  corpus.files.delete('article-0010.txt');
  const deleted = await open(corpus, dataDir);
  expect(deleted.index.work).toEqual({ read: 0, removed: 1, embedded: 0 });
  expect(deleted.index.passages.has('article-0010#0')).toBe(false);
  expect(await deleted.index.vectors.count()).toBe(deleted.index.passages.size);
  expect(await deleted.index.lexical.search('dossier 70', { limit: 100 })).not.toContainEqual(
    expect.objectContaining({ id: 'article-0010#0' }),
  );
  expect([...added.notices, ...changed.notices, ...deleted.notices]).toEqual([]);
});

test('after any changes of the corpus the index is as if built from nothing', async () => {
  const name = fc.integer({ min: 0, max: 12 }).map((i) => `f${i}.txt`);
  const text = fc.constantFrom('', 'un', 'deux mots', 'un\n\ndeux', 'trois\n\nquatre\n\ncinq', 'mots\n\nautres mots');
  const round = fc.array(fc.tuple(name, fc.option(text, { nil: undefined })), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
      const corpus = new SmallCorpus({});
      const dataDir = await temporaryFolder();
      for (const changes of rounds) {
        for (const [file, content] of changes)
          if (content === undefined) corpus.files.delete(file);
          else corpus.files.set(file, content);
        await open(corpus, dataDir);
      }
      const { index } = await open(corpus, dataDir);
      const { index: fresh } = await open(corpus, await temporaryFolder());
      expect([...index.articles]).toEqual([...fresh.articles]);
      expect([...index.passages]).toEqual([...fresh.passages]);
      const ids = [...fresh.passages.keys()];
      const query = await countingEmbedder().embedQuery('deux mots');
      expect(await index.vectors.similarities(query, ids)).toEqual(await fresh.vectors.similarities(query, ids));
      const search = { limit: 50 };
      expect(await index.lexical.search('autres mots', search)).toEqual(
        await fresh.lexical.search('autres mots', search),
      );
    }),
    { numRuns: 12 },
  );
});

test('another model, or other files of it, makes all passages be embedded again, with a message', async () => {
  const corpus = SmallCorpus.of(3);
  const dataDir = await temporaryFolder();
  await open(corpus, dataDir);
  corpus.read.length = 0;
  const models: Partial<Embedder>[] = [
    { modelId: 'other/model', fingerprint: 'x', dimensions: 24 },
    { modelId: 'other/model', fingerprint: 'y', dimensions: 24 },
  ];
  for (const model of models) {
    const embedder = countingEmbedder(model);
    const { index, notices } = await open(corpus, dataDir, { embedder });
    expect(index.work).toEqual({ read: 0, removed: 0, embedded: 6 });
    expect(index.vectors.dimensions).toBe(24);
    expect(notices).toEqual([expect.stringContaining('other/model')]);
  }
  expect(corpus.read).toEqual([]);
});

test('another way of reading or splitting reads everything again, but embeds only what is new', async () => {
  const corpus = SmallCorpus.of(3);
  const dataDir = await temporaryFolder();
  await open(corpus, dataDir);
  const { index, notices } = await open(corpus, dataDir, { chunking: { paragraphs: 2 } });
  expect(index.work).toEqual({ read: 3, removed: 0, embedded: 0 });
  expect(notices).toEqual([expect.stringContaining('read or split')]);
});

test('keeps values computed from all articles, and computes them anew only when something changed', async () => {
  const corpus = SmallCorpus.of(2);
  const dataDir = await temporaryFolder();
  let computed = 0;
  const titles = (version: string): Partial<Options> => ({
    extras: {
      titles: {
        version,
        compute: (articles) => {
          computed += 1;
          return articles.map(({ title }) => title);
        },
      },
    },
  });
  const first = await open(corpus, dataDir, titles('1'));
  const second = await open(corpus, dataDir, titles('1'));
  expect(second.index.extras).toEqual({ titles: ['Titre article-0000', 'Titre article-0001'] });
  expect(first.index.extras).toEqual(second.index.extras);
  expect(computed).toBe(1);
  await open(corpus, dataDir, titles('2'));
  expect(computed).toBe(2);
  corpus.files.delete('article-0001.txt');
  expect((await open(corpus, dataDir, titles('2'))).index.extras).toEqual({ titles: ['Titre article-0000'] });
  expect(computed).toBe(3);
});

test('a file that cannot be used is given to the reader again at every opening, and costs no new index', async () => {
  const corpus = SmallCorpus.of(2);
  corpus.files.set('empty.txt', '');
  const dataDir = await temporaryFolder();
  await open(corpus, dataDir);
  const [before] = await snapshots(dataDir);
  corpus.read.length = 0;
  const { index } = await open(corpus, dataDir);
  expect(index.work.read).toBe(0);
  expect(corpus.read).toEqual(['empty.txt']);
  expect(await snapshots(dataDir)).toEqual([before]);
});

test('leaves out an article whose id is taken, and says which', async () => {
  const corpus = SmallCorpus.of(2);
  const options = corpus.options();
  const { index, notices } = await open(corpus, await temporaryFolder(), {
    read: async (files) => (await options.read(files)).map((article) => ({ ...article, id: 'same' })),
    split: (article) => options.split({ ...article, id: 'same' }),
  });
  expect(index.articles.size).toBe(1);
  expect(notices).toEqual([expect.stringMatching(/article-0001\.txt is left out.*article-0000\.txt/)]);
});

test('an empty corpus has an index too', async () => {
  const dataDir = await temporaryFolder();
  const { index } = await open(new SmallCorpus({}), dataDir);
  expect(index.articles.size).toBe(0);
  const again = await open(SmallCorpus.of(1), dataDir);
  expect(again.index.work.embedded).toBe(2);
});

test('tells its progress up to the end of each stage', async () => {
  const progress: IndexProgress[] = [];
  await open(SmallCorpus.of(100), await temporaryFolder(), { onProgress: (step) => progress.push(step) });
  for (const stage of ['read', 'embed', 'write'] as const) {
    const steps = progress.filter((step) => step.stage === stage);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.at(-1)!.done).toBe(steps.at(-1)!.total);
  }
});

test('can be cancelled, and the index before stays', async () => {
  const corpus = SmallCorpus.of(3);
  const dataDir = await temporaryFolder();
  await open(corpus, dataDir);
  const before = await snapshots(dataDir);
  corpus.files.set('new.txt', 'Nouveau.');
  const cancelled = open(corpus, dataDir, { signal: AbortSignal.abort() });
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  expect(await snapshots(dataDir)).toEqual(before);
});

test('refuses vectors that are no numbers, and keeps the index before', async () => {
  const corpus = SmallCorpus.of(2);
  const dataDir = await temporaryFolder();
  await open(corpus, dataDir);
  corpus.files.set('new.txt', 'Nouveau.');
  const embedder = { ...countingEmbedder(), embedDocuments: async () => [new Array<number>(16).fill(Number.NaN)] };
  await expect(open(corpus, dataDir, { embedder })).rejects.toThrow(/finite numbers in the vector of new#0/);
  corpus.files.delete('new.txt');
  expect((await open(corpus, dataDir)).index.work.embedded).toBe(0);
});

test('refuses a passage that is not a slice of its article', async () => {
  const corpus = SmallCorpus.of(1);
  const { split } = corpus.options();
  const wrong = open(corpus, await temporaryFolder(), {
    split: (article) => split(article).map((passage) => ({ ...passage, start: passage.start + 1 })),
  });
  await expect(wrong).rejects.toThrow(IndexError);
});

async function snapshots(dataDir: string): Promise<string[]> {
  return (await readdir(join(dataDir, 'index'))).filter((name) => name !== 'current.json');
}
