import type { APIButtonComponent, ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { ArticleReference, Language } from '../../../types.ts';
import { safeLine } from '../../plain-text.ts';
import { button } from '../buttons/answer-buttons.ts';
import type { BotContext } from '../context.ts';
import { escapeMarkdown } from '../render/markdown.ts';
import { type Block, layOutPages } from '../render/pages.ts';
import { referenceText } from '../render/sources.ts';
import { languageOfLocale } from '../texts/texts.ts';
import { InteractionReply } from '../wire/interaction-reply.ts';
import type { OutgoingMessage } from '../wire/outgoing.ts';
import { commandDefinitions } from './definitions.ts';

/** Commands that need no work: answered at once, and only to the one who asked. */
type Informed = ChatInputCommandInteraction | ButtonInteraction;

const replyTo = (context: BotContext, interaction: Informed): InteractionReply =>
  new InteractionReply(context.client.rest, interaction, context.settings);

/** `</ask:id>`, which people can tap, or the plain name in their language before the ids are known. */
export function commandMention({ commandIds }: BotContext, name: string, language: Language): string {
  const id = commandIds.get(name);
  if (id !== undefined) return `</${name}:${id}>`;
  const definition = commandDefinitions.find((candidate) => candidate.name === name);
  return `\`/${(language === 'fr' && definition?.name_localizations?.fr) || name}\``;
}

export async function help(context: BotContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const language = languageOfLocale(interaction.locale);
  const texts = context.texts[language];
  const question = escapeMarkdown(await context.bellerophon.exampleQuestion(language));
  const names = ['ask', 'timeline', 'who', 'sources', 'check', 'privacy', 'forget-me'] as const;
  const content = [
    texts('help.intro'),
    texts('help.example', { command: commandMention(context, 'ask', language), question }),
    texts('help.direct'),
    names.map((name) => `${commandMention(context, name, language)} — ${texts(`help.${name}`)}`).join('\n'),
  ].join('\n\n');
  await replyTo(context, interaction).send({ content }, true);
}

export async function privacy(context: BotContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const language = languageOfLocale(interaction.locale);
  const command = commandMention(context, 'forget-me', language);
  const content = context.texts[language]('privacy.body', { count: context.questionRetentionDays, command });
  await replyTo(context, interaction).send({ content }, true);
}

export async function forgetMe(context: BotContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const userId = interaction.user.id;
  context.desk.cancel(userId, 'forgotten');
  const count = await context.state.forgetUser(userId);
  const content = context.texts[languageOfLocale(interaction.locale)]('forget.done', { count });
  await replyTo(context, interaction).send({ content }, true);
}

export async function sources(context: BotContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const filter = interaction.options.getString('filter') ?? '';
  await replyTo(context, interaction).send(await sourcesPage(context, interaction.locale, filter, 0), true);
}

export async function turnSourcesPage(
  context: BotContext,
  interaction: ButtonInteraction,
  page: number,
  filter: string,
): Promise<void> {
  const { content, buttons = [] } = await sourcesPage(context, interaction.locale, filter, page);
  await replyTo(context, interaction).update({ content, components: [{ type: 1, components: buttons }] });
}

const sourcesPageLimit = 1500;

async function sourcesPage(
  context: BotContext,
  locale: string,
  filter: string,
  wanted: number,
): Promise<OutgoingMessage> {
  const language = languageOfLocale(locale);
  const texts = context.texts[language];
  const articles = await context.bellerophon.sources(filter.trim() === '' ? undefined : filter);
  if (articles.length === 0) {
    return { content: texts('sources.none', { filter: escapeMarkdown(safeLine(filter)) }) };
  }
  const pages = articlePages(articles, language);
  // The file may have shrunk since the button was made.
  const page = Math.min(wanted, pages.length - 1);
  const heading = texts('sources.heading', { count: articles.length, page: page + 1, pages: pages.length });
  const turn = (to: number, label: string, disabled: boolean): APIButtonComponent =>
    button({ verb: 'sources', page: to, filter }, { label, disabled });
  return {
    content: `${heading}\n${pages[page]}`,
    ...(pages.length === 1
      ? {}
      : {
          buttons: [
            turn(Math.max(0, page - 1), texts('button.previous'), page === 0),
            turn(page + 1, texts('button.next'), page === pages.length - 1),
          ],
        }),
  };
}

/** Ten articles a page, fewer when their addresses are long. */
function articlePages(articles: readonly ArticleReference[], language: Language): string[] {
  const pages: string[] = [];
  for (let from = 0; from < articles.length; from += 10) {
    const blocks = articles.slice(from, from + 10).map((article): Block => {
      return { text: `• ${referenceText(article, language)}`, markers: [] };
    });
    pages.push(...layOutPages(blocks, () => [], { limit: sourcesPageLimit, sourcesTitle: '', separator: '\n' }));
  }
  return pages;
}
