import { Command, CommanderError } from 'commander';
import { readConfig } from '../src/config.ts';
import { ExitCode, UsageError } from '../src/errors.ts';
import {
  type AnswerEvaluationOptions,
  addAnswerEvaluationOptions,
  evaluateAnswers,
} from '../src/evaluation/answers/command.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { interfaceLanguage } from '../src/surfaces/locale.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { readEnvironment } from './environment.ts';

interface Options extends AnswerEvaluationOptions {
  readonly answers?: true;
  readonly passages?: string;
  readonly queries?: string;
}

const { argv, environment, stdout, stderr } = readEnvironment();
try {
  const command = new Command('evaluate')
    .description('Measures retrieval on a set of passages and queries, or answers on a set of questions.')
    .option('--passages <file>', 'JSON lines {"id","text","title"?}')
    .option('--queries <file>', 'JSON lines {"id","question","passage"}')
    .option('--json', 'print one JSON object')
    .exitOverride();
  const options = addAnswerEvaluationOptions(command).parse(argv, { from: 'user' }).opts<Options>();
  if (options.answers) process.exitCode = await measureAnswers(options);
  else await measureRetrieval(options);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
  else
    process.exitCode = reportFailure(error, {
      texts: createTexts()[interfaceLanguage(undefined, environment)],
      stderr,
      logLevel: 'info',
    });
}

async function measureAnswers(options: Options): Promise<0 | 1> {
  const { openBellerophon } = await import('../src/app.ts');
  const bellerophon = await openBellerophon(readConfig(environment));
  try {
    const { dossier } = bellerophon;
    return await evaluateAnswers(options, { bellerophon, dossier, write: (text) => stdout.write(text) });
  } finally {
    await bellerophon.close();
  }
}

async function measureRetrieval({ passages, queries, json }: Options): Promise<void> {
  if (passages === undefined || queries === undefined) {
    throw new UsageError('Give --passages and --queries to measure retrieval, or --answers to measure answers.');
  }
  const { evaluateRetrieval } = await import('../src/evaluation/retrieval.ts');
  const { openMeasuredSearch } = await import('../src/evaluation/measured-search.ts');
  const { readRetrievalSet } = await import('../src/evaluation/retrieval-set.ts');
  const { retrievalTable } = await import('../src/evaluation/retrieval-table.ts');
  const { openEmbedder } = await import('../src/embedding/open-embedder.ts');
  const { readFusionSettings } = await import('../src/retrieval/fusion-settings.ts');
  const { splitArticle } = await import('../src/corpus/split-article.ts');
  const set = await readRetrievalSet(passages, queries);
  const { embedder, wordEmbedder, folder } = await openEmbedder(readConfig(environment));
  try {
    const fusion = await readFusionSettings(folder);
    const report = await evaluateRetrieval(set, embedder.modelId, (articles) =>
      openMeasuredSearch(articles, { embedder, wordEmbedder, fusion, split: (article) => splitArticle(article) }),
    );
    stdout.write(json ? `${JSON.stringify(report)}\n` : retrievalTable(report));
  } finally {
    await embedder.close();
    if (wordEmbedder !== embedder) await wordEmbedder.close();
  }
}
