import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AnswerEvaluationOptions,
  addAnswerEvaluationOptions,
  evaluateAnswers,
} from '../../../src/evaluation/answers/command.ts';
import { runAnswerEvaluation } from '../../../src/evaluation/answers/run.ts';
import { summarise } from '../../../src/evaluation/answers/summary.ts';
import type { Answer } from '../../../src/types.ts';
import { abstention, answer, article, cite, dossier, fakeBot, question } from './small-file.ts';

const bridge = article('bridge', 'Le Quotidien', [['Nadia Ferrand a fermé le pont.', 'Le pont aurait 14 fissures.']]);
const ferrand = 'Nadia Ferrand a fermé le pont.';
const cracks = 'Le pont aurait 14 fissures.';
const right = answer([`${ferrand} [1]`], [cite(1, bridge, ferrand)]);
const wrong = answer([`${cracks} [1]`], [cite(1, bridge, cracks)]);
const file = dossier(bridge);

const who = { facts: [['Ferrand']], articles: ['bridge'] };
const questions = [
  question({ ...who, id: 'who-1', question: 'Qui a fermé le pont ?' }),
  question({ ...who, id: 'who-2', split: 'test', question: 'Who closed the bridge?' }),
  question({ ...who, id: 'follow-1', kind: 'follow-up', conversation: 'a' }),
  question({ ...who, id: 'follow-2', kind: 'follow-up', conversation: 'a', asOf: '2024-04-01' }),
  question({ id: 'off-1', kind: 'off-topic' }),
  question({ id: 'off-2', kind: 'off-topic', split: 'test' }),
];
const allRight: Record<string, Answer> = {
  'who-1': right,
  'who-2': right,
  'follow-1': right,
  'follow-2': right,
  'off-1': abstention,
  'off-2': abstention,
};

let folder: string;
let set: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evaluate-answers-'));
  set = join(folder, 'questions.jsonl');
  await writeFile(set, questions.map((line) => JSON.stringify(line)).join('\n'));
});
afterAll(() => rm(folder, { recursive: true }));

async function evaluate(answers: Record<string, Answer>, options: Partial<AnswerEvaluationOptions> = {}) {
  let output = '';
  const code = await evaluateAnswers(
    { questions: set, split: 'all', ...options },
    {
      bellerophon: fakeBot(answers),
      dossier: file,
      write: (text) => {
        output += text;
      },
    },
  );
  return { code, output };
}

describe('asking a question set', () => {
  it('asks in file order and starts each conversation without memory', async () => {
    const bot = fakeBot(allRight);
    await runAnswerEvaluation({ bellerophon: bot, questions, dossier: file });
    expect(bot.calls).toEqual([
      'ask who-1',
      'ask who-2',
      'forget a',
      'ask follow-1 a',
      'ask follow-2 a 2024-04-01',
      'ask off-1',
      'ask off-2',
      'forget a',
    ]);
  });

  it('counts passes, abstentions and false answers for each half', async () => {
    const answers = { ...allRight, 'who-1': abstention, 'off-2': wrong };
    const { splits, kinds } = summarise(
      await runAnswerEvaluation({ bellerophon: fakeBot(answers), questions, dossier: file }),
    );
    expect(splits.all).toMatchObject({
      questions: 6,
      passed: 4,
      answerable: { questions: 4, passed: 3 },
      unanswerable: { questions: 2, passed: 1 },
      abstentionPrecision: 0.5,
      abstentionRecall: 0.5,
      falseAnswers: 1,
      attribution: { checked: 1, kept: 0, rate: 0 },
    });
    expect(splits.dev).toMatchObject({ questions: 4, falseAnswers: 0 });
    expect(splits.test).toMatchObject({ questions: 2, falseAnswers: 1, abstentionPrecision: null });
    expect(kinds.map(({ kind, all }) => [kind, all.passed, all.questions])).toEqual([
      ['who', 1, 2],
      ['follow-up', 2, 2],
      ['off-topic', 1, 2],
    ]);
  });
});

describe('evaluate --answers', () => {
  it('prints a table by kind and half', async () => {
    const { code, output } = await evaluate({ ...allRight, 'off-2': wrong });
    expect(code).toBe(0);
    expect(output).toMatch(/^kind +dev +test +all$/m);
    expect(output).toMatch(/^who +1\/1 +100\.0 % +1\/1 +100\.0 % +2\/2 +100\.0 %$/m);
    expect(output).toMatch(/^false answers +0\/1 +1\/1 +1\/2$/m);
  });

  it('sees a regression against stored results and names only those of the dev half', async () => {
    const stored = join(folder, 'deep', 'results.json');
    await evaluate({ ...allRight, 'off-1': wrong }, { save: stored });
    expect(JSON.parse(await readFile(stored, 'utf8')).passed).toMatchObject({ 'who-1': true, 'off-1': false });

    const same = await evaluate({ ...allRight, 'off-1': wrong }, { against: stored });
    expect(same.code).toBe(0);
    expect(same.output).toContain('Regressions: 0\nGains: 0');

    const worse = await evaluate({ ...allRight, 'who-1': wrong, 'who-2': wrong }, { against: stored });
    expect(worse.code).toBe(1);
    expect(worse.output).toContain('Regressions: 2\n  who-1\n  1 in the test half\nGains: 1\n  off-1');
    expect(worse.output).not.toContain('who-2');
  });

  it('compares only the questions that both runs asked', async () => {
    const stored = join(folder, 'dev.json');
    await evaluate(allRight, { save: stored, split: 'dev' });
    const { code, output } = await evaluate({ ...allRight, 'who-2': wrong }, { against: stored });
    expect(code).toBe(0);
    expect(output).toContain('Questions that the stored results do not know: 2');
  });

  it('prints the failing answers of the dev half and never those of the test half', async () => {
    const { output } = await evaluate({ ...allRight, 'who-1': wrong, 'who-2': wrong }, { failures: true });
    expect(output).toContain('who-1: Qui a fermé le pont ?');
    expect(output).toContain('expected answered, got answered; failed: fact-in-answer, fact-in-quote');
    expect(output).toContain('missing: Ferrand');
    expect(output).toContain(`[1] bridge: ${cracks}`);
    expect(output).toContain('[1] lost speaker');
    expect(output).not.toContain('Who closed the bridge?');
  });

  it('prints one JSON object with nothing of the test half but figures', async () => {
    const { output } = await evaluate(allRight, { json: true });
    const report = JSON.parse(output);
    expect(report.summary.splits.all).toMatchObject({ questions: 6, passed: 6 });
    expect(report.questions.map(({ id }: { id: string }) => id)).toEqual(['who-1', 'follow-1', 'follow-2', 'off-1']);
  });

  it('asks one half or one kind when told to', async () => {
    expect((await evaluate(allRight, { split: 'test' })).output).toMatch(/^all +2\/2 /m);
    expect((await evaluate(allRight, { kind: 'off-topic' })).output).toMatch(/^all +1\/1 .* 1\/1 .* 2\/2 /m);
  });

  it('says what to do about a missing set, missing or foreign results and an empty selection', async () => {
    await expect(evaluate(allRight, { questions: join(folder, 'none.jsonl') })).rejects.toThrow(/--questions/);
    await expect(evaluate(allRight, { against: join(folder, 'none.json') })).rejects.toThrow(/--save/);
    await expect(evaluate(allRight, { against: set })).rejects.toThrow(/cannot be read/);
    const foreign = join(folder, 'foreign.json');
    await writeFile(foreign, '{"format":2}');
    await expect(evaluate(allRight, { against: foreign })).rejects.toThrow(/no stored results of format 1/);
    await expect(evaluate(allRight, { kind: 'why' })).rejects.toThrow(/No question/);
  });

  it('parses its flags and refuses halves and kinds that do not exist', () => {
    const program = () =>
      addAnswerEvaluationOptions(new Command())
        .exitOverride()
        .configureOutput({ writeErr() {} });
    const parsed = program().parse(['--answers', '--kind', 'who'], { from: 'user' }).opts();
    expect(parsed).toEqual({ answers: true, kind: 'who', split: 'all', questions: 'evaluation/questions.jsonl' });
    expect(() => program().parse(['--split', 'train'], { from: 'user' })).toThrow(/Allowed choices/);
    expect(() => program().parse(['--kind', 'whom'], { from: 'user' })).toThrow(/Allowed choices/);
  });
});
