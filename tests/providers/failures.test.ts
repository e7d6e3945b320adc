import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openChatModel } from '../../src/answering/generative/chat-model.ts';
import { checkChatModel } from '../../src/answering/generative/check-chat-model.ts';
import { type CompleteOptions, complete } from '../../src/answering/generative/complete.ts';
import { fallbackNotice } from '../../src/answering/generative/failure-wording.ts';
import { type FailureReason, ModelFailure } from '../../src/answering/generative/model-failure.ts';
import { budget } from '../../src/answering/generative/token-budget.ts';
import { anthropicProtocol } from './anthropic-protocol.ts';
import { FakeProvider, fakeUsage, type Protocol, type ReceivedRequest, type Reply, sse } from './fake-provider.ts';
import { mistralProtocol } from './mistral-protocol.ts';
import { ollamaProtocol } from './ollama-protocol.ts';
import { openaiProtocol } from './openai-protocol.ts';

const protocols: Readonly<Record<string, Protocol>> = {
  openai: openaiProtocol,
  anthropic: anthropicProtocol,
  mistralai: mistralProtocol,
  ollama: ollamaProtocol,
};
const providers = Object.keys(protocols);
const text = 'The dam at Varnel has lost twelve of its anchors.';
const prompt = { system: 'Answer.', user: 'What about the dam?' };
const asked = (body: object = {}): ReceivedRequest => ({ path: '', headers: {}, body: { model: 'tiny', ...body } });

let server: FakeProvider;
let provider: string;

beforeEach(() => {
  for (const key of ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'MISTRAL_API_KEY']) vi.stubEnv(key, 'key');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await server.kill();
});

async function serve(name: string, ...replies: (Reply | ((request: ReceivedRequest) => Reply))[]) {
  provider = name;
  server = await FakeProvider.start(protocols[name] ?? openaiProtocol);
  server.reply(...replies);
}

const settings = (timeout = 10_000) => ({
  CHAT_MODEL: `${provider}:tiny`,
  CHAT_BASE_URL: `${server.url}${provider === 'openai' ? '/v1' : ''}`,
  ANSWER_TIMEOUT: timeout,
});

async function ask(options: Partial<CompleteOptions> = {}) {
  const signal = AbortSignal.timeout(10_000);
  return complete(await openChatModel(settings()), prompt, { signal, structured: false, retries: 0, ...options });
}

async function failure(options: Partial<CompleteOptions> = {}): Promise<ModelFailure> {
  const thrown = await ask(options).catch((error: unknown) => error);
  if (!(thrown instanceof ModelFailure)) throw new Error('The call did not fail as a call of a model.');
  return thrown;
}

const page: Reply = { kind: 'raw', contentType: 'text/html', body: '<html>Welcome</html>' };
/** Begins an answer in the provider's protocol and goes on with other text. */
function begun(name: string, rest: string): Reply {
  const protocol = protocols[name] ?? openaiProtocol;
  const body = protocol.open(asked()) + protocol.piece(text, asked()) + rest;
  return { kind: 'raw', contentType: protocol.contentType, body };
}
function openaiError(code: string): string {
  return sse({ error: { message: 'as told', type: 'x', code } });
}

describe('each failure is told by its own reason', () => {
  const told: readonly (readonly [string, string, Reply, FailureReason])[] = [
    ...providers.flatMap((name) => [
      ['a web page', name, page, 'garbled'] as const,
      ['an answer that stops before its end', name, begun(name, ''), 'cut-off'] as const,
    ]),
    ['a chunk that is no JSON', 'openai', begun('openai', 'data: {"cho\n\n'), 'garbled'],
    ['a limit met in the middle', 'openai', begun('openai', openaiError('rate_limit_exceeded')), 'rate-limited'],
    ['an error in the middle', 'openai', begun('openai', openaiError('something_new')), 'provider-error'],
    ['an error in the middle', 'ollama', begun('ollama', '{"error":"the runner has died"}\n'), 'provider-error'],
    [
      'an overload in the middle',
      'anthropic',
      begun('anthropic', sse({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'error')),
      'overloaded',
    ],
  ];

  test.each(told)('%s from %s', async (_, name, reply, reason) => {
    await serve(name, reply);
    expect((await failure()).reason).toBe(reason);
    expect(fallbackNotice(reason, 'fr')).not.toBe(fallbackNotice('unusable', 'fr'));
    expect(fallbackNotice(reason, 'en')).not.toBe(fallbackNotice('unusable', 'en'));
  });

  test.each(providers)('an empty answer from %s', async (name) => {
    await serve(name, { kind: 'text', text: '' });
    expect((await failure({ structured: true })).reason).toBe('empty');
  });

  test.each([
    [400, "This model's maximum context length is 4096 tokens", 'too-long'],
    [403, 'The project has no access (model_not_found)', 'no-such-model'],
    [403, 'Forbidden', 'key-refused'],
  ] as const)('status %i with "%s"', async (status, message, reason) => {
    await serve('openai', { kind: 'error', status, message });
    expect((await failure()).reason).toBe(reason);
  });
});

test.each(['openai', 'anthropic'])('what the server of %s sent is not printed', async (name) => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const garbage = name === 'openai' ? 'data: {"cho\n\n' : 'event: content_block_delta\ndata: {"del\n\n';
  await serve(name, begun(name, garbage));
  await failure();
  expect(printed).not.toHaveBeenCalled();
});

describe('what a failed call has cost', () => {
  test.each(providers)('is estimated where the answer of %s was cut off', async (name) => {
    await serve(name, { kind: 'cut', text: text.repeat(4) });
    const { reason, usage } = await failure();
    expect(reason).toBe('cut-off');
    expect(usage?.inputTokens).toBeGreaterThan(0);
    expect(usage?.outputTokens).toBeGreaterThan(20);
  });

  test('is estimated where the server fell silent', async () => {
    await serve('openai', { kind: 'hang', text: '' });
    const { reason, usage } = await failure({ signal: AbortSignal.timeout(200) });
    expect(reason).toBe('timeout');
    expect(usage?.inputTokens).toBeGreaterThan(0);
  });

  test('is what the provider reported before it failed', async () => {
    const overload = sse({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'error');
    await serve('anthropic', begun('anthropic', overload));
    expect((await failure()).usage?.inputTokens).toBe(fakeUsage.input);
  });

  test('is nothing where the provider refused', async () => {
    await serve('openai', { kind: 'error', status: 429 });
    expect((await failure()).usage).toBeUndefined();
  });
});

describe('trying again', () => {
  const overload = sse({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'error');
  const overloaded: Reply = {
    kind: 'raw',
    contentType: 'text/event-stream',
    body: anthropicProtocol.open(asked()) + overload,
  };

  test('follows an overload that comes before any text, and counts both calls', async () => {
    await serve('anthropic', overloaded, { kind: 'text', text });
    const answer = await ask({ retries: 1, onPiece: () => undefined });
    expect(answer.text).toBe(text);
    expect(answer.usage.inputTokens).toBe(2 * fakeUsage.input);
  });

  test('does not follow once text was shown', async () => {
    await serve('openai', begun('openai', openaiError('rate_limit_exceeded')));
    expect((await failure({ retries: 1, onPiece: () => undefined })).reason).toBe('rate-limited');
    expect(server.requests).toHaveLength(1);
  });

  test('waits for nothing after the last try', async () => {
    await serve('openai', { kind: 'error', status: 429, headers: { 'retry-after': '8' } });
    const began = Date.now();
    expect((await failure()).reason).toBe('rate-limited');
    expect(Date.now() - began).toBeLessThan(4000);
  });

  test('is given up at once where the pause would outlast the time left', async () => {
    await serve('openai', { kind: 'error', status: 429, headers: { 'retry-after': '8' } });
    const began = Date.now();
    expect((await failure({ retries: 3, deadline: began + 5000 })).reason).toBe('rate-limited');
    expect(Date.now() - began).toBeLessThan(4000);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a request', () => {
  test('to a compatible server limits the answer', async () => {
    await serve('openai', { kind: 'text', text });
    await ask();
    expect(server.requests[0]?.body.max_tokens).toBe(budget.answer);
  });

  test('to OpenAI itself limits the answer by the name that its newer models want', async () => {
    await serve('openai', { kind: 'text', text });
    vi.stubEnv('OPENAI_BASE_URL', `${server.url}/v1`);
    const model = await openChatModel({ CHAT_MODEL: 'openai:tiny', ANSWER_TIMEOUT: 5000 });
    await complete(model, prompt, { signal: AbortSignal.timeout(5000), structured: false });
    expect(server.requests[0]?.body.max_completion_tokens).toBeGreaterThanOrEqual(budget.answer);
    expect(server.requests[0]?.body).not.toHaveProperty('max_tokens');
  });

  test.each([['stream_options'], ['response_format'], ['stream_options', 'response_format']])(
    'leaves out what a server has refused once (%s %s)',
    async (...unknown) => {
      const strict = ({ body }: ReceivedRequest): Reply =>
        unknown.some((name) => name in body) ? { kind: 'error', status: 400 } : { kind: 'text', text };
      await serve('openai', strict, strict, strict, strict, strict, strict);
      const model = await openChatModel(settings());
      const once = () => complete(model, prompt, { signal: AbortSignal.timeout(5000), structured: true, retries: 0 });
      expect((await once()).text).toBe(text);
      const before = server.requests.length;
      expect((await once()).text).toBe(text);
      expect(server.requests.length - before).toBe(1);
      expect('response_format' in (server.requests.at(-1)?.body ?? {})).toBe(!unknown.includes('response_format'));
    },
  );
});

describe('the trial of a model', () => {
  test.each(providers)('does not take a web page or an empty answer from %s for an answer', async (name) => {
    await serve(name, page, { kind: 'text', text: '' });
    const [onPage, onNothing] = [await checkChatModel(settings(), 'en'), await checkChatModel(settings(), 'en')];
    expect([onPage.ok, onNothing.ok]).toEqual([false, false]);
    expect(onPage.message).toContain('cannot be read');
    expect(onNothing.message).toContain('empty');
  });

  test('counts towards the daily limit, and keeps to it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trial-'));
    await serve('openai', { kind: 'hang', text }, { kind: 'text', text: 'OK' });
    const limited = { DATA_DIR: folder, CHAT_DAILY_TOKENS: fakeUsage.input };
    expect((await checkChatModel({ ...settings(300), ...limited }, 'en')).message).toContain('no answer in time');
    const { tokens } = JSON.parse(await readFile(join(folder, 'chat-tokens.json'), 'utf8')) as { tokens: number };
    expect(tokens).toBeGreaterThan(0);
    expect((await checkChatModel({ ...settings(), ...limited }, 'en')).ok).toBe(true);
    const third = await checkChatModel({ ...settings(), ...limited }, 'fr');
    expect(third.message).toContain('CHAT_DAILY_TOKENS');
    await rm(folder, { recursive: true, force: true });
  });
});
