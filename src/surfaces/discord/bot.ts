import { type Client, Events, Status } from 'discord.js';
import type { BellerophonError } from '../../errors.ts';
import type { Logger } from '../../logging.ts';
import type { AnsweringService } from './answering/answering-service.ts';
import { PublishTokens } from './buttons/publish-tokens.ts';
import type { BotContext, RenderTimelinePicture } from './context.ts';
import { handleInteraction } from './interactions.ts';
import { createClient } from './lifecycle/create-client.ts';
import { fatalClose, invalidatedSession } from './lifecycle/fatal.ts';
import { serveHealth } from './lifecycle/health.ts';
import { login } from './lifecycle/login.ts';
import { checkCommands } from './lifecycle/missing-commands.ts';
import { welcome } from './lifecycle/welcome.ts';
import { handleMessage, noteOwnMessage } from './messages/answer-message.ts';
import { QuestionDesk } from './question-desk.ts';
import { Seen } from './seen.ts';
import { defaultSettings, type Settings } from './settings.ts';
import type { BotState } from './state/bot-state.ts';
import { createTexts } from './texts/texts.ts';
import { ChannelSender } from './wire/channel-sender.ts';

export interface BotOptions {
  readonly token: string;
  /** REST base, e.g. `http://127.0.0.1:8080/api`; the real Discord by default. */
  readonly api?: string | undefined;
  readonly guildId?: string | undefined;
  readonly healthPort?: number | undefined;
  readonly bellerophon: AnsweringService;
  readonly state: BotState;
  readonly logger: Logger;
  readonly renderTimelinePicture?: RenderTimelinePicture | undefined;
  readonly logQuestions: boolean;
  readonly questionRetentionDays: number;
  readonly settings?: Partial<Settings> | undefined;
}

export interface DiscordBot {
  /** Settles only when Discord has refused the bot for good. */
  readonly failed: Promise<BellerophonError>;
  readonly healthPort: number | undefined;
  /** Takes no more questions, finishes or apologises for those under way, and leaves. State and index stay open. */
  close(): Promise<void>;
}

/**
 * Connects the bot and resolves once it takes questions.
 * @throws DiscordError when Discord refuses it, BellerophonError when Discord cannot be reached.
 */
export async function startDiscordBot(options: BotOptions): Promise<DiscordBot> {
  const { state, logger, bellerophon } = options;
  const settings = { ...defaultSettings, ...options.settings };
  const client = createClient(settings, options.api);
  const desk = new QuestionDesk(settings);
  const context: BotContext = {
    client: client as Client<true>,
    bellerophon,
    state,
    desk,
    sender: new ChannelSender(client.rest),
    settings,
    logger,
    texts: createTexts(),
    renderTimelinePicture: options.renderTimelinePicture,
    logQuestions: options.logQuestions,
    questionRetentionDays: options.questionRetentionDays,
    commandIds: new Map(),
    openQuestions: new Map(),
    publishTokens: new PublishTokens(),
    expectedMessages: new Map(),
  };
  const failed = watchForFatalCloses(client);
  listen(context);

  let closing = false;
  const connected = (): boolean => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);
  const health =
    options.healthPort === undefined ? undefined : await serveHealth(options.healthPort, () => !closing && connected());
  const sweep = (): void => {
    state.sweep(Date.now()).catch((error: unknown) => logger.error({ err: error }, 'old records could not be deleted'));
  };
  const sweeper = setInterval(sweep, settings.sweepInterval);
  const leave = async (): Promise<void> => {
    closing = true;
    clearInterval(sweeper);
    await desk.close();
    await client.destroy();
    await health?.close();
  };
  try {
    await login(client, options.token, failed, logger);
  } catch (error) {
    await leave();
    throw error;
  }
  logger.info({ shards: client.ws.shards.size, servers: client.guilds.cache.size }, 'ready');
  sweep();
  void checkCommands(context, options.guildId);
  return { failed, healthPort: health?.port, close: leave };
}

/** Every event is answered once, also when the gateway repeats it. */
function listen(context: BotContext): void {
  const { client, logger, state, openQuestions } = context;
  const seen = new Seen();
  client.on(Events.InteractionCreate, (interaction) => {
    if (seen.first(interaction.id)) void handleInteraction(context, interaction);
  });
  client.on(Events.MessageCreate, (message) => {
    if (!seen.first(message.id)) return;
    void (message.author?.id === client.user.id ? noteOwnMessage(context, message) : handleMessage(context, message));
  });
  client.on(Events.MessageDelete, ({ id }) => openQuestions.get(id)?.cancel('deleted'));
  client.on(Events.MessageBulkDelete, (messages) => {
    for (const id of messages.keys()) openQuestions.get(id)?.cancel('deleted');
  });
  client.on(Events.GuildCreate, (guild) => void welcome(context, guild));
  client.on(Events.GuildDelete, ({ id }) => {
    state.forgetGuild(id).catch((error: unknown) => logger.warn({ err: error }, 'a server could not be forgotten'));
  });
  client.on(Events.Error, (error) => logger.error({ err: error }, 'discord.js reports an error'));
  client.on(Events.Warn, (warning) => logger.warn({ warning }, 'discord.js warns'));
  client.on(Events.ShardError, (error, shard) => logger.warn({ shard, err: error }, 'the connection has failed'));
  client.on(Events.ShardReconnecting, (shard) => logger.info({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => logger.info({ shard, replayed }, 'resumed'));
  client.rest.on('rateLimited', ({ route, retryAfter, global }) =>
    logger.warn({ route, retryAfterMs: retryAfter, global }, 'waiting for a rate limit'),
  );
}

/** After a fatal close `client.ws.status` still reads Ready; only these events tell. */
function watchForFatalCloses(client: Client): Promise<BellerophonError> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      if (code === 4004 || code >= 4010) resolve(fatalClose(code));
    });
    client.on(Events.Invalidated, () => resolve(invalidatedSession()));
  });
}
