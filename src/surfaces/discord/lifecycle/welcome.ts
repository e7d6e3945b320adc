import { ChannelType, type Guild, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import { commandMention } from '../commands/information.ts';
import type { BotContext } from '../context.ts';
import { escapeMarkdown } from '../render/markdown.ts';
import { languageOfLocale } from '../texts/texts.ts';

/** A guild joined longer ago than this is not new, it only became visible again. */
const newcomer = 10 * 60_000;

/** Introduces the bot once in a guild it was just added to, where it is allowed to write. */
export async function welcome(context: BotContext, guild: Guild): Promise<void> {
  const { state, sender, bellerophon, logger } = context;
  try {
    if (Date.now() - guild.joinedTimestamp > newcomer) return;
    const channel = welcomeChannel(guild);
    if (channel === undefined || !(await state.markWelcomed(guild.id))) return;
    const language = languageOfLocale(guild.preferredLocale);
    const content = context.texts[language]('welcome.body', {
      command: commandMention(context, 'ask', language),
      question: escapeMarkdown(await bellerophon.exampleQuestion(language)),
    });
    await sender.post({ channelId: channel.id }, { content }, `w-${guild.id}`);
  } catch (error) {
    logger.warn({ err: error }, 'a new server could not be welcomed');
  }
}

function welcomeChannel(guild: Guild): GuildBasedChannel | undefined {
  const writable = (channel: GuildBasedChannel): boolean => {
    const permissions = channel.permissionsFor(guild.members.me ?? guild.roles.everyone);
    return permissions?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]) ?? false;
  };
  const { systemChannel } = guild;
  if (systemChannel !== null && writable(systemChannel)) return systemChannel;
  return guild.channels.cache.find((channel) => channel.type === ChannelType.GuildText && writable(channel));
}
