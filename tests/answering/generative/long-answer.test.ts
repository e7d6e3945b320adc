import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { estimateTokens } from '../../../src/answering/generative/token-budget.ts';
import { mostSentences } from '../../../src/answering/generative/written-answer.ts';
import { nothingAsked } from '../../../src/reading/cross-reader.ts';
import type { Reader } from '../../../src/types.ts';
import { answererOf, file, goodSentence } from './answerer.ts';
import { said, scriptedModel } from './scripted-model.ts';

describe('a long answer', () => {
  const bad = (index: number) => ({
    text: `Tomas Berg resigned ${index + 3} times.`,
    passages: [1],
    quotes: ['She had warned minister Tomas Berg twice'],
  });
  const warned = {
    text: 'She said that she had warned Tomas Berg twice in 2029.',
    passages: [1],
    quotes: ['She had warned minister Tomas Berg twice in 2029, she said'],
  };
  const readingCounted = (pause: number) => {
    const asked = new Set<string>();
    const reader: Reader = {
      read: async (claim, texts) => {
        asked.add(claim);
        await delay(pause);
        return file.reader.read(claim, texts);
      },
    };
    return { asked, reader };
  };

  test('is checked up to a dozen sentences', async () => {
    const { asked, reader } = readingCounted(0);
    const many = Array.from({ length: 2000 }, (_, index) => ({ ...warned, text: `${index} ${warned.text}` }));
    const ask = await answererOf(scriptedModel(said(many), said([])), {}, [], { reader });
    await ask('Who was warned?');
    expect(asked.size).toBeLessThanOrEqual(mostSentences);
  });

  test('gives what has passed the check when time is up', async () => {
    const { reader } = readingCounted(400);
    const many = [goodSentence, ...Array.from({ length: 11 }, () => warned)];
    const ask = await answererOf(scriptedModel(said(many)), { ANSWER_TIMEOUT: 1500 }, [], { reader });
    const began = Date.now();
    const draft = await ask('Who was warned?');
    expect(Date.now() - began).toBeLessThan(2500);
    expect(draft.mode).toBe('generative');
  });

  test('lets other work go on while it is checked', async () => {
    const { asked } = readingCounted(0);
    let turns = 0;
    const atOnce: Reader = {
      read: async (claim, texts) => {
        asked.add(claim);
        return texts.map(() => ({ ...nothingAsked, bearsOut: 5 }));
      },
    };
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...warned,
      text: `${warned.text} `.repeat(1 + (index % 3)),
    }));
    const ask = await answererOf(scriptedModel(said(many)), {}, [], { reader: atOnce });
    let over = false;
    const other = (async () => {
      while (!over) {
        await delay(0);
        turns += 1;
      }
    })();
    await ask('Who was warned?');
    over = true;
    await other;
    expect(turns).toBeGreaterThan(6);
  });

  test('is shown up to 900 characters, each sentence with its citation', async () => {
    const quotes = ['The ministry denies that any warning was received'];
    const ways = ['denies', 'denied', 'has denied', 'still denies', 'always denied'];
    const subjects = [
      'The ministry',
      'According to the Courier, the ministry',
      'The Courier reports that the ministry',
    ];
    const many = subjects.flatMap((subject) =>
      ways.map((way) => ({ text: `${subject} ${way} that any warning was received.`, passages: [1], quotes })),
    );
    const draft = await (await answererOf(scriptedModel(said(many.slice(0, 12)))))('Was the ministry warned?');
    expect(draft.mode).toBe('generative');
    expect(draft.answer.length).toBeLessThanOrEqual(900);
    expect(draft.parts.length).toBeLessThan(12);
  });

  test('that fails is told to the model within the budget of an answer', async () => {
    const model = scriptedModel(said(Array.from({ length: 200 }, (_, index) => bad(index))), said([]));
    await (await answererOf(model))('Did the minister resign?');
    const [first = '', second = ''] = model.prompts;
    expect(model.prompts).toHaveLength(2);
    expect(estimateTokens(second) - estimateTokens(first)).toBeLessThan(1400);
  });
});
