import { EventEmitter } from 'node:events';
import { type APIApplicationCommand, ChannelType, MessageFlags } from 'discord-api-types/v10';
import type {
  SimulatedChannel,
  SimulatedGuild,
  SimulatedInteraction,
  SimulatedMessage,
  SimulatedUser,
} from './model.ts';
import { wireMember, wireMessage } from './wire.ts';

/** Time as the simulated Discord sees it: real, plus what a test has advanced. */
export class Clock {
  #offset = 0;
  now = (): number => Date.now() + this.#offset;
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }
}

const epoch = 1_420_070_400_000n;

export type Dispatch = (event: string, data: unknown, scope: { guildId?: string; intent: number }) => void;

/** Everything the simulated Discord remembers. Emits `change` after each visible event. */
export class World extends EventEmitter {
  readonly clock = new Clock();
  readonly users = new Map<string, SimulatedUser>();
  readonly guilds = new Map<string, SimulatedGuild>();
  readonly channels = new Map<string, SimulatedChannel>();
  readonly messages = new Map<string, SimulatedMessage>();
  readonly interactions = new Map<string, SimulatedInteraction>();
  readonly commands = new Map<string, APIApplicationCommand>();
  readonly typing: { channelId: string; at: number }[] = [];
  /** What happened, for failure messages. */
  readonly transcript: string[] = [];
  /** What a correct bot never causes. */
  readonly violations: string[] = [];
  readonly bot: SimulatedUser;
  dispatch: Dispatch = () => {};
  #increment = 0n;

  constructor() {
    super();
    this.setMaxListeners(0);
    this.bot = this.addUser({ name: 'Bellérophon', locale: 'en-US', bot: true });
  }

  snowflake(): string {
    this.#increment += 1n;
    return (((BigInt(this.clock.now()) - epoch) << 22n) | (this.#increment & 0x3fffffn)).toString();
  }

  record(line: string): void {
    this.transcript.push(line);
    this.emit('change');
  }

  violation(line: string): void {
    this.violations.push(line);
    this.record(`VIOLATION ${line}`);
  }

  addUser(user: { name: string; locale: string; bot?: boolean; installed?: boolean }): SimulatedUser {
    const added = { installed: false, bot: false, ...user, id: this.snowflake() };
    this.users.set(added.id, added);
    return added;
  }

  addGuild(name: string, options: { locale?: string; botIsMember?: boolean } = {}): SimulatedGuild {
    const guild = { id: this.snowflake(), name, locale: 'en-US', botIsMember: true, ...options };
    this.guilds.set(guild.id, guild);
    return guild;
  }

  addChannel(
    channel: Pick<SimulatedChannel, 'type' | 'name'> & Partial<Omit<SimulatedChannel, 'id'>>,
  ): SimulatedChannel {
    const added = { recipients: [], botMaySend: true, ...channel, id: this.snowflake() };
    this.channels.set(added.id, added);
    return added;
  }

  directChannel(userId: string): SimulatedChannel {
    const existing = [...this.channels.values()].find(
      ({ type, recipients }) => type === ChannelType.DM && recipients.includes(userId),
    );
    return existing ?? this.addChannel({ type: ChannelType.DM, name: 'dm', recipients: [userId] });
  }

  addMessage(message: Omit<SimulatedMessage, 'id' | 'createdAt' | 'deleted' | 'history'>): SimulatedMessage {
    const added: SimulatedMessage = {
      ...message,
      id: this.snowflake(),
      createdAt: this.clock.now(),
      deleted: false,
      history: [],
    };
    this.messages.set(added.id, added);
    const who = this.users.get(added.authorId)?.name;
    this.record(`${who} in ${this.channels.get(added.channelId)?.name}: ${added.content || '(thinking or no text)'}`);
    if (added.visibleTo === undefined) this.announce('MESSAGE_CREATE', added);
    return added;
  }

  updateMessage(message: SimulatedMessage, change: Partial<SimulatedMessage>): void {
    message.history.push(message.content);
    Object.assign(message, change, { editedAt: this.clock.now() });
    this.record(`edited: ${message.content}`);
    if (message.visibleTo === undefined) this.announce('MESSAGE_UPDATE', message);
  }

  deleteMessage(message: SimulatedMessage): void {
    message.deleted = true;
    this.record(`deleted: ${message.content}`);
    const channel = this.channels.get(message.channelId);
    if (message.visibleTo === undefined && channel && this.reaches(channel)) {
      const place = channel.guildId === undefined ? {} : { guild_id: channel.guildId };
      const data = { id: message.id, channel_id: channel.id, ...place };
      this.dispatch('MESSAGE_DELETE', data, scopeOf(channel));
    }
  }

  announce(event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: SimulatedMessage): void {
    const channel = this.channels.get(message.channelId);
    if (!channel || !this.reaches(channel)) return;
    const place =
      channel.guildId === undefined ? {} : { guild_id: channel.guildId, member: wireMember(this, message.authorId) };
    this.dispatch(event, { ...wireMessage(this, message), channel_type: channel.type, ...place }, scopeOf(channel));
  }

  /** Whether the bot hears what happens in the channel. */
  reaches(channel: SimulatedChannel): boolean {
    if (channel.guildId === undefined) return channel.type === ChannelType.DM;
    return this.guilds.get(channel.guildId)?.botIsMember ?? false;
  }

  isThinking(message: SimulatedMessage): boolean {
    return (message.flags & MessageFlags.Loading) !== 0;
  }
}

/** Where an event goes: the guild decides the shard, the intent whether it is sent at all. */
export function scopeOf(channel: SimulatedChannel): { guildId?: string; intent: number } {
  return channel.guildId === undefined ? { intent: 1 << 12 } : { guildId: channel.guildId, intent: 1 << 9 };
}
