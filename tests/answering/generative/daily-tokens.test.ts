import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DailyTokens } from '../../../src/answering/generative/daily-tokens.ts';

const used = { inputTokens: 60, outputTokens: 40 };
const today = () => '2031-03-04';
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daily-tokens-'));
  file = join(folder, 'chat-tokens.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const written = async () => JSON.parse(await readFile(file, 'utf8')) as { tokens: number };

test('tokens are counted though a dead process has left its lock', async () => {
  await mkdir(`${file}.lock`);
  const warnings: string[] = [];
  const tokens = new DailyTokens(folder, 100, today, (message) => warnings.push(message));
  await tokens.add(used);
  expect(warnings).toEqual([]);
  expect(await written()).toMatchObject({ tokens: 100 });
});

test('a signal ends the wait for a lock, and the tokens count with the next', async () => {
  await mkdir(`${file}.lock`);
  const warnings: string[] = [];
  const tokens = new DailyTokens(folder, 150, today, (message) => warnings.push(message));
  const began = Date.now();
  await tokens.add(used, AbortSignal.timeout(50));
  expect(Date.now() - began).toBeLessThan(1000);
  expect(warnings).toHaveLength(1);
  await rm(`${file}.lock`, { recursive: true });
  await tokens.add(used);
  expect(await written()).toMatchObject({ tokens: 200 });
  expect(await tokens.isSpent()).toBe(true);
});

test('a file that cannot be read or written is told once and keeps the limit within the process', async () => {
  await mkdir(file);
  const warnings: string[] = [];
  const tokens = new DailyTokens(folder, 150, today, (message) => warnings.push(message));
  expect(await tokens.isSpent()).toBe(false);
  await tokens.add(used);
  await tokens.add(used);
  expect(await tokens.isSpent()).toBe(true);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('CHAT_DAILY_TOKENS');
});

test('tokens are added up over processes and begin anew the next day', async () => {
  let day = '2031-03-04';
  const [one, two] = [new DailyTokens(folder, 250, () => day), new DailyTokens(folder, 250, () => day)];
  await Promise.all([one.add(used), two.add(used)]);
  expect(await one.isSpent()).toBe(false);
  await one.add(used);
  expect(await two.isSpent()).toBe(true);
  day = '2031-03-05';
  expect(await two.isSpent()).toBe(false);
});

test('tokens survive a file that is no record', async () => {
  await writeFile(file, '{"day":');
  const tokens = new DailyTokens(folder, 100);
  expect(await tokens.isSpent()).toBe(false);
  await tokens.add(used);
  expect(await tokens.isSpent()).toBe(true);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ tokens: 100 });
});
