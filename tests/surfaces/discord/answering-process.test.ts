import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { MemoryConversations } from '../../../src/memory-conversations.ts';
import { startAnsweringProcess } from '../../../src/surfaces/discord/answering/answering-process.ts';
import type { AnsweringService } from '../../../src/surfaces/discord/answering/answering-service.ts';

let service: AnsweringService | undefined;
afterEach(async () => {
  await service?.close();
  service = undefined;
});

const entry = fileURLToPath(new URL('processes/answers.ts', import.meta.url));
const conversations = new MemoryConversations();
const notices: string[] = [];
const crashes: string[] = [];

async function start(environment: Record<string, string> = {}): Promise<AnsweringService> {
  service = await startAnsweringProcess({
    entry,
    environment: { ...process.env, NODE_OPTIONS: '--import tsx', ...environment },
    conversations,
    onNotice: (message) => notices.push(message),
    onCrash: (description) => crashes.push(description),
  });
  return service;
}

it('answers from another process, while conversations and notices come back to this one', async () => {
  const remote = await start();
  const answer = await remote.ask({
    question: 'Whom has he met?',
    conversation: 'c',
    signal: new AbortController().signal,
  });
  expect(answer.citations[0]?.quote).toBe('He met Emmanuel Bonne on Tuesday.');
  expect((await conversations.turns('c'))[0]?.question).toBe('Whom has he met?');
  expect(notices).toContain('a notice');
  expect(await remote.outlets()).toEqual(['Axios', 'RFI']);
  expect(await remote.who('Nobody', { language: 'fr' })).toBeNull();
  await expect(remote.ask({ question: 'fail' })).rejects.toThrow('cannot read the moon');
});

it('hands on that a question is given up', async () => {
  const remote = await start();
  const controller = new AbortController();
  const asked = remote.ask({ question: 'slow, whom has he met?', signal: controller.signal });
  controller.abort();
  await expect(asked).rejects.toThrow('aborted');
});

it('hands on drafts, a few at a time, none after the answer', async () => {
  const remote = await start();
  const drafts: string[] = [];
  const began = Date.now();
  const answer = await remote.ask({
    question: 'stream: whom has he met?',
    onDraft: (text) => drafts.push(text),
  });
  const took = Date.now() - began;
  expect(answer.status).toBe('answered');
  const told = drafts.length;
  expect(told).toBeGreaterThan(1);
  expect(told).toBeLessThanOrEqual(took / 400);
  const written = Array.from({ length: 100 }, (_, word) => `word-${word} `).join('');
  expect(written.startsWith(drafts.join(''))).toBe(true);
  await sleep(600);
  expect(drafts).toHaveLength(told);
});

it('hands on no draft of a question that was given up', async () => {
  const remote = await start();
  const controller = new AbortController();
  const drafts: string[] = [];
  const asked = remote.ask({
    question: 'stream: whom has he met?',
    signal: controller.signal,
    onDraft: (text) => {
      drafts.push(text);
      controller.abort();
    },
  });
  await asked;
  expect(drafts).toHaveLength(1);
});

it('asks for no drafts where nobody wants them', async () => {
  const remote = await start();
  expect((await remote.ask({ question: 'stream: whom has he met?' })).status).toBe('answered');
});

it('brought down by a native library, fails the question under way and answers the next one', async () => {
  const remote = await start();
  await expect(remote.ask({ question: 'crash' })).rejects.toThrow('SIGSEGV');
  expect((await remote.ask({ question: 'Whom has he met?' })).status).toBe('answered');
  expect(crashes).toEqual(['The answering process has ended (SIGSEGV).']);
});

it('tells why the index cannot be opened, with the exit code of that error', async () => {
  await expect(start({ TEST_NO_CORPUS: '1' })).rejects.toMatchObject({ message: 'There is no corpus.', exitCode: 4 });
});
