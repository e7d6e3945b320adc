import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotState, StoredAnswer } from '../../../../src/surfaces/discord/state/bot-state.ts';
import { openState } from '../../../../src/surfaces/discord/state/open-state.ts';
import { printFeedback } from '../../../../src/surfaces/discord/state/print-feedback.ts';
import { conversationName } from '../../../../src/surfaces/discord/state/stored-conversations.ts';
import type { Turn } from '../../../../src/types.ts';

let dataDir: string;
let state: BotState;
const open = (questionRetentionDays = 30) => {
  state = openState({ dataDir, questionRetentionDays });
};
const reopen = async (days?: number) => {
  await state.close();
  open(days);
};

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bellerophon-state-'));
  open();
});
afterEach(async () => {
  await state.close();
  await rm(dataDir, { recursive: true, force: true });
});

const day = 24 * 60 * 60_000;
const turn = (question: string): Turn => ({ question, standalone: question, nameIds: ['x'], quotes: [], at: 1 });
const answer = (overrides: Partial<StoredAnswer> = {}): StoredAnswer => ({
  id: 'abc',
  user: '42',
  language: 'fr',
  question: 'Qui ?',
  status: 'abstained',
  abstention: 'not-in-file',
  document: { pages: ['Le dossier ne le dit pas.'], citations: [] },
  ...overrides,
});
const onDisk = async (): Promise<string> => {
  const files = await Promise.all(
    ['discord.db', 'discord.db-wal'].map((name) => readFile(join(dataDir, name), 'latin1').catch(() => '')),
  );
  return files.join('');
};

describe('conversations', () => {
  it('are kept in order, apart from each other, over a restart', async () => {
    await state.conversations.append('a', turn('one'));
    await state.conversations.append('b', turn('other'));
    await state.conversations.append('a', turn('two'));
    await reopen();
    expect((await state.conversations.turns('a')).map(({ question }) => question)).toEqual(['one', 'two']);
    expect(await state.conversations.turns('c')).toEqual([]);
    await state.conversations.forget('a');
    expect(await state.conversations.turns('a')).toEqual([]);
    expect(await state.conversations.turns('b')).toHaveLength(1);
  });

  it('look back on the latest turns only', async () => {
    for (let number = 1; number <= 12; number += 1) await state.conversations.append('a', turn(String(number)));
    const turns = await state.conversations.turns('a');
    expect(turns.at(-1)?.question).toBe('12');
    expect(turns).toHaveLength(8);
  });

  it('in one place are shared, and each turn is forgotten with its owner', async () => {
    const [alice, bob] = ['1', '2'].map((id) => conversationName('thread', state.userKey(id)));
    await state.conversations.append(alice!, turn('Alice asks'));
    await state.conversations.append(bob!, turn('Bob goes on'));
    expect(await state.conversations.turns(bob!)).toHaveLength(2);
    await state.forgetUser('2');
    expect((await state.conversations.turns(alice!)).map(({ question }) => question)).toEqual(['Alice asks']);
  });
});

describe('answers', () => {
  it('are found again after a restart, published once', async () => {
    await state.saveAnswer(answer());
    await reopen();
    expect(await state.findAnswer('abc')).toMatchObject({
      language: 'fr',
      question: 'Qui ?',
      document: { pages: ['Le dossier ne le dit pas.'] },
    });
    expect(await state.findAnswer('other')).toBeNull();
    expect([await state.markPublished('abc'), await state.markPublished('abc')]).toEqual([true, false]);
    await state.unmarkPublished('abc');
    expect(await state.markPublished('abc')).toBe(true);
  });

  it('lose their question after the retention time, and go after thirty days', async () => {
    await reopen(7);
    await state.saveAnswer(answer());
    await state.sweep(Date.now() + 6 * day);
    expect((await state.findAnswer('abc'))?.question).toBe('Qui ?');
    await state.sweep(Date.now() + 8 * day);
    expect((await state.findAnswer('abc'))?.question).toBeNull();
    await state.sweep(Date.now() + 31 * day);
    expect(await state.findAnswer('abc')).toBeNull();
  });

  it('with a retention of nothing, no question reaches the disk', async () => {
    await reopen(0);
    await state.saveAnswer(answer({ question: 'A very secret question' }));
    await state.conversations.append('a', turn('Another secret question'));
    expect(await state.conversations.turns('a')).toHaveLength(1);
    await state.close();
    expect(await onDisk()).not.toContain('secret');
    open(0);
    expect(await state.findAnswer('abc')).not.toBeNull();
    expect(await state.conversations.turns('a')).toEqual([]);
  });
});

describe('people', () => {
  it('stand in the database as salted hashes only', async () => {
    const user = '123456789012345678';
    await state.saveAnswer(answer({ user }));
    await state.saveFeedback({ answer: 'abc', user, helpful: true });
    await state.conversations.append(conversationName('x', state.userKey(user)), turn('one'));
    expect(await onDisk()).not.toContain(user);
    expect((await stat(join(dataDir, 'discord.salt'))).mode & 0o077).toBe(0);
    const key = state.userKey(user);
    await reopen();
    expect(state.userKey(user)).toBe(key);
  });

  it('are forgotten whole', async () => {
    await state.saveAnswer(answer());
    await state.saveFeedback({ answer: 'abc', user: '42', helpful: false, reason: 'wrong' });
    await state.conversations.append(conversationName('x', state.userKey('42')), turn('one'));
    await state.linkMessage('m', conversationName('x', state.userKey('42')));
    expect(await state.forgetUser('42')).toBe(4);
    expect(await state.forgetUser('42')).toBe(0);
    expect(await state.conversationOf('m')).toBeNull();
  });
});

describe('the feedback report', () => {
  it('shows what was unhelpful, what was not answered, and the counters', async () => {
    await state.saveAnswer(answer());
    await state.saveAnswer(answer({ id: 'def', question: 'Quand ?', status: 'answered', abstention: null }));
    await state.saveFeedback({ answer: 'def', user: '1', helpful: true });
    await state.saveFeedback({ answer: 'def', user: '1', helpful: false, reason: 'Faux' });
    await state.count('asked');
    await state.count('asked');
    const printed = printFeedback(await state.report());
    expect(printed).toContain('asked 2');
    expect(printed).toMatch(/## 👎\n\n- \d{4}-\d\d-\d\d Quand \?\n {2}reason: Faux/);
    expect(printed).toMatch(/## Unanswered\n\n- \d{4}-\d\d-\d\d Qui \?/);
  });
});

describe('the database', () => {
  it('of a later version is left alone, with advice', async () => {
    await state.close();
    const database = new Database(join(dataDir, 'discord.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openState({ dataDir, questionRetentionDays: 1 })).toThrow('Run the newer program');
    await rm(join(dataDir, 'discord.db'));
    open();
  });
});
