import { Command, CommanderError } from 'commander';
import { readConfig } from '../src/config.ts';
import { splitArticle } from '../src/corpus/split-article.ts';
import { openEmbedder } from '../src/embedding/open-embedder.ts';
import { ExitCode } from '../src/errors.ts';
import { openMeasuredSearch } from '../src/evaluation/measured-search.ts';
import { evaluateRetrieval } from '../src/evaluation/retrieval.ts';
import { readRetrievalSet } from '../src/evaluation/retrieval-set.ts';
import { retrievalTable } from '../src/evaluation/retrieval-table.ts';
import { readFusionSettings } from '../src/retrieval/fusion-settings.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { interfaceLanguage } from '../src/surfaces/locale.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { readEnvironment } from './environment.ts';

const { argv, environment, stdout, stderr } = readEnvironment();
try {
  const command = new Command('evaluate')
    .description('Measures retrieval on a set of passages and questions.')
    .requiredOption('--passages <file>', 'JSON lines {"id","text","title"?}')
    .requiredOption('--queries <file>', 'JSON lines {"id","question","passage"}')
    .option('--json', 'print one JSON object')
    .exitOverride()
    .parse(argv, { from: 'user' });
  const options = command.opts<{ passages: string; queries: string; json?: true }>();
  const set = await readRetrievalSet(options.passages, options.queries);
  const { embedder, folder } = await openEmbedder(readConfig(environment));
  const fusion = await readFusionSettings(folder);
  const report = await evaluateRetrieval(set, embedder.modelId, (articles) =>
    openMeasuredSearch(articles, { embedder, fusion, split: (article) => splitArticle(article) }),
  );
  await embedder.close();
  stdout.write(options.json ? `${JSON.stringify(report)}\n` : retrievalTable(report));
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
  else
    process.exitCode = reportFailure(error, {
      texts: createTexts()[interfaceLanguage(undefined, environment)],
      stderr,
      logLevel: 'info',
    });
}
