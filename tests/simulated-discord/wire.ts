import {
  type APIChannel,
  type APIGuild,
  type APIMessage,
  type APIUser,
  ChannelType,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Directory, SimulatedChannel, SimulatedGuild, SimulatedMessage } from './model.ts';

export function wireUser(world: Directory, id: string): APIUser {
  const user = world.users.get(id)!;
  return {
    id,
    username: user.name.toLowerCase(),
    global_name: user.name,
    discriminator: '0',
    avatar: null,
    ...(user.bot ? { bot: true } : {}),
  };
}

export function wireMember(world: Directory, id: string): Record<string, unknown> {
  return {
    roles: [],
    nick: null,
    joined_at: '2021-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
    permissions: '0',
    user: wireUser(world, id),
  };
}

export function wireChannel(world: Directory, channel: SimulatedChannel): APIChannel {
  const common = { id: channel.id, type: channel.type, flags: 0, last_message_id: null };
  const wire =
    channel.type === ChannelType.DM || channel.type === ChannelType.GroupDM
      ? { ...common, recipients: channel.recipients.map((id) => wireUser(world, id)) }
      : {
          ...common,
          name: channel.name,
          guild_id: channel.guildId,
          position: 0,
          parent_id: channel.parentId ?? null,
          permission_overwrites: channel.botMaySend
            ? []
            : [{ id: channel.guildId, type: 0, allow: '0', deny: PermissionFlagsBits.SendMessages.toString() }],
          ...(channel.type === ChannelType.PublicThread
            ? {
                owner_id: world.bot.id,
                message_count: 0,
                member_count: 1,
                thread_metadata: {
                  archived: false,
                  auto_archive_duration: 1440,
                  archive_timestamp: '2021-01-01T00:00:00.000Z',
                  locked: false,
                },
              }
            : {}),
        };
  return wire as unknown as APIChannel;
}

export function wireGuild(world: Directory, guild: SimulatedGuild): APIGuild {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const threads = channels.filter(({ type }) => type === ChannelType.PublicThread);
  const rooms = channels.filter(({ type }) => type !== ChannelType.PublicThread);
  const permissions =
    PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.SendMessagesInThreads;
  const wire = {
    id: guild.id,
    name: guild.name,
    preferred_locale: guild.locale,
    owner_id: '1',
    joined_at: new Date(world.clock.now()).toISOString(),
    large: false,
    unavailable: false,
    member_count: 2,
    members: [wireMember(world, world.bot.id)],
    channels: rooms.map((channel) => wireChannel(world, channel)),
    threads: threads.map((channel) => wireChannel(world, channel)),
    roles: [
      {
        id: guild.id,
        name: '@everyone',
        permissions: permissions.toString(),
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    system_channel_id: rooms[0]?.id ?? null,
    emojis: [],
    stickers: [],
    features: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
  return wire as unknown as APIGuild;
}

export function wireMessage(world: Directory, message: SimulatedMessage): APIMessage {
  const reference = message.repliesTo === undefined ? undefined : world.messages.get(message.repliesTo);
  const wire = {
    id: message.id,
    channel_id: message.channelId,
    author: wireUser(world, message.authorId),
    content: message.content,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    mention_everyone: false,
    mentions: message.mentions.filter((id) => world.users.has(id)).map((id) => wireUser(world, id)),
    mention_roles: [],
    attachments: message.attachments.map(({ id, name, data }) => ({
      id,
      filename: name,
      size: data.length,
      url: `https://cdn.invalid/${id}/${name}`,
      proxy_url: `https://media.invalid/${id}/${name}`,
    })),
    embeds: message.embeds,
    components: message.components,
    pinned: false,
    type: message.interaction ? MessageType.ChatInputCommand : reference ? MessageType.Reply : MessageType.Default,
    flags: message.flags,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.interaction
      ? {
          application_id: world.bot.id,
          webhook_id: world.bot.id,
          interaction_metadata: {
            id: message.interaction.id,
            type: message.interaction.type,
            user: wireUser(world, message.interaction.userId),
            authorizing_integration_owners: {},
          },
        }
      : {}),
    ...(message.repliesTo === undefined
      ? {}
      : {
          message_reference: { type: 0, message_id: message.repliesTo, channel_id: message.channelId },
          referenced_message:
            reference && !reference.deleted
              ? wireMessage(world, { ...reference, repliesTo: undefined } as unknown as SimulatedMessage)
              : null,
        }),
  };
  return wire as unknown as APIMessage;
}
