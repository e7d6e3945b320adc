import type { AutocompleteInteraction } from 'discord.js';
import { fold } from '../../../text/fold.ts';
import type { BotContext } from '../context.ts';
import { shorten } from '../render/markdown.ts';
import { InteractionReply } from '../wire/interaction-reply.ts';

/** Discord takes at most this many choices, and 100 characters for each name and value. */
const choiceLimit = 25;
const lengthLimit = 100;

export async function autocomplete(context: BotContext, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const texts = await (name === 'outlet' ? outlets(context, value) : names(context, value));
  const choices = [...new Set(texts)]
    // A value that was cut would no longer be found.
    .filter((text) => text !== '' && text.length <= lengthLimit)
    .slice(0, choiceLimit)
    .map((text) => ({ name: shorten(text, lengthLimit), value: text }));
  await new InteractionReply(context.client.rest, interaction, context.settings).suggest(choices);
}

async function outlets({ bellerophon }: BotContext, typed: string): Promise<readonly string[]> {
  const wanted = fold(typed.trim());
  const all = await bellerophon.outlets();
  const starts = all.filter((outlet) => fold(outlet).startsWith(wanted));
  return [...starts, ...all.filter((outlet) => fold(outlet).includes(wanted))];
}

async function names({ bellerophon }: BotContext, typed: string): Promise<readonly string[]> {
  return (await bellerophon.suggestNames(typed, choiceLimit)).map(({ canonical }) => canonical);
}
