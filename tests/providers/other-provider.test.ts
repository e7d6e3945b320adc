import { ChatOpenAI } from '@langchain/openai';
import { afterEach, expect, test, vi } from 'vitest';
import { openChatModel } from '../../src/answering/generative/chat-model.ts';
import { complete } from '../../src/answering/generative/complete.ts';
import { budget } from '../../src/answering/generative/token-budget.ts';
import { FakeProvider } from './fake-provider.ts';
import { openaiProtocol } from './openai-protocol.ts';

/** Stands for a package that the user has installed. */
vi.mock('langchain/chat_models/universal', () => ({
  MODEL_PROVIDER_CONFIG: { installed: { package: '@langchain/installed', className: 'ChatInstalled' } },
  getChatModelByClassName: async () => ChatOpenAI,
}));

afterEach(() => vi.unstubAllEnvs());

test('a provider beyond the shipped ones is asked at CHAT_BASE_URL, within the limit of an answer', async () => {
  vi.stubEnv('OPENAI_API_KEY', 'key');
  const server = await FakeProvider.start(openaiProtocol);
  server.reply({ kind: 'text', text: 'OK' });
  const settings = { CHAT_MODEL: 'installed:tiny', CHAT_BASE_URL: `${server.url}/v1`, ANSWER_TIMEOUT: 5000 };
  const signal = AbortSignal.timeout(5000);
  const answer = await complete(
    await openChatModel(settings),
    { system: '', user: 'Say OK.' },
    { signal, structured: true },
  );
  expect(answer.text).toBe('OK');
  expect(server.requests[0]?.body.max_tokens).toBe(budget.answer);
  await server.kill();
});
