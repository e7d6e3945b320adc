import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { AbstentionSignal } from '../src/answering/abstention.ts';
import { createCandidateFinder } from '../src/answering/find-candidates.ts';
import type { RankingSignal } from '../src/answering/ranking.ts';
import { settings } from '../src/answering/settings.ts';
import { openFile } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import {
  areaUnderCurve,
  crossValidate,
  fitAbstention,
  fitRanking,
  rankable,
  type TuningExample,
  topShares,
  tuningExamples,
} from '../src/evaluation/answer-tuning.ts';
import { parseQuestions } from '../src/evaluation/answers/question.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { readEnvironment } from './environment.ts';

const { argv, environment, stdout, stderr } = readEnvironment();
const command = new Command('tune-answers')
  .description(
    'Fits the weights by which sentences are ranked and abstained from, on the development halves of question sets.',
  )
  .argument(
    '[set...]',
    'a question set, the folder of its corpus, a folder for its index; and so on for further sets',
    ['evaluation/questions.jsonl', 'corpus', '.data'],
  )
  .parse(argv, { from: 'user' });

const signals = Object.keys(settings.ranking) as RankingSignal[];
const doubts = Object.keys(settings.abstention.weights) as AbstentionSignal[];
const percent = (shares: readonly number[]) => shares.map((share) => `${(100 * share).toFixed(1)} %`).join('  ');

async function examplesOf(questions: string, corpus: string, data: string): Promise<TuningExample[]> {
  const file = await openFile(readConfig({ ...environment, CORPUS_DIR: corpus, DATA_DIR: data }));
  const find = createCandidateFinder(file);
  const all = parseQuestions(await readFile(questions, 'utf8'), questions).filter(({ split }) => split === 'dev');
  const examples = await tuningExamples(all, {
    names: file.dossier.names,
    vocabulary: file.vocabulary,
    candidates: async (question, asOf) => (await find(question, { asOf })).candidates,
  });
  await file.close();
  return examples;
}

try {
  const paths = command.processedArgs[0] as string[];
  const examples: TuningExample[] = [];
  for (let at = 0; at < paths.length; at += 3)
    examples.push(...(await examplesOf(paths[at]!, paths[at + 1] ?? 'corpus', paths[at + 2] ?? '.data')));
  const ordered = rankable(examples);
  stdout.write(`${ordered.length} questions; a sentence that answers is among the first 1, 2, 3, 5:\n`);
  const ranking = fitRanking(ordered, signals);
  const held = crossValidate(ordered, (rest) => fitRanking(rest, signals), topShares);
  stdout.write(`  weights in use    ${percent(topShares(ordered, settings.ranking))}\n`);
  stdout.write(`  cross-validated   ${percent(held)}\n`);
  const answerable = examples.filter((example) => example.answerable).length;
  stdout.write(
    `${answerable} answerable and ${examples.length - answerable} unanswerable questions; area under the curve:\n`,
  );
  const abstention = fitAbstention(examples, doubts);
  const told = crossValidate(
    examples,
    (rest) => fitAbstention(rest, doubts),
    (rest, fitted) => [areaUnderCurve(rest, fitted)],
  );
  stdout.write(`  weights in use    ${areaUnderCurve(examples, settings.abstention).toFixed(3)}\n`);
  stdout.write(`  cross-validated   ${told[0]?.toFixed(3)}\n`);
  stdout.write(`${JSON.stringify({ ranking, abstention }, null, 2)}\n`);
} catch (error) {
  process.exitCode = reportFailure(error, { texts: createTexts().en, stderr, logLevel: 'info' });
}
