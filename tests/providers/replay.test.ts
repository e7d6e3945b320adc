import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createGenerativeAnswerer } from '../../src/answering/generative/generative-answerer.ts';
import { faults, firstSentence, pressFile } from '../answering/generative/press-file.ts';
import { readRecording, replay } from './recording.ts';

const folder = new URL('fixtures/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

afterEach(() => vi.unstubAllEnvs());

describe('recorded answers', () => {
  test.each(files)('%s plays through the real client to a checked answer', async (name) => {
    const recording = readRecording(new URL(name, folder));
    for (const key of ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'MISTRAL_API_KEY']) vi.stubEnv(key, 'replayed');
    const server = await replay(recording);
    const { dossier, retriever, vectors, reader, ask } = pressFile();
    const answer = await createGenerativeAnswerer({
      config: {
        CHAT_MODEL: `${recording.provider}:${recording.model}`,
        CHAT_BASE_URL: recording.provider === 'openai' ? `${server.url}/v1` : server.url,
        ANSWER_TIMEOUT: 20_000,
        CHAT_CONCURRENCY: 1,
        CHAT_REWRITE_FOLLOW_UPS: false,
        DATA_DIR: '.data',
      },
      dossier,
      retriever,
      vectors,
      reader,
      fallback: firstSentence(dossier),
    });
    const draft = await answer(ask(recording.question), { question: recording.question }, []);
    await server.close();
    expect(faults(draft, dossier)).toEqual([]);
    expect(draft.mode).toBe('generative');
    expect(draft.usage?.outputTokens).toBeGreaterThan(0);
  });

  test('hold no key', () => {
    for (const name of files) {
      const text = JSON.stringify(readRecording(new URL(name, folder)));
      expect(text).not.toMatch(/authorization|x-api-key|sk-[A-Za-z0-9-]{8,}/i);
    }
  });
});
