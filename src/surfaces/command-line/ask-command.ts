import { type Config, readConfig } from '../../config.ts';
import { ExitCode } from '../../errors.ts';
import type { Language } from '../../types.ts';
import { reportFailure } from '../failure.ts';
import { interfaceLanguage } from '../locale.ts';
import { styleOf } from '../style.ts';
import { createTexts } from '../texts/texts.ts';
import { type AskRun, answerJsonl, answerQuestion, showProfile, showTimeline, showVerdict } from './ask-actions.ts';
import { type DossierAction, readAskOptions } from './ask-options.ts';
import type { CommandEnvironment, OpenBellerophon, RenderTimelinePicture } from './environment.ts';
import { openWithProgress } from './open-with-progress.ts';
import { OutputClosed, openOutput } from './output.ts';

/** What the command needs of other stages; each is loaded only by the runs that need it. */
export interface AskTools {
  readonly open: OpenBellerophon;
  readonly renderTimelinePicture: RenderTimelinePicture;
  /** Tries the chat model once; `message` is one line. */
  checkChatModel(config: Config, language: Language): Promise<{ readonly ok: boolean; readonly message: string }>;
  /** The prompt that a chat model gets. */
  showPrompt(language: Language): Promise<string>;
}

/** Runs `ask`. Standard output carries answers only; everything else goes to standard error. Never rejects. */
export async function runAsk(process: CommandEnvironment, tools: AskTools): Promise<ExitCode> {
  const { argv, environment, stdin, stderr, stdout } = process;
  const catalogues = createTexts();
  let language = interfaceLanguage(undefined, environment);
  let logLevel = 'info';
  const output = openOutput(stdout);
  try {
    const config = readConfig(environment);
    logLevel = config.LOG_LEVEL;
    language = interfaceLanguage(config.BELLEROPHON_LANGUAGE, environment);
    const texts = catalogues[language];
    const options = readAskOptions(argv, { texts, language, print: (text) => stdout.write(`${text}\n`) });
    const { action } = options;
    if (action.kind === 'told') return ExitCode.ok;
    if (action.kind === 'show-prompt') {
      await output.line((await tools.showPrompt(options.language ?? language)).trimEnd());
      return ExitCode.ok;
    }
    if (action.kind === 'check-model') {
      const { ok, message } = await tools.checkChatModel(config, options.language ?? language);
      await output.line(options.json ? JSON.stringify({ ok, message }) : message);
      return ok ? ExitCode.ok : ExitCode.provider;
    }

    const bellerophon = await openWithProgress(tools.open, config, { stderr, texts });
    const style = styleOf(stdout, environment);
    try {
      return await act(action, {
        bellerophon,
        options,
        output,
        stdin,
        note: (line) => stderr.write(`${line}\n`),
        language,
        texts,
        contextIn: (other) => ({ ...style, language: other, texts: catalogues[other] }),
        concurrency: config.CHAT_MODEL === undefined ? 1 : config.CHAT_CONCURRENCY,
        renderTimelinePicture: tools.renderTimelinePicture,
      });
    } finally {
      await bellerophon.close();
    }
  } catch (error) {
    if (error instanceof OutputClosed) return ExitCode.ok;
    return reportFailure(error, { texts: catalogues[language], stderr, logLevel });
  }
}

function act(action: DossierAction, run: AskRun): Promise<ExitCode> {
  switch (action.kind) {
    case 'question':
      return answerQuestion(action, run);
    case 'jsonl':
      return answerJsonl(run);
    case 'timeline':
      return showTimeline(action, run);
    case 'who':
      return showProfile(action, run);
    case 'check':
      return showVerdict(action, run);
  }
}
