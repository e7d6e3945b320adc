import { ChannelType } from 'discord-api-types/v10';
import { type Exchange, until } from './exchange.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import type { SimulatedChannel, SimulatedGuild, SimulatedMessage, SimulatedUser } from './model.ts';
import { Rest } from './rest.ts';
import { type Clock, World } from './state.ts';
import { Presence } from './user.ts';
import { wireGuild } from './wire.ts';

export interface SimulationOptions {
  /** Milliseconds between heartbeats; Discord's own is 41 250. */
  readonly heartbeatInterval?: number;
  readonly shards?: number;
}

/** A person with a Discord client. */
export class Person {
  readonly #discord: SimulatedDiscord;
  readonly record: SimulatedUser;

  constructor(discord: SimulatedDiscord, record: SimulatedUser) {
    this.#discord = discord;
    this.record = record;
  }

  /** `#name` of a guild channel or thread. */
  in(channel: string): Presence {
    return new Presence(this.#discord.world, this.record, this.#discord.channel(channel));
  }

  /** The direct messages with the bot. */
  get inDirectMessages(): Presence {
    return new Presence(this.#discord.world, this.record, this.#discord.world.directChannel(this.record.id));
  }

  dm(text: string): Exchange {
    return this.inDirectMessages.say(text);
  }
}

/**
 * Discord's gateway and REST API (version 10) on the loopback interface, driven as people do and watched as they see.
 * Starts with one guild, “Newsroom”, and its channel #general.
 */
export class SimulatedDiscord {
  readonly token = 'MTIz.simulated.token';
  readonly world: World;
  readonly fault: Faults;
  readonly gateway: Gateway;
  readonly rest: Rest;
  readonly newsroom: SimulatedGuild;

  static async start(options: SimulationOptions = {}): Promise<SimulatedDiscord> {
    const discord = new SimulatedDiscord(options);
    await new Promise<void>((resolve) => discord.rest.server.listen(0, '127.0.0.1', resolve));
    return discord;
  }

  private constructor(options: SimulationOptions) {
    const shards = options.shards ?? 1;
    this.world = new World();
    this.fault = new Faults();
    this.rest = new Rest(this.world, this.fault, { token: this.token, shards });
    this.gateway = new Gateway(this.world, this.rest.server, this.fault, {
      token: this.token,
      heartbeatInterval: options.heartbeatInterval ?? 41_250,
      shards,
    });
    this.newsroom = this.world.addGuild('Newsroom');
    this.addChannel('#general');
  }

  /** What belongs into DISCORD_API. */
  get restUrl(): string {
    return `http://127.0.0.1:${this.rest.port}/api`;
  }

  get clock(): Clock {
    return this.world.clock;
  }

  user(name: string, options: { locale?: string; installed?: boolean } = {}): Person {
    return new Person(this, this.world.addUser({ locale: 'en-US', ...options, name }));
  }

  addChannel(
    name: string,
    options: { guild?: SimulatedGuild; botMaySend?: boolean; threadOf?: string } = {},
  ): SimulatedChannel {
    const parent = options.threadOf === undefined ? undefined : this.channel(options.threadOf);
    return this.world.addChannel({
      type: parent ? ChannelType.PublicThread : ChannelType.GuildText,
      name: name.replace(/^#/, ''),
      guildId: (options.guild ?? this.newsroom).id,
      botMaySend: options.botMaySend ?? true,
      ...(parent ? { parentId: parent.id } : {}),
    });
  }

  channel(name: string): SimulatedChannel {
    const wanted = name.replace(/^#/, '');
    const found = [...this.world.channels.values()].find((channel) => channel.name === wanted);
    if (!found) throw new Error(`There is no channel ${name}`);
    return found;
  }

  /** Adds the bot to a guild, as its invite link does. */
  invite(guild: SimulatedGuild): void {
    guild.botIsMember = true;
    this.world.dispatch('GUILD_CREATE', wireGuild(this.world, guild), { guildId: guild.id, intent: 1 });
  }

  /** All messages of the bot that were not deleted. */
  botMessages(): SimulatedMessage[] {
    return [...this.world.messages.values()].filter(
      ({ authorId, deleted }) => authorId === this.world.bot.id && !deleted,
    );
  }

  until<T>(probe: () => T | undefined, what: string, within = 10_000): Promise<T> {
    return until(this.world, probe, within, what);
  }

  /** Fails on any 4xx answer, failed validation, double or missing acknowledgement so far. */
  expectNoViolations(): void {
    const open = [...this.world.interactions.values()].filter(({ acknowledged }) => acknowledged === undefined);
    const problems = [
      ...this.world.violations,
      ...open.map(({ commandName, id }) => `interaction ${commandName ?? id} was never acknowledged`),
    ];
    if (problems.length > 0)
      throw new Error(`${problems.join('\n')}\n--\n${this.world.transcript.slice(-30).join('\n')}`);
  }

  async stop(): Promise<void> {
    await this.gateway.close();
    this.rest.server.closeAllConnections();
    await new Promise<void>((resolve) => this.rest.server.close(() => resolve()));
  }
}
