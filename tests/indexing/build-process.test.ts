import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openIndex } from '../../src/indexing/open-index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { BuildOrder } from './build-process.ts';
import { countingEmbedder, SmallCorpus } from './small-corpus.ts';

type Line = Partial<
  Record<'stage' | 'notice' | 'error' | 'message', string> & Record<'done' | 'embedded' | 'passages', number>
>;

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const script = fileURLToPath(new URL('./build-process.ts', import.meta.url));

interface Build {
  readonly child: ChildProcess;
  readonly lines: Line[];
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
}

/** Starts a build; `onLine` sees each line as it comes. `limit`: KiB that a file may have. */
function build(
  order: BuildOrder,
  onLine: (line: Line, child: ChildProcess) => void = () => undefined,
  limit?: number,
): Build {
  const node = [process.execPath, '--import', loader, script, JSON.stringify(order)];
  const [command, ...args] =
    limit === undefined ? node : ['bash', '-c', `ulimit -f ${limit}; exec "$@"`, 'bash', ...node];
  const child = spawn(command!, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Line[] = [];
  const reader = createInterface({ input: child.stdout! });
  reader.on('line', (text) => {
    const line = JSON.parse(text) as Line;
    lines.push(line);
    onLine(line, child);
  });
  const ended = Promise.all([
    new Promise((resolve) => child.once('exit', resolve)),
    new Promise((resolve) => reader.once('close', resolve)),
  ]).then(() => undefined);
  return { child, lines, ended };
}

async function openHere(dataDir: string, articles: number) {
  const notices: string[] = [];
  const index = await openIndex({
    ...SmallCorpus.of(articles).options(),
    dataDir,
    embedder: countingEmbedder(),
    onNotice: (line: string) => notices.push(line),
  });
  return { index, notices };
}

/** Names in the index folder but the pointer and the lock. */
async function left(dataDir: string): Promise<string[]> {
  return (await readdir(join(dataDir, 'index'))).filter((name) => name !== 'current.json' && name !== 'build.lock');
}

test.each([
  ['embed', 64],
  ['write', 0],
] as const)(
  'killed with -9 during %s, leaves the index before in force and no harm for the next',
  async (stage, done) => {
    const dataDir = await temporaryFolder();
    await openHere(dataDir, 10);
    const before = await left(dataDir);
    const killed = build({ dataDir, articles: 200, delay: 20 }, (line, child) => {
      if (line.stage === stage && line.done === done) child.kill('SIGKILL');
    });
    await killed.ended;
    expect(killed.lines.some(({ embedded }) => embedded !== undefined)).toBe(false);
    expect(await left(dataDir)).toEqual(expect.arrayContaining(before));
    expect((await openHere(dataDir, 10)).index.work.embedded).toBe(0);

    const { index, notices } = await openHere(dataDir, 200);
    expect(index.work.embedded).toBe(380);
    expect(index.passages.size).toBe(400);
    expect(notices).toEqual([]);
    expect(await left(dataDir)).toHaveLength(1);
  },
);

test('killed with -9 while files are being written, again and again, never leaves a damaged index', async () => {
  const dataDir = await temporaryFolder();
  for (const wait of [0, 4, 12]) {
    const { ended } = build({ dataDir, articles: 50 + wait }, (line, child) => {
      if (line.stage === 'write') setTimeout(() => child.kill('SIGKILL'), wait);
    });
    await ended;
    // As if the time after which a dead builder's lock counts for nothing had passed; the test above waits for it.
    await rm(join(dataDir, 'index', 'build.lock'), { recursive: true, force: true });
  }
  const { index, notices } = await openHere(dataDir, 50);
  expect(index.passages.size).toBe(100);
  expect(notices).toEqual([]);
});

test('of two builders at once the second waits and uses what the first made', async () => {
  const dataDir = await temporaryFolder();
  const both = [build({ dataDir, articles: 100, delay: 50 }), build({ dataDir, articles: 100, delay: 50 })];
  await Promise.all(both.map(({ ended }) => ended));
  const results = both.map(({ lines }) => lines.at(-1)!);
  expect(results.map(({ passages }) => passages)).toEqual([200, 200]);
  expect(results.map(({ embedded }) => embedded).sort()).toEqual([0, 200]);
  expect(await left(dataDir)).toHaveLength(1);
});

test('when the disk takes no more, says so, and the index before stays', async () => {
  const dataDir = await temporaryFolder();
  await openHere(dataDir, 5);
  const before = await left(dataDir);
  // A limit on the size of files: writes fail half-way, as on a full disk.
  const full = build({ dataDir, articles: 300 }, undefined, 24);
  await full.ended;
  expect(full.lines.at(-1)).toEqual({ error: 'IndexError', message: expect.stringMatching(/DATA_DIR|disk full/) });
  expect(await left(dataDir)).toEqual(before);
  expect((await openHere(dataDir, 5)).index.work.embedded).toBe(0);
});

test('in a folder that cannot be written, says so; an index that is up to date is used', async () => {
  const dataDir = await temporaryFolder();
  await chmod(dataDir, 0o555);
  const refused = build({ dataDir, articles: 3, asNobody: true });
  await refused.ended;
  expect(refused.lines.at(-1)).toEqual({
    error: 'IndexError',
    message: expect.stringMatching(/cannot be written to .*not permitted.*DATA_DIR/),
  });
  await chmod(dataDir, 0o755);
  await openHere(dataDir, 3);
  for (const folder of [dataDir, join(dataDir, 'index')]) await chmod(folder, 0o555);
  const used = build({ dataDir, articles: 3, asNobody: true });
  await used.ended;
  expect(used.lines.at(-1)).toEqual({ embedded: 0, passages: 6 });
  const stale = build({ dataDir, articles: 4, asNobody: true });
  await stale.ended;
  expect(stale.lines.at(-1)).toMatchObject({ error: 'IndexError' });
  for (const folder of [dataDir, join(dataDir, 'index')]) await chmod(folder, 0o755);
});
