import { join } from 'node:path';
import { readConfig } from '../../config.ts';
import { ExitCode } from '../../errors.ts';
import type { Language } from '../../types.ts';
import type { CommandEnvironment, OpenBellerophon } from '../command-line/environment.ts';
import { readLines } from '../command-line/input-lines.ts';
import { openWithProgress } from '../command-line/open-with-progress.ts';
import { OutputClosed, openOutput } from '../command-line/output.ts';
import { describeFailure, reportFailure } from '../failure.ts';
import { interfaceLanguage } from '../locale.ts';
import type { RenderContext } from '../render/context.ts';
import { styleOf } from '../style.ts';
import { createTexts } from '../texts/texts.ts';
import { converse } from './dialogue.ts';
import { openHistory } from './history.ts';
import { Session } from './session.ts';
import { renderWelcome } from './welcome.ts';

const historyLimit = 1000;

/** Runs the REPL until the input ends: a dialogue on a terminal, plain lines in a pipe. Never rejects. */
export async function runRepl(process: CommandEnvironment, open: OpenBellerophon): Promise<ExitCode> {
  const { environment, stdin, stdout, stderr } = process;
  const catalogues = createTexts();
  let language = interfaceLanguage(undefined, environment);
  let logLevel = 'info';
  try {
    const config = readConfig(environment);
    logLevel = config.LOG_LEVEL;
    language = interfaceLanguage(config.BELLEROPHON_LANGUAGE, environment);
    const bellerophon = await openWithProgress(open, config, { stderr, texts: catalogues[language] });
    try {
      // Asked anew for each answer: the window may have been resized.
      const contextIn = (other: Language): RenderContext => ({
        ...styleOf(stdout, environment),
        language: other,
        texts: catalogues[other],
      });
      const session = new Session({ bellerophon, catalogues, language, contextIn });
      if (stdin.isTTY && stdout.isTTY) {
        stdout.write(`${renderWelcome(bellerophon, contextIn(language))}\n`);
        const history = openHistory(join(config.DATA_DIR, 'history'), historyLimit, (reason) => {
          stderr.write(`${session.texts('repl.historyUnusable', { reason })}\n`);
        });
        await converse(session, { stdin, stdout, colours: contextIn(language).colours, history, bellerophon });
      } else await answerPipe(session, process);
      return ExitCode.ok;
    } finally {
      await bellerophon.close();
    }
  } catch (error) {
    if (error instanceof OutputClosed) return ExitCode.ok;
    return reportFailure(error, { texts: catalogues[language], stderr, logLevel });
  }
}

/** No prompt and no greeting: one line in, one answer out. A question that fails does not end the run. */
async function answerPipe(session: Session, { stdin, stdout, stderr }: CommandEnvironment): Promise<void> {
  const output = openOutput(stdout);
  let first = true;
  for await (const { text } of readLines(stdin)) {
    if (text === null || text.trim() === '') continue;
    try {
      const answer = await session.handle(text);
      if (session.left) return;
      await output.line(first ? answer : `\n${answer}`);
      first = false;
    } catch (error) {
      if (error instanceof OutputClosed) throw error;
      stderr.write(`${describeFailure(error, session.texts).line}\n`);
    }
  }
}
