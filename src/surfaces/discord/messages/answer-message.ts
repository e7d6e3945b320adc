import type { Message } from 'discord.js';
import { detectLanguage } from '../../../text/language.ts';
import type { Language } from '../../../types.ts';
import { bestEffort } from '../best-effort.ts';
import type { BotContext } from '../context.ts';
import { conversationAt } from '../conversation-place.ts';
import { DraftEdits } from '../draft-edits.ts';
import { failureText, refusalText } from '../notices.ts';
import { preparedAnswer, saveAndCompose } from '../prepared.ts';
import { isRefusal, QuestionCancelled, type Ticket } from '../question-desk.ts';
import { newReference } from '../reference-id.ts';
import { escapeMarkdown } from '../render/markdown.ts';
import { directPages } from '../settings.ts';
import { conversationName } from '../state/stored-conversations.ts';
import { languageOfLocale } from '../texts/texts.ts';
import { ChannelDelivery } from '../wire/delivery.ts';
import type { OutgoingMessage } from '../wire/outgoing.ts';
import { addressed } from './question-in-message.ts';
import { showTyping } from './typing.ts';

/** One message from arrival to the end; never rejects. */
export async function handleMessage(context: BotContext, message: Message): Promise<void> {
  try {
    await route(context, message);
  } catch (error) {
    context.logger.error({ reference: newReference(), err: error }, 'a message could not be answered');
  }
}

async function route(context: BotContext, message: Message): Promise<void> {
  const call = await addressed(message, context.state);
  if (call.kind === 'not-for-me') return;
  const { sender, settings, logger, desk, state } = context;
  const direct = message.guildId === null;
  const target = { channelId: message.channelId, ...(direct ? {} : { repliesTo: message.id }) };
  const delivery = new ChannelDelivery({ sender, settings, logger }, target, message.author.id, message.id);
  const language = interfaceLanguage(message, call.kind === 'question' ? call.text : '');
  const texts = context.texts[language];
  if (call.kind === 'unreadable') {
    await delivery.deliver({ content: texts('refusal.replyWithoutMention') });
    return;
  }
  if (call.kind === 'greeting') {
    const question = escapeMarkdown(await context.bellerophon.exampleQuestion(language));
    await delivery.deliver({ content: texts('message.empty', { question }) });
    return;
  }
  const ticket = desk.admit(message.author.id);
  if (isRefusal(ticket)) {
    await delivery.deliver({ content: refusalText(ticket, texts) });
    await bestEffort(logger, 'count', state.count('refused'));
    return;
  }
  const { text, repliesTo } = call;
  await desk.track(
    answer(context, message, { text, language, repliesTo }, delivery, ticket).finally(() => ticket.release()),
  );
}

interface Question {
  readonly text: string;
  readonly language: Language;
  readonly repliesTo: string | undefined;
}

async function answer(
  context: BotContext,
  message: Message,
  { text, language, repliesTo }: Question,
  delivery: ChannelDelivery,
  ticket: Ticket,
): Promise<void> {
  const { bellerophon, state, logger, sender, settings, openQuestions } = context;
  const userId = message.author.id;
  const reference = newReference();
  const began = Date.now();
  const log = {
    reference,
    command: message.guildId === null ? 'direct message' : 'mention',
    user: state.userKey(userId),
  };
  openQuestions.set(message.id, ticket);
  const stopTyping = showTyping(sender, message.channelId, settings.typingInterval, logger);
  try {
    await bestEffort(logger, 'count', state.count('asked'));
    const conversation = await conversationOf(context, message, repliesTo);
    const show = async (outgoing: OutgoingMessage, signal: AbortSignal): Promise<void> => {
      const known = delivery.draftId;
      await delivery.showDraft(outgoing, signal);
      const { draftId } = delivery;
      if (draftId === undefined || draftId === known) return;
      // Deleting it gives the question up; the answer that takes its place can be replied to at once.
      openQuestions.set(draftId, ticket);
      await linkMessage(context, draftId, conversation);
    };
    const draft = new DraftEdits(show, { texts: context.texts[language], settings, logger });
    const result = await ticket
      .run((signal) => bellerophon.ask({ question: text, conversation, signal, onDraft: (piece) => draft.add(piece) }))
      .finally(() => draft.stop());
    stopTyping();
    const { messages } = await saveAndCompose(context, preparedAnswer(result, context), {
      userId,
      texts: context.texts[result.language],
      direct: directPages,
      publishable: false,
    });
    for (const [page, outgoing] of messages.entries()) {
      context.expectedMessages.set(delivery.nonceOf(page), conversation);
      const sentId = await delivery
        .deliver(outgoing, page)
        .finally(() => context.expectedMessages.delete(delivery.nonceOf(page)));
      // Somebody has deleted the message meant for it: the further pages would hang in the air.
      if (sentId === undefined) break;
      await linkMessage(context, sentId, conversation);
    }
    await bestEffort(logger, 'count', state.count(result.status));
    logger.info(
      {
        ...log,
        status: result.status,
        totalMs: Date.now() - began,
        ...(context.logQuestions ? { question: text } : {}),
      },
      'answered',
    );
  } catch (error) {
    stopTyping();
    const cancelled = error instanceof QuestionCancelled;
    if (cancelled) logger.info({ ...log, reason: error.reason }, 'given up');
    else logger.error({ ...log, err: error }, 'failed');
    await bestEffort(logger, 'count', state.count(cancelled ? 'cancelled' : 'failed'));
    const content = failureText(error, context.texts[language], reference);
    if (content !== null) await delivery.deliver({ content });
    else await bestEffort(logger, 'retract a draft', delivery.retractDraft());
  } finally {
    for (const [id, open] of openQuestions) if (open === ticket) openQuestions.delete(id);
  }
}

/** The bot's own message as the gateway tells of it: a reply to it may be the very next event. */
export async function noteOwnMessage(context: BotContext, message: Message): Promise<void> {
  const conversation = context.expectedMessages.get(String(message.nonce));
  if (conversation !== undefined) await linkMessage(context, message.id, conversation);
}

async function linkMessage({ state, logger }: BotContext, messageId: string, conversation: string): Promise<void> {
  await bestEffort(logger, 'link the answer to its conversation', state.linkMessage(messageId, conversation));
}

/** A reply to an answer goes on with that answer's conversation, whoever had begun it. */
async function conversationOf(context: BotContext, message: Message, repliesTo: string | undefined): Promise<string> {
  const { state } = context;
  const place = repliesTo === undefined ? null : await state.conversationOf(repliesTo);
  if (place !== null) return conversationName(place, state.userKey(message.author.id));
  const direct = message.guildId === null;
  const thread = !direct && message.channel.isThread();
  return conversationAt(context, message.author.id, { channelId: message.channelId, direct, thread });
}

/** Messages carry no locale: the question's own language decides, then the guild's. */
function interfaceLanguage(message: Message, text: string): Language {
  return detectLanguage(text, languageOfLocale(message.guild?.preferredLocale ?? 'fr'));
}
