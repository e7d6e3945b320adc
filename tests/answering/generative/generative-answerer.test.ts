import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/answering/extractive-answerer.ts';
import type { ChatModel } from '../../../src/answering/generative/chat-model.ts';
import { ModelFailure } from '../../../src/answering/generative/model-failure.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { answererOf, file, good, turn } from './answerer.ts';
import { said, scriptedModel } from './scripted-model.ts';

describe('an answer by a chat model', () => {
  test('abstains when the model finds nothing, and names the nearest article', async () => {
    const ask = await answererOf(scriptedModel(said([], { unknown: true })));
    const draft = await ask('Who built the dam?');
    expect(draft).toMatchObject({ status: 'abstained', mode: 'generative', abstention: 'not-in-file', citations: [] });
    expect(draft.nearest?.articleId).toBe('courier-dam');
  });

  test('shows each version where sources differ', async () => {
    const ask = await answererOf(
      scriptedModel(
        said(
          [
            {
              text: 'The ministry denies that any warning was received.',
              passages: [1],
              quotes: ['The ministry denies that any warning was received'],
            },
            {
              text: 'Tomas Berg acknowledged having received a letter from Mara Lindqvist.',
              passages: [2],
              quotes: ['Tomas Berg a reconnu mercredi 5 mars 2031 avoir reçu une lettre de Mara Lindqvist'],
            },
          ],
          { divergent: true },
        ),
      ),
    );
    const draft = await ask('Was the minister warned?');
    expect(draft.divergent).toBe(true);
    expect(draft.parts.map(({ kind }) => kind)).toEqual(['heading', 'version', 'version']);
  });

  test('says as of when it reads the file', async () => {
    const ask = await answererOf(scriptedModel(good));
    const draft = await ask('What about the dam?', { asOf: '2031-03-04' });
    expect(draft.parts[0]?.kind).toBe('heading');
    expect(draft.asOf).toBe('2031-03-04');
  });

  test('gives its cost when prices are set', async () => {
    const ask = await answererOf(scriptedModel(good), { CHAT_PRICE_INPUT: 1, CHAT_PRICE_OUTPUT: 10 });
    const { usage } = await ask('What about the dam?');
    expect(usage?.cost).toBeCloseTo(((usage?.inputTokens ?? 0) + 10 * (usage?.outputTokens ?? 0)) / 1e6);
  });

  test('stops at the daily limit and goes on by extracts, after a restart too', async () => {
    const settings = { DATA_DIR: await temporaryFolder(), CHAT_DAILY_TOKENS: 10 };
    const first = await (await answererOf(scriptedModel(good), settings))('What about the dam?');
    expect(first.mode).toBe('generative');
    const model = scriptedModel(good);
    const second = await (await answererOf(model, settings))('What about the dam?');
    expect(second.mode).toBe('extractive');
    expect(second.answer).toContain('daily limit');
    expect(model.prompts).toEqual([]);
  });

  test('keeps to the number of calls at once', async () => {
    let running = 0;
    let most = 0;
    const model = scriptedModel(good);
    const counting: ChatModel = {
      ...model,
      plain: {
        stream: async (messages) => {
          running += 1;
          most = Math.max(most, running);
          await delay(10);
          running -= 1;
          return model.plain.stream(messages);
        },
      },
    };
    const ask = await answererOf(counting, { CHAT_CONCURRENCY: 2 });
    await Promise.all(Array.from({ length: 8 }, () => ask('What about the dam?')));
    expect(most).toBe(2);
  });

  test('rewrites a follow-up only where the setting asks for it', async () => {
    const searched: string[] = [];
    const rewritten = 'When did Mara Lindqvist warn the minister?';
    const ask = await answererOf(scriptedModel(rewritten, good), { CHAT_REWRITE_FOLLOW_UPS: true }, searched);
    await ask('And when?', {}, [turn]);
    expect(searched).toEqual([rewritten]);
    const model = scriptedModel(good);
    await (await answererOf(model))('And when?', {}, [turn]);
    expect(model.prompts).toHaveLength(1);
    expect(model.prompts[0]).toContain('Who warned the minister? (Mara Lindqvist)');
  });

  test('goes on with the question as asked where the rewriting fails', async () => {
    const searched: string[] = [];
    const model = scriptedModel(good);
    let calls = 0;
    const failing: ChatModel = {
      ...model,
      plain: {
        stream: async (messages) => {
          calls += 1;
          if (calls === 1) throw new ModelFailure('provider-error');
          return model.plain.stream(messages);
        },
      },
    };
    const ask = await answererOf(failing, { CHAT_REWRITE_FOLLOW_UPS: true }, searched);
    const draft = await ask('And when?', {}, [turn]);
    expect(draft.mode).toBe('generative');
    expect(searched).toEqual([file.ask('And when?').searched]);
  });

  test('does not rewrite a question that needs no conversation', async () => {
    const model = scriptedModel(good);
    const ask = await answererOf(model, { CHAT_REWRITE_FOLLOW_UPS: true });
    await ask('How many anchors had the Varnel dam lost?', {}, [turn]);
    expect(model.prompts).toHaveLength(1);
  });

  test('says only why the model was not used where the extracts do not answer either', async () => {
    const abstaining = async (): Promise<Draft> => ({
      language: 'en',
      status: 'abstained',
      answer: 'The file does not say.',
      citations: [],
      mode: 'extractive',
      parts: [{ kind: 'notice', text: 'The file does not say.', markers: [] }],
      divergent: false,
    });
    const broken: ChatModel = {
      name: 'test:broken',
      plain: { stream: () => Promise.reject(new ModelFailure('no-key')) },
    };
    const ask = await answererOf(broken, {}, [], { fallback: abstaining });
    expect((await ask('Who built the dam?')).answer).toBe('The file does not say.\nThe model has no key.');
  });
});
