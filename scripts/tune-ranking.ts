import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { createCandidateFinder } from '../src/answering/find-candidates.ts';
import type { RankingSignal } from '../src/answering/ranking.ts';
import { settings } from '../src/answering/settings.ts';
import { openFile } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { parseQuestions } from '../src/evaluation/answers/question.ts';
import {
  crossValidate,
  fitRanking,
  type RankedExample,
  rankedExamples,
  topShares,
} from '../src/evaluation/ranking-tuning.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { readEnvironment } from './environment.ts';

const { argv, environment, stdout, stderr } = readEnvironment();
const command = new Command('tune-ranking')
  .description('Fits the weights that rank sentences, on the development halves of question sets.')
  .argument('[set...]', 'question sets, each followed by its corpus folder and a folder for its index', [
    'evaluation/questions.jsonl',
    'corpus',
    '.data',
  ])
  .parse(argv, { from: 'user' });
const names = Object.keys(settings.ranking) as RankingSignal[];
const percent = (shares: readonly number[]) => shares.map((share) => `${(100 * share).toFixed(1)} %`).join('  ');
try {
  const sets: RankedExample[][] = [];
  for (let at = 0; at < command.args.length || at === 0; at += 3) {
    const [questions, corpus, data] = (command.processedArgs[0] as string[]).slice(at, at + 3);
    const config = readConfig({ ...environment, CORPUS_DIR: corpus, DATA_DIR: data });
    const { dossier, vocabulary, retriever, vectors, close } = await openFile(config);
    const find = createCandidateFinder({ dossier, retriever, vectors });
    const all = parseQuestions(await readFile(questions!, 'utf8'), questions!).filter(({ split }) => split === 'dev');
    sets.push(
      await rankedExamples(all, {
        names: dossier.names,
        vocabulary,
        candidates: async (question, asOf) => (await find(question, { asOf })).candidates,
      }),
    );
    await close();
  }
  const examples = sets.flat();
  stdout.write(`${examples.length} questions; a sentence that answers is among the first 1, 2, 3, 5:\n`);
  stdout.write(`  weights in use    ${percent(topShares(examples, settings.ranking))}\n`);
  stdout.write(`  cross-validated   ${percent(crossValidate(examples, names))}\n`);
  const fitted = fitRanking(examples, names);
  stdout.write(`  fitted            ${percent(topShares(examples, fitted))}\n${JSON.stringify(fitted, null, 2)}\n`);
} catch (error) {
  process.exitCode = reportFailure(error, { texts: createTexts().en, stderr, logLevel: 'info' });
}
