import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { openBellerophon } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';

type Opened = Awaited<ReturnType<typeof openBellerophon>>;

/** The whole pipeline on the press file about a bridge, with an index of its own, for the tests of one file. */
export function openBridgeFile(): () => Opened {
  let opened: Opened | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bellerophon-answers-'));
    const corpus = fileURLToPath(new URL('../fixtures/other-affair', import.meta.url));
    opened = await openBellerophon(readConfig({ CORPUS_DIR: corpus, DATA_DIR: folder }));
  }, 60_000);
  afterAll(async () => {
    await opened?.close();
    await rm(folder, { recursive: true, force: true });
  });
  return () => {
    if (!opened) throw new Error('The file is opened before each test.');
    return opened;
  };
}
