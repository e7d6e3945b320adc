import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { readLines } from '../../../src/surfaces/command-line/input-lines.ts';
import { answerLines, type JsonlOptions } from '../../../src/surfaces/command-line/jsonl.ts';
import { OutputClosed } from '../../../src/surfaces/command-line/output.ts';
import { createTexts } from '../../../src/surfaces/texts/texts.ts';
import { fakeBellerophon } from '../fake-bellerophon.ts';

const spoken = { outlets: ['Axios', 'RFI'], texts: createTexts().en, language: 'en' } as const;

async function run(lines: readonly string[], options: Partial<JsonlOptions> = {}) {
  const printed: string[] = [];
  const output = { line: async (text: string) => void printed.push(text) };
  const bellerophon = fakeBellerophon();
  const input = (async function* () {
    yield lines.join('\n');
  })();
  const summary = await answerLines(readLines(input), {
    ask: bellerophon.ask,
    output,
    ...spoken,
    defaults: {},
    concurrency: 1,
    ...options,
  });
  return { objects: printed.map((line) => JSON.parse(line)), summary, requests: bellerophon.requests };
}

const line = (value: object) => JSON.stringify(value);

describe('answering JSON lines', () => {
  test('prints the keys of the contract first, in its order, all of them', async () => {
    const { objects } = await run([line({ id: 'a', question: 'Whom has he met?' })]);
    expect(Object.keys(objects[0]).slice(0, 9)).toEqual([
      'id',
      'question',
      'conversation',
      'language',
      'status',
      'answer',
      'citations',
      'mode',
      'timings',
    ]);
    expect(Object.keys(objects[0].citations[0])).toEqual([
      'marker',
      'articleId',
      'title',
      'outlet',
      'published',
      'url',
      'quote',
      'start',
      'end',
    ]);
  });

  test('keeps the order of the input whatever is asked at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('met', 'other', 'drafts met', 'fail'), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (questions, concurrency) => {
          const { objects, summary } = await run(
            questions.map((question, id) => line({ id, question })),
            { concurrency },
          );
          expect(objects.map(({ id }) => id)).toEqual(questions.map((_, id) => id));
          expect(summary.answered + summary.failed).toBe(questions.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('asks the lines of one conversation one after the other, so that each knows those before', async () => {
    const { objects } = await run(
      ['drafts met one', 'met two', 'met three'].map((question) => line({ question, conversation: 'c' })),
      { concurrency: 4 },
    );
    // The fake counts the turns it remembers.
    expect(objects.map(({ timings }) => timings.totalMs)).toEqual([1, 2, 3]);
  });

  test('gives an object with the error for each bad line and goes on', async () => {
    const { objects, summary } = await run([
      'not json',
      '{"id":"b"}',
      '{"id":3,"question":"  "}',
      '[]',
      'null',
      '{"id":"f","question":"q","asOf":"2021-02-30"}',
      '',
      line({ id: 'g', question: 'met' }),
    ]);
    expect(objects.map(({ id, line: at }) => [id, at])).toEqual([
      [null, 1],
      ['b', 2],
      [3, 3],
      [null, 4],
      [null, 5],
      ['f', 6],
      ['g', undefined],
    ]);
    for (const object of objects.slice(0, 6)) expect(object.error).toEqual(expect.any(String));
    expect(objects[5].error).toBe('asOf: expected YYYY-MM-DD, YYYY-MM or YYYY');
    expect(objects[6].status).toBe('answered');
    expect(summary).toEqual({ answered: 1, failed: 6 });
  });

  test('says what it expected in the language of the interface', async () => {
    const bad = [
      '{"question":""}',
      '{"id":1}',
      '{"question":"q","language":"de"}',
      '{"question":"q","id":[]}',
      'nope',
      '[]',
    ];
    const english = (await run(bad)).objects.map(({ error }) => error);
    expect(english).toEqual([
      'question: expected a text that is not empty',
      'question: expected a text that is not empty',
      'language: expected fr or en',
      'id: expected a text or a number',
      'expected one JSON object a line',
      'expected one JSON object a line',
    ]);
    const french = (await run(bad, { texts: createTexts().fr, language: 'fr' })).objects.map(({ error }) => error);
    expect(french[0]).toBe('question\u00a0: un texte non vide est attendu');
  });

  test('gives an error for an outlet that no article is by, and for a day to come, and asks nothing', async () => {
    const { objects, requests } = await run([
      line({ id: 'a', question: 'met', outlet: 'Axois' }),
      line({ id: 'b', question: 'met', outlet: 'Nobody’s Daily' }),
      line({ id: 'c', question: 'met', asOf: '2999-01' }),
      line({ id: 'd', question: 'met', outlet: 'rfi' }),
    ]);
    expect(objects.slice(0, 3)).toEqual([
      { id: 'a', line: 1, error: 'The file has no article by an outlet “Axois”. Did you mean: Axios?' },
      { id: 'b', line: 2, error: 'The file has no article by an outlet “Nobody’s Daily”.' },
      { id: 'c', line: 3, error: 'asOf: expected a day until today, got January 2999' },
    ]);
    expect(requests.map(({ outlet }) => outlet)).toEqual(['RFI']);
  });

  test('tells why a question failed, in its own line', async () => {
    const ask = async () => {
      throw new UsageError('expected an outlet of the file');
    };
    const { objects } = await run([line({ id: 'a', question: 'q' })], { ask });
    expect(objects).toEqual([{ id: 'a', line: 1, error: 'expected an outlet of the file' }]);
    const { objects: others } = await run([line({ id: 'a', question: 'fail' })]);
    expect(others[0].error).toBe('unexpected: cannot read the moon');
  });

  test('asks with the day, outlet and language of the line, else of the command', async () => {
    const { requests } = await run(
      [
        line({ question: 'met', asOf: '2021-10', outlet: 'RFI', language: 'fr', topic: 'ignored' }),
        line({ question: 'met', asOf: null, conversation: null }),
      ],
      { defaults: { asOf: '2021-12-31', outlet: 'Axios', language: 'en' } },
    );
    expect(requests[0]).toMatchObject({ asOf: '2021-10-31', outlet: 'RFI', language: 'fr' });
    expect(requests[1]).toMatchObject({ asOf: '2021-12-31', outlet: 'Axios', language: 'en' });
  });

  test('prints each answer as soon as it is there, before the input has ended', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const printed: string[] = [];
    const input = (async function* () {
      yield `${line({ id: 1, question: 'met' })}\n`;
      await held;
      yield `${line({ id: 2, question: 'met' })}\n`;
    })();
    const done = answerLines(readLines(input), {
      ask: fakeBellerophon().ask,
      ...spoken,
      defaults: {},
      concurrency: 8,
      output: {
        line: async (text) => {
          printed.push(text);
          release();
        },
      },
    });
    await held;
    expect(printed).toHaveLength(1);
    await done;
    expect(printed).toHaveLength(2);
  });

  test('stops asking when nobody reads any more', async () => {
    const bellerophon = fakeBellerophon();
    const input = (async function* () {
      for (let id = 0; id < 1000; id += 1) yield `${line({ id, question: 'met' })}\n`;
    })();
    const output = {
      line: async () => {
        throw new OutputClosed();
      },
    };
    await expect(
      answerLines(readLines(input), { ask: bellerophon.ask, output, ...spoken, defaults: {}, concurrency: 2 }),
    ).rejects.toBeInstanceOf(OutputClosed);
    expect(bellerophon.requests.length).toBeLessThan(5);
  });

  test('survives a byte order mark and a line that is too long', async () => {
    const { objects } = await run([`\ufeff${line({ id: 'a', question: 'met' })}`, 'x'.repeat(1_000_001)]);
    expect(objects[0].id).toBe('a');
    expect(objects[1].error).toContain('longer than a million');
  });
});
