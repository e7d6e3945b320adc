import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkChatModel } from '../../src/answering/generative/check-chat-model.ts';
import { createGenerativeAnswerer } from '../../src/answering/generative/generative-answerer.ts';
import type { FailureReason } from '../../src/answering/generative/model-failure.ts';
import type { AskRequest } from '../../src/types.ts';
import { faults, firstSentence, pressFile } from '../answering/generative/press-file.ts';
import { anthropicProtocol } from './anthropic-protocol.ts';
import { FakeProvider, type Protocol, type ReceivedRequest } from './fake-provider.ts';
import { mistralProtocol } from './mistral-protocol.ts';
import { ollamaProtocol } from './ollama-protocol.ts';
import { openaiProtocol } from './openai-protocol.ts';

interface Case {
  readonly provider: string;
  readonly protocol: Protocol;
  /** Where the provider's client wants its base URL to end. */
  readonly base: string;
  readonly key?: string;
  /** The part of the request that asks the provider to enforce the answer's format. */
  readonly enforces: (body: ReceivedRequest['body']) => unknown;
}

const cases: readonly Case[] = [
  {
    provider: 'openai',
    protocol: openaiProtocol,
    base: '/v1',
    key: 'OPENAI_API_KEY',
    enforces: (body) =>
      (body.response_format as { json_schema?: { schema?: unknown } } | undefined)?.json_schema?.schema,
  },
  {
    provider: 'anthropic',
    protocol: anthropicProtocol,
    base: '',
    key: 'ANTHROPIC_API_KEY',
    enforces: (body) => (body.tool_choice as { name?: unknown } | undefined)?.name,
  },
  {
    provider: 'mistralai',
    protocol: mistralProtocol,
    base: '',
    key: 'MISTRAL_API_KEY',
    enforces: (body) => (body.response_format as { type?: unknown } | undefined)?.type,
  },
  { provider: 'ollama', protocol: ollamaProtocol, base: '', enforces: (body) => body.format },
];

const secret = 'sk-secret-0123456789';
const good = JSON.stringify({
  sentences: [
    {
      text: 'Mara Lindqvist told the council that the dam had lost 12 of its 40 anchors.',
      passages: [1],
      quotes: ['the Varnel dam had lost 12 of its 40 anchors'],
    },
    {
      text: 'The minister Tomas Berg acknowledged having received a letter from Mara Lindqvist.',
      passages: [2],
      quotes: ['Le ministre Tomas Berg a reconnu mercredi 5 mars 2031 avoir reçu une lettre de Mara Lindqvist'],
    },
  ],
  divergent: false,
  unknown: false,
});
const unsupported = JSON.stringify({
  sentences: [{ text: 'Tomas Berg resigned in 2030.', passages: [1], quotes: ['Tomas Berg twice in 2029'] }],
  divergent: false,
  unknown: false,
});

describe.each(cases)('with $provider', ({ provider, protocol, base, key, enforces }) => {
  let server: FakeProvider;
  let folder: string;
  const file = pressFile();

  beforeEach(async () => {
    server = await FakeProvider.start(protocol);
    folder = await mkdtemp(join(tmpdir(), 'generative-'));
    if (key) vi.stubEnv(key, secret);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  });

  const settings = (timeout = 20_000) => ({
    CHAT_MODEL: `${provider}:tiny`,
    CHAT_BASE_URL: `${server.url}${base}`,
    ANSWER_TIMEOUT: timeout,
    CHAT_CONCURRENCY: 2,
    CHAT_REWRITE_FOLLOW_UPS: false,
    DATA_DIR: folder,
  });

  async function ask(request: Partial<AskRequest> = {}, timeout?: number) {
    const problems: FailureReason[] = [];
    const answer = await createGenerativeAnswerer({
      config: settings(timeout),
      dossier: file.dossier,
      retriever: file.retriever,
      vectors: file.vectors,
      reader: file.reader,
      fallback: firstSentence(file.dossier),
      onProblem: (reason) => problems.push(reason),
    });
    const question = 'What did Mara Lindqvist tell the council?';
    const draft = await answer(file.ask(question), { question, ...request }, []);
    expect(faults(draft, file.dossier)).toEqual([]);
    return { draft, problems };
  }

  test('writes an answer of checked sentences with exact quotes', async () => {
    server.reply({ kind: 'text', text: good });
    const { draft, problems } = await ask();
    expect(problems).toEqual([]);
    expect(draft.mode).toBe('generative');
    expect(draft.parts.filter(({ kind }) => kind === 'statement')).toHaveLength(2);
    expect(draft.citations.map(({ quote }) => quote)).toContain('the Varnel dam had lost 12 of its 40 anchors');
    expect(server.requests).toHaveLength(1);
  });

  test('asks the provider to enforce the format', async () => {
    server.reply({ kind: 'text', text: good });
    await ask();
    expect(enforces(server.requests[0]?.body ?? {})).toBeTruthy();
  });

  test('streams the draft as readable text while it comes', async () => {
    server.reply({ kind: 'text', text: good, pace: 2 });
    const pieces: string[] = [];
    await ask({ onDraft: (piece) => pieces.push(piece) });
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('')).toContain('Mara Lindqvist told the council that the dam had lost 12 of its 40 anchors.');
    expect(pieces.join('')).not.toContain('"passages"');
  });

  test('counts the tokens that the provider reports', async () => {
    server.reply({ kind: 'text', text: good });
    const { draft } = await ask();
    expect(draft.usage?.inputTokens).toBe(321);
    expect(draft.usage?.outputTokens).toBeGreaterThanOrEqual(45);
  });

  test('reads prose where the model ignores the format', async () => {
    const prose = 'Mara Lindqvist told the council that "the Varnel dam had lost 12 of its 40 anchors" [1].';
    server.reply(protocol === anthropicProtocol ? { kind: 'text', text: good } : { kind: 'text', text: prose });
    const { draft } = await ask();
    expect(draft.mode).toBe('generative');
    expect(draft.citations[0]?.quote).toContain('12 of its 40 anchors');
  });

  test('asks once for a correction and shows only what then passes', async () => {
    server.reply({ kind: 'text', text: unsupported }, { kind: 'text', text: good });
    const { draft } = await ask();
    expect(server.requests).toHaveLength(2);
    expect(JSON.stringify(server.requests[1]?.body)).toContain('Tomas Berg resigned in 2030');
    expect(draft.mode).toBe('generative');
    expect(draft.answer).not.toContain('resigned');
  });

  test('falls back to extracts when nothing passes the check', async () => {
    server.reply({ kind: 'text', text: unsupported });
    const { draft, problems } = await ask();
    expect(problems).toEqual(['unusable']);
    expect(draft.mode).toBe('extractive');
    expect(draft.answer).toContain('Answered by exact extracts');
    expect(draft.answer).not.toContain('resigned');
    expect(server.requests).toHaveLength(2);
  });

  test.each([
    [401, false, 'key-refused'],
    [404, false, 'no-such-model'],
    [429, true, 'no-quota'],
  ] as const)('falls back at once on status %i (quota: %s)', async (status, quota, reason) => {
    if (quota && provider === 'ollama') return;
    server.reply({ kind: 'error', status, quota });
    const { draft, problems } = await ask();
    expect(problems).toEqual([reason]);
    expect(draft.mode).toBe('extractive');
    expect(server.requests).toHaveLength(1);
  });

  test('tries again after a 429 that says when, and after a 500', async () => {
    server.reply(
      { kind: 'error', status: 429, headers: { 'retry-after': '1' } },
      { kind: 'error', status: 500 },
      { kind: 'text', text: good },
    );
    const { draft } = await ask();
    expect(draft.mode).toBe('generative');
    expect(server.requests).toHaveLength(3);
  });

  test.each(['cut', 'malformed'] as const)('falls back when the stream is %s in the middle', async (kind) => {
    server.reply({ kind, text: good });
    const { draft } = await ask();
    expect(draft.mode).toBe(draft.citations.length > 0 ? draft.mode : 'extractive');
    expect(draft.status).toBe('answered');
  });

  test('answers within the time limit and a second when the server falls silent', async () => {
    server.reply({ kind: 'hang', text: good });
    const began = Date.now();
    const { draft, problems } = await ask({}, 700);
    expect(Date.now() - began).toBeLessThan(1700);
    expect(problems).toEqual(['timeout']);
    expect(draft.mode).toBe('extractive');
  });

  test('answers within the time limit and a second when the server is killed in the middle', async () => {
    server.reply({ kind: 'text', text: good, pace: 60 });
    const began = Date.now();
    const asked = ask({ onDraft: () => undefined }, 1500);
    while (server.requests.length === 0) await delay(5);
    await delay(150);
    await server.kill();
    const { draft } = await asked;
    expect(Date.now() - began).toBeLessThan(2500);
    expect(draft.status).toBe('answered');
    expect(draft.mode).toBe('extractive');
    server = await FakeProvider.start(protocol);
  });

  test('stops when the asker gives up', async () => {
    server.reply({ kind: 'hang', text: good });
    const controller = new AbortController();
    const asked = ask({ signal: controller.signal });
    asked.catch(() => undefined);
    while (server.requests.length === 0) await delay(5);
    controller.abort();
    await expect(asked).rejects.toThrow(/abort/i);
  });

  test('says in one line what is wrong, without the key', async () => {
    const diagnose = () => checkChatModel(settings(3000), 'en');
    server.reply({ kind: 'text', text: 'OK' });
    expect(await diagnose()).toMatchObject({ ok: true });
    const said: string[] = [];
    for (const reply of [
      { kind: 'error', status: 401 },
      { kind: 'error', status: 404 },
      { kind: 'error', status: 429, headers: { 'retry-after': '60' } },
    ] as const) {
      server.reply(reply);
      said.push((await diagnose()).message);
    }
    await server.kill();
    said.push((await diagnose()).message);
    expect(said[0]).toContain('refuses the key');
    expect(said[1]).toContain('does not know this model');
    expect(said[2]).toContain('too many requests');
    expect(said[3]).toContain('no connection');
    for (const line of said) expect(line).not.toMatch(/\n|secret/);
    server = await FakeProvider.start(protocol);
  });
});

test.each(cases.filter(({ key }) => key !== undefined))(
  '$provider without its key says so',
  async ({ provider, key }) => {
    vi.stubEnv(key ?? '', '');
    const settings = { CHAT_MODEL: `${provider}:tiny`, ANSWER_TIMEOUT: 3000 };
    const { message, ok } = await checkChatModel(settings, 'en');
    vi.unstubAllEnvs();
    expect(ok).toBe(false);
    expect(message).toContain(`no key; set ${key}.`);
  },
);

test('a provider whose package is missing is named with the package', async () => {
  const { message } = await checkChatModel({ CHAT_MODEL: 'cohere:command-r', ANSWER_TIMEOUT: 3000 }, 'en');
  expect(message).toContain('npm install @langchain/cohere');
});

test.each(['gpt-4o', 'nobody:model', ':x', 'openai:'])('CHAT_MODEL=%s is refused in words', async (name) => {
  const settings = { CHAT_MODEL: name, ANSWER_TIMEOUT: 3000 };
  const [english, french] = [await checkChatModel(settings, 'en'), await checkChatModel(settings, 'fr')];
  expect([english.ok, french.ok]).toEqual([false, false]);
  expect(english.message).toMatch(/^CHAT_MODEL (?:must be|names)/);
  expect(french.message).toMatch(/^CHAT_MODEL (?:doit|nomme)/);
});

test.each(['127.0.0.1:8080', 'http://local host', 'ftp://127.0.0.1'])(
  'CHAT_BASE_URL=%s is refused in words',
  async (address) => {
    const settings = { CHAT_MODEL: 'ollama:tiny', CHAT_BASE_URL: address, ANSWER_TIMEOUT: 3000 };
    expect((await checkChatModel(settings, 'en')).message).toMatch(/^CHAT_BASE_URL must be/);
    expect((await checkChatModel(settings, 'fr')).message).toMatch(/^CHAT_BASE_URL doit être/);
  },
);
