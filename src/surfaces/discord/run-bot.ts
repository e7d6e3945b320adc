import { type Config, readConfig } from '../../config.ts';
import { BellerophonError, ExitCode, UsageError } from '../../errors.ts';
import { createLogger, type LogDestination, type Logger } from '../../logging.ts';
import type { ConversationStore } from '../../types.ts';
import type { AnsweringService } from './answering/answering-service.ts';
import type { RenderTimelinePicture } from './context.ts';
import { openState } from './state/open-state.ts';

export interface BotProcess {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stderr: LogDestination;
  /** Calls back when the process is asked to end. */
  onStop(stop: (signal: string) => void): void;
}

export interface BotParts {
  open(
    config: Config,
    options: {
      readonly conversations: ConversationStore;
      readonly onNotice: (message: string) => void;
      readonly onCrash: (description: string) => void;
    },
  ): Promise<AnsweringService>;
  readonly renderTimelinePicture?: RenderTimelinePicture | undefined;
}

/** Runs the bot until it is told to stop or Discord refuses it. @returns the exit code; errors are told on stderr. */
export async function runBot(process: BotProcess, parts: BotParts): Promise<ExitCode> {
  try {
    const config = readConfig({ ...process.environment });
    if (config.DISCORD_TOKEN === undefined) {
      throw new UsageError(
        'DISCORD_TOKEN is not set. Expected the token from the Bot page of the Developer Portal, in the environment or in .env; see docs/discord.md.',
      );
    }
    const logger = createLogger(config.LOG_LEVEL, process.stderr);
    return await serve(config, config.DISCORD_TOKEN, logger, process, parts);
  } catch (error) {
    const expected = error instanceof BellerophonError;
    const message =
      error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${message}\n`);
    return expected ? error.exitCode : ExitCode.unexpected;
  }
}

async function serve(
  config: Config,
  token: string,
  logger: Logger,
  process: BotProcess,
  parts: BotParts,
): Promise<ExitCode> {
  const stopped = new Promise<string>((resolve) => process.onStop(resolve));
  const state = openState({ dataDir: config.DATA_DIR, questionRetentionDays: config.QUESTION_RETENTION_DAYS });
  try {
    const onNotice = (message: string): void => logger.warn({}, message);
    const onCrash = (description: string): void => logger.error({}, description);
    const opening = parts.open(config, { conversations: state.conversations, onNotice, onCrash });
    // discord.js takes half a second to load: meanwhile the index opens in its own process.
    const [bellerophon, { startDiscordBot }] = await Promise.all([opening, import('./bot.ts')]);
    try {
      const bot = await startDiscordBot({
        token,
        api: config.DISCORD_API,
        guildId: config.DISCORD_GUILD_ID,
        healthPort: config.HEALTH_PORT,
        bellerophon,
        state,
        logger,
        renderTimelinePicture: parts.renderTimelinePicture,
        logQuestions: config.LOG_QUESTIONS,
        questionRetentionDays: config.QUESTION_RETENTION_DAYS,
      });
      const end = await Promise.race([stopped, bot.failed]);
      if (typeof end === 'string') logger.info({ signal: end }, 'stopping');
      await bot.close();
      if (typeof end !== 'string') throw end;
      logger.info({}, 'stopped');
      return ExitCode.ok;
    } finally {
      await bellerophon.close();
    }
  } finally {
    await state.close();
  }
}
