import { Command } from 'commander';
import pc from 'picocolors';
import { readConfig } from '../src/config.ts';
import { type ArticleData, type IngestOutcome, ingest } from '../src/corpus/ingest.ts';
import { BellerophonError, ExitCode } from '../src/errors.ts';

interface Flags extends ArticleData {
  readonly into?: string;
  readonly force?: boolean;
}

const command = new Command('ingest')
  .description('Turn raw .txt, .html or .md files into cleaned articles of the press file.')
  .argument('<sources...>', 'files or folders')
  .option('--outlet <name>', 'who published it')
  .option('--author <name>', 'who wrote it')
  .option('--published <date>', 'YYYY-MM-DD, YYYY-MM or YYYY')
  .option('--url <address>', 'where it can be read (one file only)')
  .option('--title <title>', 'its headline (one file only)')
  .option('--into <folder>', 'where the .md files go (default: CORPUS_DIR)')
  .option('--force', 'replace files that are there')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? ExitCode.ok : ExitCode.usage));

function report(outcome: IngestOutcome): string {
  if (outcome.status === 'unusable') {
    const { file, field, reason } = outcome.problem;
    return `${pc.red('unusable')}  ${file}${field ? ` (${field})` : ''}: ${reason}`;
  }
  const { status, source, target, article, record } = outcome;
  const label = { written: pc.green('written'), unchanged: pc.dim('unchanged'), exists: pc.yellow('exists') }[status];
  const hint = status === 'exists' ? ' (left alone; --force replaces it)' : '';
  const data = `${article.title} | ${article.outlet ?? 'outlet?'} | ${article.published ?? 'date?'} | ${article.language}`;
  const removed = record.removed.map(
    ({ text, reason }) => `    - ${reason}: ${text.replace(/\s+/g, ' ').slice(0, 100)}`,
  );
  const counts = `  kept ${record.kept.length} paragraphs, removed ${removed.length} pieces`;
  return [`${label}  ${source} → ${target}${hint}`, `  ${data}`, counts, ...removed].join('\n');
}

function exitCode(outcomes: readonly IngestOutcome[]): ExitCode {
  const isDone = ({ status }: IngestOutcome) => status === 'written' || status === 'unchanged';
  if (outcomes.every(isDone) && outcomes.length > 0) return ExitCode.ok;
  return outcomes.some(({ status }) => status !== 'unusable') ? ExitCode.corpusProblems : ExitCode.corpusEmpty;
}

try {
  command.parse();
  const { into, force = false, ...data } = command.opts<Flags>();
  const outcomes = await ingest(command.args, { into: into ?? readConfig(process.env).CORPUS_DIR, data, force });
  for (const outcome of outcomes) console.log(report(outcome));
  if (outcomes.length === 0) console.error('No .md, .txt or .html file there.');
  process.exitCode = exitCode(outcomes);
} catch (error) {
  if (!(error instanceof BellerophonError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
