import { Command, CommanderError } from 'commander';
import { type Config, readConfig } from '../../config.ts';
import { ExitCode, UsageError } from '../../errors.ts';
import type { Language } from '../../types.ts';
import { reportFailure } from '../failure.ts';
import { interfaceLanguage } from '../locale.ts';
import { safeLine } from '../plain-text.ts';
import { type Progress, showProgress } from '../progress.ts';
import {
  type BuildSummary,
  type CorpusProblem,
  type CorpusReport,
  renderBuildSummary,
  renderCorpusReport,
  renderNames,
  renderProblem,
} from '../render/build-report.ts';
import { styleOf } from '../style.ts';
import { createTexts, type Texts } from '../texts/texts.ts';
import type { CommandEnvironment } from './environment.ts';
import { OutputClosed, openOutput } from './output.ts';

export interface BuildListeners {
  readonly onProgress: (progress: Progress) => void;
  readonly onNotice: (message: string) => void;
  readonly onProblem: (problem: CorpusProblem) => void;
}

/** What the command needs of other stages. */
export interface BuildIndexTools {
  /** Builds the index or brings it up to date; from nothing when `force` is set. */
  build(config: Config, options: BuildListeners & { readonly force: boolean }): Promise<BuildSummary>;
  /** Reads and cleans the whole corpus, without an index. */
  readCorpus(config: Config): Promise<CorpusReport>;
}

/** Runs `build-index`. @returns ExitCode.corpusProblems when some files could not be used. Never rejects. */
export async function runBuildIndex(process: CommandEnvironment, tools: BuildIndexTools): Promise<ExitCode> {
  const { argv, environment, stderr, stdout } = process;
  const catalogues = createTexts();
  let language: Language = interfaceLanguage(undefined, environment);
  let logLevel = 'info';
  const output = openOutput(stdout);
  try {
    const config = readConfig(environment);
    logLevel = config.LOG_LEVEL;
    language = interfaceLanguage(config.BELLEROPHON_LANGUAGE, environment);
    const texts = catalogues[language];
    const flags = readFlags(argv, texts, (text) => stdout.write(text));
    if (flags === null) return ExitCode.ok;
    const context = { ...styleOf(stdout, environment), language, texts };

    const problems: CorpusProblem[] = [];
    if (flags.report) {
      const report = await tools.readCorpus(config);
      problems.push(...report.problems);
      await output.line(renderCorpusReport(report, context));
    } else {
      const progress = showProgress(stderr, texts);
      const notices: string[] = [];
      const summary = await tools
        .build(config, {
          force: flags.force === true,
          onProgress: progress.report,
          onNotice: (message) => notices.push(safeLine(message)),
          onProblem: (problem) => problems.push(problem),
        })
        .finally(progress.stop);
      for (const notice of notices) stderr.write(`${notice}\n`);
      await output.line(flags.names ? renderNames(summary.names, context) : renderBuildSummary(summary, context));
    }
    for (const problem of problems) stderr.write(`${renderProblem(problem)}\n`);
    return problems.length > 0 ? ExitCode.corpusProblems : ExitCode.ok;
  } catch (error) {
    if (error instanceof OutputClosed) return ExitCode.ok;
    return reportFailure(error, { texts: catalogues[language], stderr, logLevel });
  }
}

interface Flags {
  readonly report?: true;
  readonly names?: true;
  readonly force?: true;
}

/** @returns null when the help has been printed. */
function readFlags(argv: readonly string[], texts: Texts, print: (text: string) => void): Flags | null {
  const command = new Command('build-index')
    .description(texts('usage.buildIndex'))
    .helpOption('-h, --help', texts('usage.help'))
    .option('--report', texts('usage.buildIndex.report'))
    .option('--names', texts('usage.buildIndex.names'))
    .option('--force', texts('usage.buildIndex.force'))
    .configureOutput({ writeOut: print, writeErr: () => undefined })
    .exitOverride();
  try {
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return null;
    throw new UsageError(error.message.replace(/^error: /, ''));
  }
  return command.opts<Flags>();
}
