import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openIndex } from '../../src/indexing/open-index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { countingEmbedder, SmallCorpus } from './small-corpus.ts';

const corpus = SmallCorpus.of(20);

async function open(dataDir: string) {
  const notices: string[] = [];
  const embedder = countingEmbedder();
  const index = await openIndex({ ...corpus.options(), dataDir, embedder, onNotice: (line) => notices.push(line) });
  return { index, notices };
}

/** Builds an index and gives the paths of all its files. */
async function built(): Promise<{ dataDir: string; files: string[] }> {
  const dataDir = await temporaryFolder();
  await open(dataDir);
  const folder = join(dataDir, 'index');
  const files: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(6);
  return { dataDir, files };
}

/** It says that it was damaged, is built anew, and answers. */
async function expectRebuilt(dataDir: string): Promise<void> {
  const { index, notices } = await open(dataDir);
  expect(notices).toEqual([expect.stringContaining('built anew')]);
  expect(index.work).toEqual({ read: 20, removed: 0, embedded: 40 });
  expect((await index.lexical.search('réunion 39', { limit: 1 }))[0]?.id).toBe('article-0003#1');
  const again = await open(dataDir);
  expect(again.notices).toEqual([]);
  expect(again.index.work.embedded).toBe(0);
}

const damages: Readonly<Record<string, (file: string) => Promise<void>>> = {
  'one flipped bit at the start': (file) => flip(file, () => 0),
  'one flipped bit in the header': (file) => flip(file, (length) => Math.min(17, length - 1)),
  'one flipped bit in the middle': (file) => flip(file, (length) => length >> 1),
  'a cut end': async (file) => truncate(file, (await readFile(file)).length - 3),
  'no content': (file) => truncate(file, 0),
  'no file': (file) => rm(file),
};

async function flip(file: string, at: (length: number) => number): Promise<void> {
  const bytes = await readFile(file);
  bytes[at(bytes.length)]! ^= 4;
  await writeFile(file, bytes);
}

test.each(Object.entries(damages))('rebuilds an index of which any file has %s', async (_name, damage) => {
  const count = (await built()).files.length;
  for (let i = 0; i < count; i++) {
    const { dataDir, files } = await built();
    const file = files.sort()[i]!;
    // Without its pointer there is no index; that is not damage.
    const isPointer = file.endsWith('current.json');
    await damage(file);
    if (isPointer && damage === damages['no file']) expect((await open(dataDir)).index.work.embedded).toBe(40);
    else await expectRebuilt(dataDir);
  }
});

test('rebuilds an index whose manifest was altered so that everything else still fits it', async () => {
  const { dataDir, files } = await built();
  const manifest = files.find((file) => file.endsWith('manifest.json'))!;
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"dimensions": 16', '"dimensions": 8'));
  await expectRebuilt(dataDir);
});

test('rebuilds an index of another format version and says so', async () => {
  const { dataDir, files } = await built();
  const manifest = files.find((file) => file.endsWith('manifest.json'))!;
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(/"formatVersion": \d+/, '"formatVersion": 99'));
  const { notices } = await open(dataDir);
  expect(notices).toEqual([expect.stringMatching(/format version \d+, got 99/)]);
});

test('survives an index folder that holds something else', async () => {
  const { dataDir } = await built();
  await rm(join(dataDir, 'index'), { recursive: true });
  await writeFile(join(dataDir, 'index'), 'a file');
  await expect(open(dataDir)).rejects.toThrow(/cannot be written to .*DATA_DIR/);
});
