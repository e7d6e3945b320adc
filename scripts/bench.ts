import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { BenchReport } from '../src/bench/figures.ts';
import { benchTable } from '../src/bench/report-table.ts';
import { runBench } from '../src/bench/run-bench.ts';
import { writeSyntheticCorpus } from '../src/bench/synthetic-corpus.ts';
import { readArticles } from '../src/corpus/read-corpus.ts';
import { scanCorpus } from '../src/corpus/scan-corpus.ts';
import { ExitCode } from '../src/errors.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { interfaceLanguage } from '../src/surfaces/locale.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { readEnvironment } from './environment.ts';

const { argv, environment, stdout, stderr } = readEnvironment();
const workDir = mkdtempSync(join(tmpdir(), 'bellerophon-bench-'));
try {
  const command = new Command('bench')
    .description('Measures every stage on corpus/ and on the same articles among generated ones.')
    .option('--json', 'print one JSON object')
    .option('--against <file>', 'show ratios to the JSON of an earlier run')
    .option('--passages <number>', 'passages of the generated corpus', '20000')
    .exitOverride()
    .parse(argv, { from: 'user' });
  const options = command.opts<{ json?: true; against?: string; passages: string }>();
  const previous: BenchReport | undefined = options.against && JSON.parse(readFileSync(options.against, 'utf8'));

  const { articles } = await readArticles(await scanCorpus('corpus'));
  const synthetic = join(workDir, 'articles');
  cpSync('corpus', synthetic, { recursive: true });
  await writeSyntheticCorpus(synthetic, {
    texts: articles.map(({ text }) => text),
    passages: Number(options.passages),
  });
  const questions = readFileSync('evaluation/questions.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).question);
  const report = await runBench({
    corpora: { corpus: 'corpus', synthetic },
    workDir,
    questions,
    environment,
    coldStarts: 5,
    onStage: (corpus, stage) => stderr.write(`${corpus}: ${stage}\n`),
  });
  stdout.write(`${options.json ? JSON.stringify(report) : benchTable(report, previous)}\n`);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
  else {
    const texts = createTexts()[interfaceLanguage(undefined, environment)];
    process.exitCode = reportFailure(error, { texts, stderr, logLevel: 'info' });
  }
} finally {
  rmSync(workDir, { recursive: true, force: true });
}
