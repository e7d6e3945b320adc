import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { AbstentionSignal } from '../src/answering/abstention.ts';
import weights from '../src/answering/answer-weights.json' with { type: 'json' };
import { createCandidateFinder } from '../src/answering/find-candidates.ts';
import type { RankingSignal } from '../src/answering/ranking.ts';
import { type OpenedFile, openFile } from '../src/app.ts';
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
import { type EvaluationQuestion, parseQuestions } from '../src/evaluation/answers/question.ts';
import { affairQuestions } from '../src/evaluation/reading/affair-corpus.ts';
import { openAffairs } from '../src/evaluation/reading/open-affairs.ts';
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
  .option('--write', 'puts the weights to use')
  .option('--affairs <folder>', 'affairs with their questions', 'evaluation/affairs')
  .parse(argv, { from: 'user' });

const signals = Object.keys(weights.ranking) as RankingSignal[];
const doubts = Object.keys(weights.abstention.weights) as AbstentionSignal[];
const percent = (shares: readonly number[]) => shares.map((share) => `${(100 * share).toFixed(1)} %`).join('  ');

/** While weights are fitted as many sentences of each question are read: what is left out to save time must not count as read. */
const readAlike = { sentences: 12, further: 0, sure: 0, within: Number.POSITIVE_INFINITY };

async function examplesOf(questions: readonly EvaluationQuestion[], file: OpenedFile): Promise<TuningExample[]> {
  const find = createCandidateFinder({ ...file, reading: readAlike });
  return tuningExamples(
    questions.filter(({ split }) => split === 'dev'),
    {
      names: file.dossier.names,
      vocabulary: file.vocabulary,
      candidates: async (question, asOf) => (await find(question, { asOf })).candidates,
    },
  );
}

try {
  const paths = command.processedArgs[0] as string[];
  const examples: TuningExample[] = [];
  for (let at = 0; at < paths.length; at += 3) {
    const [path = '', corpus = 'corpus', data = '.data'] = paths.slice(at);
    const file = await openFile(readConfig({ ...environment, CORPUS_DIR: corpus, DATA_DIR: data }));
    examples.push(...(await examplesOf(parseQuestions(await readFile(path, 'utf8'), path), file)));
    await file.close();
  }
  for await (const { affair, file } of openAffairs(command.opts<{ affairs: string }>().affairs, environment))
    examples.push(...(await examplesOf(affairQuestions(affair), file)));
  const ordered = rankable(examples);
  stdout.write(`${ordered.length} questions; a sentence that answers is among the first 1, 2, 3, 5:\n`);
  const ranking = fitRanking(ordered, signals);
  const held = crossValidate(ordered, (rest) => fitRanking(rest, signals), topShares);
  stdout.write(`  weights in use    ${percent(topShares(ordered, weights.ranking))}\n`);
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
  stdout.write(`  weights in use    ${areaUnderCurve(examples, weights.abstention).toFixed(3)}\n`);
  stdout.write(`  cross-validated   ${told[0]?.toFixed(3)}\n`);
  const fitted = `${JSON.stringify({ ranking, abstention }, null, 2)}\n`;
  if (command.opts<{ write?: boolean }>().write)
    await writeFile(new URL('../src/answering/answer-weights.json', import.meta.url), fitted);
  else stdout.write(fitted);
} catch (error) {
  process.exitCode = reportFailure(error, { texts: createTexts().en, stderr, logLevel: 'info' });
}
