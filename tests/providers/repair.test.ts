import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createGenerativeAnswerer } from '../../src/answering/generative/generative-answerer.ts';
import type { FailureReason } from '../../src/answering/generative/model-failure.ts';
import { faults, firstSentence, pressFile } from '../answering/generative/press-file.ts';
import { said } from '../answering/generative/scripted-model.ts';
import { FakeProvider, type Reply } from './fake-provider.ts';
import { openaiProtocol } from './openai-protocol.ts';

const file = pressFile();
const supported = {
  text: 'Mara Lindqvist told the council that the dam had lost 12 of its 40 anchors.',
  passages: [1],
  quotes: ['the Varnel dam had lost 12 of its 40 anchors'],
};
const unsupported = { text: 'Tomas Berg resigned in 2030.', passages: [1], quotes: ['Tomas Berg twice in 2029'] };

let server: FakeProvider;
let folder: string;

beforeEach(async () => {
  server = await FakeProvider.start(openaiProtocol);
  folder = await mkdtemp(join(tmpdir(), 'generative-'));
  vi.stubEnv('OPENAI_API_KEY', 'sk-test');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.kill();
  await rm(folder, { recursive: true, force: true });
});

async function answererOf(timeout: number, problems: FailureReason[] = []) {
  const answer = await createGenerativeAnswerer({
    config: {
      CHAT_MODEL: 'openai:tiny',
      CHAT_BASE_URL: `${server.url}/v1`,
      ANSWER_TIMEOUT: timeout,
      CHAT_CONCURRENCY: 1,
      CHAT_REWRITE_FOLLOW_UPS: false,
      DATA_DIR: folder,
    },
    ...file,
    fallback: firstSentence(file.dossier),
    onProblem: (reason) => problems.push(reason),
  });
  return async () => {
    const question = 'What did Mara Lindqvist tell the council?';
    const draft = await answer(file.ask(question), { question }, []);
    expect(faults(draft, file.dossier)).toEqual([]);
    return draft;
  };
}

async function ask(timeout: number, ...replies: Reply[]) {
  server.reply(...replies);
  const problems: FailureReason[] = [];
  const answer = await answererOf(timeout, problems);
  const began = Date.now();
  const draft = await answer();
  return { draft, problems, took: Date.now() - began };
}

describe('when a sentence must be repaired', () => {
  const first: Reply = { kind: 'text', text: said([supported, unsupported]) };

  test('those that passed go out in time where the repair never comes', async () => {
    const { draft, problems, took } = await ask(4000, first, { kind: 'hang', text: said([supported]) });
    expect(took).toBeLessThan(5000);
    expect(problems).toEqual(['timeout']);
    expect(draft.mode).toBe('generative');
    expect(draft.answer).toContain('12 of its 40 anchors');
    expect(draft.answer).not.toContain('resigned');
  });

  test('those that passed go out where the repair is refused', async () => {
    const refused: Reply = { kind: 'error', status: 429, headers: { 'retry-after': '9' } };
    const { draft, took } = await ask(4000, first, refused);
    expect(took).toBeLessThan(5000);
    expect(draft.mode).toBe('generative');
    expect(draft.answer).toContain('12 of its 40 anchors');
  });

  test('what the repair has cost before it failed is counted', async () => {
    const { draft } = await ask(4000, first, { kind: 'cut', text: said([supported]) });
    expect(draft.mode).toBe('generative');
    expect(draft.usage?.inputTokens).toBeGreaterThan(321);
  });
});

test('questions that wait for a place get it when those before them end, or extracts when their own time is up', async () => {
  const answer = await answererOf(2000);
  server.reply({ kind: 'hang', text: said([supported]) }, { kind: 'text', text: said([supported]) });
  const waiting = [answer(), answer()];
  for (const { mode } of await Promise.all(waiting)) expect(mode).toBe('extractive');
  expect(server.requests).toHaveLength(1);
  expect((await answer()).mode).toBe('generative');
});

test('an answer of 2,000 sentences is answered within the time limit and a second', async () => {
  const many = Array.from({ length: 2000 }, (_, index) => ({ ...unsupported, text: `Berg resigned ${index} times.` }));
  const { draft, took } = await ask(3000, { kind: 'text', text: said(many) }, { kind: 'text', text: said([]) });
  expect(took).toBeLessThan(4000);
  expect(draft.mode).toBe('extractive');
});
