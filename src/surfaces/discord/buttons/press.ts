import {
  type ButtonInteraction,
  ComponentType,
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { bestEffort } from '../best-effort.ts';
import { turnSourcesPage } from '../commands/information.ts';
import type { BotContext } from '../context.ts';
import { escapeMarkdown, shorten } from '../render/markdown.ts';
import { quotePages } from '../render/quotes.ts';
import type { StoredAnswer } from '../state/bot-state.ts';
import { languageOfLocale, type Texts } from '../texts/texts.ts';
import { InteractionReply } from '../wire/interaction-reply.ts';
import { buttonRow, type OutgoingMessage } from '../wire/outgoing.ts';
import { answerButtons, button } from './answer-buttons.ts';
import { customId, parseCustomId } from './custom-id.ts';

interface Press {
  readonly context: BotContext;
  readonly interaction: ButtonInteraction;
  readonly reply: InteractionReply;
  readonly texts: Texts;
  readonly answer: StoredAnswer;
}

/** A press of any button of the bot, also of one made before a restart or by an earlier version. */
export async function pressButton(context: BotContext, interaction: ButtonInteraction): Promise<void> {
  const action = parseCustomId(interaction.customId);
  if (action?.verb === 'sources') return turnSourcesPage(context, interaction, action.page, action.filter);
  const reply = new InteractionReply(context.client.rest, interaction, context.settings);
  const texts = context.texts[languageOfLocale(interaction.locale)];
  const answer = action === null ? null : await context.state.findAnswer(action.answerId);
  if (action === null || answer === null) return expire(interaction, reply, texts);
  const press = { context, interaction, reply, texts, answer };
  switch (action.verb) {
    case 'quotes':
      return showQuotes(press, action.page);
    case 'more':
      return showMore(press, action.page);
    case 'publish':
      return publish(press);
    case 'good':
      return praise(press);
    case 'bad':
      return askReason(press);
    default:
      return expire(interaction, reply, texts);
  }
}

/** The reason behind a 👎. */
export async function submitReason(context: BotContext, interaction: ModalSubmitInteraction): Promise<void> {
  const action = parseCustomId(interaction.customId);
  const texts = context.texts[languageOfLocale(interaction.locale)];
  const reply = new InteractionReply(context.client.rest, interaction, context.settings);
  if (action?.verb === 'reason') {
    const reason = interaction.fields.getTextInputValue('reason').trim() || undefined;
    await context.state.saveFeedback({ answer: action.answerId, user: interaction.user.id, helpful: false, reason });
  }
  await reply.send({ content: texts('feedback.thanks') }, true);
}

/** Disables what can no longer work and says so. */
async function expire(interaction: ButtonInteraction, reply: InteractionReply, texts: Texts): Promise<void> {
  const components = interaction.message.components.map((component) => {
    const row = component.toJSON();
    if (row.type !== ComponentType.ActionRow) return row;
    return { ...row, components: row.components.map((child) => ({ ...child, disabled: true })) };
  });
  await reply.update({ components });
  await reply.note(texts('failure.expired'));
}

/** Quotes are for the one who pressed, so that a channel is not filled with them. */
async function showQuotes({ context, reply, texts, answer }: Press, page: number): Promise<void> {
  const { language, id: answerId } = answer;
  const { citations } = answer.document;
  const contexts = await Promise.all(citations.map((citation) => context.bellerophon.quoteContext(citation)));
  const pages = quotePages(citations, contexts, { texts, language, limit: 1900 });
  const shown = Math.min(page, pages.length - 1);
  const buttons =
    shown < pages.length - 1
      ? [button({ verb: 'quotes', answerId, page: shown + 1 }, { label: texts('button.more') })]
      : [];
  await reply.send({ content: pages[shown] ?? texts('quotes.gone'), buttons }, true);
}

async function showMore({ interaction, reply, texts, answer }: Press, page: number): Promise<void> {
  const { pages } = answer.document;
  const shown = Math.min(page, pages.length - 1);
  const message = pageMessage(answer, shown, texts, false);
  // In direct messages the rest of an answer belongs to the conversation.
  await reply.send(message, interaction.guildId !== null);
}

function pageMessage(answer: StoredAnswer, page: number, texts: Texts, feedback: boolean): OutgoingMessage {
  const { pages, citations } = answer.document;
  const buttons = answerButtons({
    answerId: answer.id,
    texts,
    hasCitations: citations.length > 0,
    nextPage: page + 1 < pages.length ? page + 1 : undefined,
    feedback,
  });
  return { content: pages[page] ?? '…', buttons };
}

/** Shows a private answer to all. The public message is the acknowledgement itself, which Discord takes only once. */
async function publish({ context, interaction, reply, texts, answer }: Press): Promise<void> {
  const { state, publishTokens } = context;
  if (answer.user !== state.userKey(interaction.user.id)) {
    await reply.send({ content: texts('publish.notYours') }, true);
    return;
  }
  if (!(await state.markPublished(answer.id))) {
    await reply.send({ content: texts('publish.already') }, true);
    return;
  }
  const message = pageMessage(answer, 0, texts, answer.question !== null);
  const question = answer.question === null ? '' : quoted(answer.question, texts);
  const acknowledgement = await reply
    .send({ ...message, content: question + message.content }, false)
    .catch(async (error: unknown) => {
      await state.unmarkPublished(answer.id);
      throw error;
    });
  if (acknowledgement.state === 'expired') {
    await state.unmarkPublished(answer.id);
    return;
  }
  const private_ = publishTokens.take(answer.id);
  const buttons = answerButtons({
    answerId: answer.id,
    texts,
    hasCitations: answer.document.citations.length > 0,
    nextPage: answer.document.pages.length > 1 ? 1 : undefined,
    publishable: true,
    published: true,
    feedback: answer.question !== null,
  });
  await private_?.editComponents(buttonRow(buttons));
}

/** The question above a published answer: at most 200 characters, so that both fit into a message. */
function quoted(question: string, texts: Texts): string {
  const line = escapeMarkdown(shorten(question.replace(/\s+/g, ' '), 160));
  return `${texts('publish.question', { question: shorten(line, 220) })}\n`;
}

async function praise({ context, interaction, reply, texts, answer }: Press): Promise<void> {
  await context.state.saveFeedback({ answer: answer.id, user: interaction.user.id, helpful: true });
  await bestEffort(context.logger, 'count', context.state.count('helpful'));
  await reply.send({ content: texts('feedback.thanks') }, true);
}

/** The 👎 counts whether or not a reason follows. */
async function askReason({ context, interaction, reply, texts, answer }: Press): Promise<void> {
  const input = new TextInputBuilder()
    .setCustomId('reason')
    .setStyle(TextInputStyle.Paragraph)
    .setPlaceholder(texts('feedback.placeholder'))
    .setRequired(false)
    .setMaxLength(1000);
  const modal = new ModalBuilder()
    .setCustomId(customId({ verb: 'reason', answerId: answer.id }))
    .setTitle(texts('feedback.title'))
    .addLabelComponents(new LabelBuilder().setLabel(texts('feedback.reason')).setTextInputComponent(input));
  await context.state.saveFeedback({ answer: answer.id, user: interaction.user.id, helpful: false });
  await bestEffort(context.logger, 'count', context.state.count('unhelpful'));
  await reply.showModal(modal.toJSON());
}
