import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import { InteractionContextType } from 'discord.js';
import { fold } from '../../../text/fold.ts';
import { detectLanguage } from '../../../text/language.ts';
import { readAsOf } from '../../../text/parse-as-of.ts';
import { formatPartialDate, latestDay } from '../../../text/partial-date.ts';
import type { Language, PartialDate, TimelineRequest } from '../../../types.ts';
import { safeLine } from '../../plain-text.ts';
import type { BotContext } from '../context.ts';
import { conversationAt } from '../conversation-place.ts';
import { preparedAnswer, preparedOverview } from '../prepared.ts';
import { profileDocument, timelineDocument, verdictDocument } from '../render/documents.ts';
import { escapeMarkdown, shorten } from '../render/markdown.ts';
import { languageOfLocale, type Texts } from '../texts/texts.ts';
import type { OutgoingFile } from '../wire/outgoing.ts';
import { answerInteraction, type QuestionCommand } from './answer-interaction.ts';

/** A message to the user instead of an answer: an option cannot be used. */
class OptionProblem extends Error {}

const told =
  (work: QuestionCommand['work']): QuestionCommand['work'] =>
  async (signal, onDraft) => {
    try {
      return await work(signal, onDraft);
    } catch (error) {
      if (error instanceof OptionProblem) return error.message;
      throw error;
    }
  };

export async function ask(context: BotContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const language = languageOfLocale(interaction.locale);
  const texts = context.texts[language];
  const { options } = interaction;
  const question = options.getString('question', true);
  const ephemeral = options.getBoolean('private') ?? false;
  const conversation = conversationAt(context, interaction.user.id, {
    channelId: interaction.channelId,
    direct:
      interaction.context === InteractionContextType.BotDM ||
      (interaction.context === null && interaction.guildId === null),
    thread: interaction.channel?.isThread() ?? false,
  });
  await answerInteraction(context, interaction, {
    name: 'ask',
    ephemeral,
    publishable: ephemeral,
    conversation,
    work: told(async (signal, onDraft) => {
      const asOf = await dateOption(options.getString('as-of'), language, texts);
      const outlet = await outletOption(options.getString('outlet'), context, texts);
      const answer = await context.bellerophon.ask({
        question,
        conversation,
        interfaceLanguage: language,
        signal,
        onDraft,
        ...(asOf === undefined ? {} : { asOf: latestDay(asOf) }),
        ...(outlet === undefined ? {} : { outlet }),
      });
      if (context.logQuestions) context.logger.info({ question, status: answer.status }, 'question');
      return preparedAnswer(answer, context);
    }),
  });
}

export async function timeline(context: BotContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const language = languageOfLocale(interaction.locale);
  const texts = context.texts[language];
  const { options } = interaction;
  await answerInteraction(context, interaction, {
    name: 'timeline',
    ephemeral: false,
    publishable: false,
    work: told(async (signal) => {
      const from = await dateOption(options.getString('from'), language, texts);
      const to = await dateOption(options.getString('to'), language, texts);
      const name = options.getString('name') ?? undefined;
      const request: TimelineRequest = {
        language,
        signal,
        ...(name === undefined ? {} : { name }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to: latestDay(to) }),
      };
      const found = await context.bellerophon.timeline(request);
      const prepared = preparedOverview(
        timelineDocument(found, { texts, language }),
        language,
        found.events.length > 0,
      );
      if (found.events.length === 0) return prepared;
      const limit = interaction.attachmentSizeLimit ?? 10 * 1024 * 1024;
      return { ...prepared, files: await picture(context, found, language, limit) };
    }),
  });
}

/** The picture is an addition: when it cannot be drawn the text still goes out. */
async function picture(
  context: BotContext,
  found: Parameters<NonNullable<BotContext['renderTimelinePicture']>>[0],
  language: Language,
  limit: number,
): Promise<readonly OutgoingFile[] | undefined> {
  if (context.renderTimelinePicture === undefined) return undefined;
  try {
    const { png } = await context.renderTimelinePicture(found, language);
    if (png.length > limit) return undefined;
    const description = context.texts[language]('timeline.picture', { count: found.events.length });
    return [{ name: language === 'fr' ? 'chronologie.png' : 'timeline.png', data: png, description }];
  } catch (error) {
    context.logger.warn({ err: error }, 'the timeline picture could not be drawn');
    return undefined;
  }
}

export async function who(context: BotContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const language = languageOfLocale(interaction.locale);
  const texts = context.texts[language];
  const name = interaction.options.getString('name', true);
  await answerInteraction(context, interaction, {
    name: 'who',
    ephemeral: false,
    publishable: false,
    work: async (signal) => {
      const profile = await context.bellerophon.who(name, { language, signal });
      if (profile !== null) return preparedOverview(profileDocument(profile, { texts, language }), language, true);
      const unknown = texts('who.unknown', { name: escapeMarkdown(shorten(safeLine(name), 100)) });
      const near = (await context.bellerophon.suggestNames(name, 3)).map(({ canonical }) =>
        escapeMarkdown(safeLine(canonical)),
      );
      return near.length === 0 ? unknown : `${unknown}\n${texts('who.suggestions', { names: near.join(', ') })}`;
    },
  });
}

export async function check(context: BotContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const claim = interaction.options.getString('claim', true);
  await answerInteraction(context, interaction, checkCommand(context, interaction, claim, false));
}

/** From the context menu of a message: only the one who asked sees the result, and may publish it. */
export async function checkMessage(
  context: BotContext,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  const claim = interaction.targetMessage.content;
  await answerInteraction(context, interaction, checkCommand(context, interaction, claim, true));
}

function checkCommand(
  context: BotContext,
  interaction: { readonly locale: string },
  claim: string,
  ephemeral: boolean,
): QuestionCommand {
  const locale = languageOfLocale(interaction.locale);
  return {
    name: 'check',
    ephemeral,
    publishable: ephemeral,
    work: async (signal) => {
      if (claim.trim() === '') return context.texts[locale]('check.noText');
      const verdict = await context.bellerophon.check(claim, { language: detectLanguage(claim, locale), signal });
      const { language } = verdict;
      const document = verdictDocument(verdict, { texts: context.texts[language], language });
      return preparedOverview(document, language, verdict.verdict !== 'absent');
    },
  };
}

async function dateOption(text: string | null, language: Language, texts: Texts): Promise<PartialDate | undefined> {
  if (text === null || text.trim() === '') return undefined;
  const read = readAsOf(text, language);
  if (read.kind === 'ahead')
    throw new OptionProblem(texts('refusal.asOfAhead', { date: formatPartialDate(read.date, language) }));
  if (read.kind !== 'date')
    throw new OptionProblem(texts('refusal.asOf', { date: escapeMarkdown(shorten(safeLine(text), 60)) }));
  return read.date;
}

async function outletOption(
  text: string | null,
  { bellerophon }: BotContext,
  texts: Texts,
): Promise<string | undefined> {
  if (text === null || text.trim() === '') return undefined;
  const outlets = await bellerophon.outlets();
  const wanted = fold(text.trim());
  const found =
    outlets.find((outlet) => fold(outlet) === wanted) ?? outlets.find((outlet) => fold(outlet).includes(wanted));
  if (found !== undefined) return found;
  const examples = outlets.slice(0, 5).map(escapeMarkdown).join(', ');
  throw new OptionProblem(
    texts('refusal.outlet', { outlet: escapeMarkdown(shorten(safeLine(text), 60)), outlets: examples }),
  );
}
