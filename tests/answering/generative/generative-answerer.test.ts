import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/answering/extractive-answerer.ts';
import type { ChatModel } from '../../../src/answering/generative/chat-model.ts';
import { summariseConversation } from '../../../src/answering/generative/conversation-summary.ts';
import { DailyTokens } from '../../../src/answering/generative/daily-tokens.ts';
import { createGenerativeAnswerer } from '../../../src/answering/generative/generative-answerer.ts';
import { ModelFailure } from '../../../src/answering/generative/model-failure.ts';
import { rewriteFollowUp } from '../../../src/answering/generative/rewrite-follow-up.ts';
import type { GenerativeSettings } from '../../../src/answering/generative/settings.ts';
import { estimateTokens, fitting } from '../../../src/answering/generative/token-budget.ts';
import { mostSentences } from '../../../src/answering/generative/written-answer.ts';
import { nothingAsked } from '../../../src/reading/cross-reader.ts';
import type { AskRequest, Reader, RetrieveOptions, Turn } from '../../../src/types.ts';
import { faults, firstSentence, pressFile } from './press-file.ts';
import { chatSettings, said, scriptedModel } from './scripted-model.ts';

const file = pressFile();
const good = said([
  {
    text: 'Mara Lindqvist told the council that the dam had lost 12 of its 40 anchors.',
    passages: [1],
    quotes: ['the Varnel dam had lost 12 of its 40 anchors'],
  },
]);
const turn: Turn = {
  question: 'Who warned the minister?',
  standalone: 'Who warned the minister?',
  nameIds: ['mara-lindqvist'],
  quotes: [],
  at: 0,
};
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generative-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Stand {
  readonly reader?: Reader;
  readonly fallback?: () => Promise<Draft>;
}

async function answererOf(
  model: ChatModel,
  settings: Partial<GenerativeSettings> = {},
  searched: string[] = [],
  stand: Stand = {},
) {
  const answer = await createGenerativeAnswerer({
    config: { ...chatSettings, DATA_DIR: folder, ...settings },
    dossier: file.dossier,
    retriever: {
      retrieve: (query: string, options: RetrieveOptions) => {
        searched.push(query);
        return file.retriever.retrieve(query, options);
      },
    },
    vectors: file.vectors,
    reader: file.reader,
    fallback: firstSentence(file.dossier),
    ...stand,
    model,
  });
  return async (text: string, request: Partial<AskRequest> = {}, turns: readonly Turn[] = []) => {
    const draft = await answer(file.ask(text), { question: text, ...request }, turns);
    expect(faults(draft, file.dossier)).toEqual([]);
    return draft;
  };
}

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
    const settings = { CHAT_DAILY_TOKENS: 10 };
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
    const many = [JSON.parse(good).sentences[0], ...Array.from({ length: 11 }, () => warned)];
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

describe('a sentence that fails the check', () => {
  const english = { ...JSON.parse(good).sentences[0] };
  const french = {
    text: 'Mara Lindqvist a dit au conseil que le barrage avait perdu 12 de ses 40 ancrages.',
    passages: [1],
    quotes: english.quotes,
  };
  const question = 'Qu’a dit Mara Lindqvist au conseil du barrage ?';

  test('is told to the model with the reasons in the language of the prompt', async () => {
    const wrong = [
      { ...french, text: 'Mara Lindqvist a perdu 31 ancrages le 9 avril 2027.' },
      { ...french, passages: [17] },
      { ...french, quotes: ['le rapport secret des ingénieurs'] },
      { ...french, quotes: ['a'] },
      { ...french, text: `${french.text} ${'Le barrage a tenu bon pendant des années. '.repeat(10)}` },
    ];
    const model = scriptedModel(said(wrong), said([]));
    await (await answererOf(model))(question);
    const told = (model.prompts[1] ?? '').split('à corriger')[1] ?? '';
    const reasons = told.split('\n').filter((line) => line.includes('→'));
    expect(reasons).toHaveLength(wrong.length);
    for (const reason of reasons) {
      expect(reason).toMatch(/→ \p{L}{2}/u);
      expect(reason).not.toMatch(/\b(?:coverage|number|date:|quote|passage|longer|too|no)\b/);
    }
    expect(told).toContain('« le rapport secret des ingénieurs »');
  });

  test('because of its language is written anew', async () => {
    const model = scriptedModel(said([english]), said([french]));
    const draft = await (await answererOf(model))(question);
    expect(model.prompts[1]).toContain("la phrase n'est pas en français");
    expect(draft.mode).toBe('generative');
    expect(draft.answer).toContain('Mara Lindqvist a dit au conseil');
  });

  test('because of its language is not shown where the model does not mend it', async () => {
    const draft = await (await answererOf(scriptedModel(said([english]))))(question);
    expect(draft.mode).toBe('extractive');
  });

  test('is left out among others in the language asked for', async () => {
    const other = {
      text: 'The ministry denies that any warning was received by those who were in charge of it.',
      passages: [1],
      quotes: ['The ministry denies that any warning was received'],
    };
    const draft = await (await answererOf(scriptedModel(said([french, other]), said([]))))(question);
    expect(draft.answer).not.toContain('The ministry');
    expect(draft.answer).toContain('Mara Lindqvist');
  });
});

describe('a rewritten follow-up', () => {
  test.each(['', 'Line one\nline two', 'x'.repeat(400)])(
    'is not used when it is no short line (%#)',
    async (output) => {
      const input = { question: 'And when?', language: 'en', turns: [turn], names: file.dossier.names } as const;
      const { question } = await rewriteFollowUp(scriptedModel(output), {
        ...input,
        signal: new AbortController().signal,
      });
      expect(question).toBe('And when?');
    },
  );
});

describe('the conversation', () => {
  test('is told newest first to fit, in order, within its budget', () => {
    const turns = Array.from({ length: 50 }, (_, index) => ({ ...turn, question: `Question ${index}?` }));
    const summary = summariseConversation(turns, file.dossier.names, 100);
    expect(estimateTokens(summary)).toBeLessThanOrEqual(100);
    expect(summary.split('\n').at(-1)).toContain('Question 49?');
    expect(summary).not.toContain('Question 0?');
  });

  test('passages that do not fit are skipped, later ones that do are kept', () => {
    expect(fitting(['a'.repeat(100), 'b'.repeat(9000), 'c'.repeat(100)], (text) => text, 200)).toEqual([
      'a'.repeat(100),
      'c'.repeat(100),
    ]);
  });
});

describe('the tokens of a day', () => {
  const used = { inputTokens: 60, outputTokens: 40 };

  test('are added up over processes and begin anew the next day', async () => {
    let day = '2031-03-04';
    const [one, two] = [new DailyTokens(folder, 250, () => day), new DailyTokens(folder, 250, () => day)];
    await Promise.all([one.add(used), two.add(used)]);
    expect(await one.isSpent()).toBe(false);
    await one.add(used);
    expect(await two.isSpent()).toBe(true);
    day = '2031-03-05';
    expect(await two.isSpent()).toBe(false);
  });

  test('survive a file that is no record', async () => {
    await writeFile(join(folder, 'chat-tokens.json'), '{"day":');
    const tokens = new DailyTokens(folder, 100);
    expect(await tokens.isSpent()).toBe(false);
    await tokens.add(used);
    expect(await tokens.isSpent()).toBe(true);
    expect(JSON.parse(await readFile(join(folder, 'chat-tokens.json'), 'utf8'))).toMatchObject({ tokens: 100 });
  });
});
