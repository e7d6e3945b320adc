import type { CommandInteraction } from 'discord.js';
import { InteractionContextType, PermissionFlagsBits } from 'discord.js';
import { bestEffort } from '../best-effort.ts';
import type { BotContext } from '../context.ts';
import { DraftEdits } from '../draft-edits.ts';
import { failureText, refusalText } from '../notices.ts';
import { type Prepared, saveAndCompose } from '../prepared.ts';
import { isRefusal, QuestionCancelled, type Ticket } from '../question-desk.ts';
import { newReference } from '../reference-id.ts';
import { languageOfLocale } from '../texts/texts.ts';
import { type Delivery, InteractionDelivery } from '../wire/delivery.ts';
import { InteractionReply } from '../wire/interaction-reply.ts';

export interface QuestionCommand {
  /** For the logs. */
  readonly name: string;
  readonly ephemeral: boolean;
  readonly publishable: boolean;
  /** For replies to the answer. */
  readonly conversation?: string | undefined;
  /** A string is a plain notice without buttons. `onDraft` takes pieces of an unchecked draft. */
  work(signal: AbortSignal, onDraft: (piece: string) => void): Promise<Prepared | string>;
}

/** Acknowledges at once, works in turn, and puts the answer, or an honest line, in place of "thinking…". */
export async function answerInteraction(
  context: BotContext,
  interaction: CommandInteraction,
  command: QuestionCommand,
): Promise<void> {
  const { desk, client, settings, state, logger, texts: catalogues } = context;
  const texts = catalogues[languageOfLocale(interaction.locale)];
  const reply = new InteractionReply(client.rest, interaction, settings);
  const ticket = desk.admit(interaction.user.id);
  if (isRefusal(ticket)) {
    await reply.send({ content: refusalText(ticket, texts) }, true);
    await bestEffort(logger, 'count', state.count('refused'));
    return;
  }
  const handling = handle(context, interaction, command, reply, ticket).finally(() => ticket.release());
  await desk.track(handling);
}

async function handle(
  context: BotContext,
  interaction: CommandInteraction,
  command: QuestionCommand,
  reply: InteractionReply,
  ticket: Ticket,
): Promise<void> {
  const { settings, state, logger, sender, openQuestions } = context;
  const texts = context.texts[languageOfLocale(interaction.locale)];
  const userId = interaction.user.id;
  const reference = newReference();
  const began = Date.now();
  const acknowledgement = await reply.defer(command.ephemeral).catch((error: unknown) => {
    logger.warn({ reference, err: error }, 'an interaction could not be acknowledged');
    return { state: 'expired' } as const;
  });
  const acknowledged = acknowledgement.state === 'acknowledged';
  const messageId = acknowledged ? acknowledgement.messageId : undefined;
  const acknowledgedMs = Date.now() - began;
  const place = {
    interactionId: interaction.id,
    userId,
    ephemeral: command.ephemeral,
    channelId: writableChannel(interaction),
  };
  const delivery = new InteractionDelivery({ sender, settings, logger }, reply, place, acknowledged);
  const draft = new DraftEdits((message, signal) => delivery.showDraft(message, signal), { texts, settings, logger });
  const log = { reference, command: command.name, user: state.userKey(userId), acknowledgedMs };
  if (messageId !== undefined) openQuestions.set(messageId, ticket);
  try {
    await bestEffort(logger, 'count', state.count('asked'));
    const outcome = await ticket
      .run((signal) => command.work(signal, (piece) => draft.add(piece)))
      .finally(() => draft.stop());
    await send(context, interaction, command, reply, delivery, outcome, messageId);
    const status = typeof outcome === 'string' ? 'notice' : outcome.status;
    if (status !== 'notice') await bestEffort(logger, 'count', state.count(status));
    logger.info({ ...log, status, totalMs: Date.now() - began }, 'answered');
  } catch (error) {
    const cancelled = error instanceof QuestionCancelled;
    if (cancelled) logger.info({ ...log, reason: error.reason }, 'given up');
    else logger.error({ ...log, err: error }, 'failed');
    await bestEffort(logger, 'count', state.count(cancelled ? 'cancelled' : 'failed'));
    const content = failureText(error, texts, reference);
    if (content !== null) await delivery.deliver({ content });
  } finally {
    if (messageId !== undefined) openQuestions.delete(messageId);
  }
}

async function send(
  context: BotContext,
  interaction: CommandInteraction,
  command: QuestionCommand,
  reply: InteractionReply,
  delivery: Delivery,
  outcome: Prepared | string,
  messageId: string | undefined,
): Promise<void> {
  if (typeof outcome === 'string') {
    await delivery.deliver({ content: outcome });
    return;
  }
  const { answerId, messages } = await saveAndCompose(context, outcome, {
    userId: interaction.user.id,
    texts: context.texts[languageOfLocale(interaction.locale)],
    // One message, edited in: follow-ups cannot be repeated safely, and user-installed apps have five of them.
    direct: 1,
    publishable: command.publishable,
  });
  if (command.publishable) context.publishTokens.keep(answerId, reply);
  // Before it is seen: a reply to it may come at once.
  await link(context, messageId, command);
  const [message] = messages;
  if (message === undefined) return;
  await link(context, await delivery.deliver(message), command);
}

async function link(
  { state, logger }: BotContext,
  messageId: string | undefined,
  { conversation }: QuestionCommand,
): Promise<void> {
  if (messageId === undefined || conversation === undefined) return;
  await bestEffort(logger, 'link the answer to its conversation', state.linkMessage(messageId, conversation));
}

/** The channel when the bot itself may write there, not merely answer: a guild it is in, or its direct messages. */
function writableChannel(interaction: CommandInteraction): string | undefined {
  const { channelId, guildId, guild, appPermissions } = interaction;
  if (channelId === null) return undefined;
  // Absent from older payloads; private channels of users are not the bot's.
  if (guildId === null) return interaction.context === InteractionContextType.PrivateChannel ? undefined : channelId;
  return guild !== null && appPermissions.has(PermissionFlagsBits.SendMessages) ? channelId : undefined;
}
