import type { ChatInputCommandInteraction, Interaction } from 'discord.js';
import { pressButton, submitReason } from './buttons/press.ts';
import { autocomplete } from './commands/autocomplete.ts';
import { checkMessageCommand } from './commands/definitions.ts';
import { forgetMe, help, privacy, sources } from './commands/information.ts';
import { ask, check, checkMessage, timeline, who } from './commands/questions.ts';
import type { BotContext } from './context.ts';
import { failureText } from './notices.ts';
import { newReference } from './reference-id.ts';
import { languageOfLocale } from './texts/texts.ts';
import { InteractionReply } from './wire/interaction-reply.ts';

type Handler = (context: BotContext, interaction: ChatInputCommandInteraction) => Promise<void>;

const handlers: Readonly<Record<string, Handler>> = {
  ask,
  timeline,
  who,
  check,
  sources,
  help,
  privacy,
  'forget-me': forgetMe,
};

/** One interaction from arrival to the end; never rejects. */
export async function handleInteraction(context: BotContext, interaction: Interaction): Promise<void> {
  try {
    await route(context, interaction);
  } catch (error) {
    const reference = newReference();
    context.logger.error({ reference, err: error }, 'an interaction failed');
    if (!interaction.isRepliable()) return;
    const texts = context.texts[languageOfLocale(interaction.locale)];
    const content = failureText(error, texts, reference);
    if (content === null) return;
    // Either this acknowledges, or the interaction is acknowledged and a note can follow.
    const reply = new InteractionReply(context.client.rest, interaction, context.settings);
    await reply.send({ content }, true).catch(() => {});
  }
}

async function route(context: BotContext, interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) {
    const handler = handlers[interaction.commandName];
    if (handler === undefined) throw new Error(`There is no command ${interaction.commandName}`);
    return handler(context, interaction);
  }
  if (interaction.isMessageContextMenuCommand()) {
    if (interaction.commandName === checkMessageCommand) return checkMessage(context, interaction);
    throw new Error(`There is no command ${interaction.commandName}`);
  }
  if (interaction.isAutocomplete()) return autocomplete(context, interaction);
  if (interaction.isButton()) return pressButton(context, interaction);
  if (interaction.isModalSubmit()) return submitReason(context, interaction);
}
