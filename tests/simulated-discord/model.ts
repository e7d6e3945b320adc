import type { APIEmbed, APIMessageTopLevelComponent, ChannelType, InteractionType } from 'discord-api-types/v10';

export interface SimulatedUser {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly bot: boolean;
  /** Whether this user has installed the application for themselves. */
  readonly installed: boolean;
}

export interface SimulatedGuild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  botIsMember: boolean;
}

export interface SimulatedChannel {
  readonly id: string;
  readonly type: ChannelType;
  readonly name: string;
  readonly guildId?: string;
  readonly parentId?: string;
  readonly recipients: readonly string[];
  botMaySend: boolean;
}

export interface SimulatedAttachment {
  readonly id: string;
  readonly name: string;
  readonly data: Buffer;
}

export interface SimulatedMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly createdAt: number;
  content: string;
  embeds: APIEmbed[];
  components: APIMessageTopLevelComponent[];
  attachments: SimulatedAttachment[];
  flags: number;
  editedAt?: number;
  deleted: boolean;
  /** Mentioned users, whether they were pinged or not. */
  mentions: string[];
  /** Ids of users that were pinged, at creation and by edits; `everyone` and role ids too. */
  readonly pings: string[];
  /** Earlier contents, oldest first. */
  readonly history: string[];
  readonly repliesTo?: string;
  readonly visibleTo?: string;
  readonly nonce?: string;
  readonly interaction?: SimulatedInteraction;
}

export interface SimulatedInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channelId: string;
  readonly createdAt: number;
  readonly commandName?: string;
  /** The message that carries the component, or from whose component the modal came. */
  readonly message?: SimulatedMessage;
  /** True when only the user, not the guild, has installed the application. */
  readonly userInstallOnly: boolean;
  acknowledged: number | undefined;
  originalId?: string;
  /** True between a deferral and the first edit or follow-up. */
  thinking: boolean;
  followUps: number;
  choices?: { name: string; value: string | number }[];
  modal?: Record<string, unknown>;
}

/** What the wire forms are made from. */
export interface Directory {
  readonly bot: SimulatedUser;
  readonly users: ReadonlyMap<string, SimulatedUser>;
  readonly channels: ReadonlyMap<string, SimulatedChannel>;
  readonly messages: ReadonlyMap<string, SimulatedMessage>;
  readonly clock: { now(): number };
}
