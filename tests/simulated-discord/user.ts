import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  ApplicationCommandOptionType as OptionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { Exchange, until } from './exchange.ts';
import type { SimulatedChannel, SimulatedInteraction, SimulatedMessage, SimulatedUser } from './model.ts';
import type { World } from './state.ts';
import { modalInputs } from './validate-messages.ts';
import { isObject, type Json, textOf } from './validation.ts';
import { buttonsOf } from './view.ts';
import { wireChannel, wireMember, wireMessage, wireUser } from './wire.ts';

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** Drives one person's client in one channel. */
export class Presence {
  readonly #world: World;
  readonly #user: SimulatedUser;
  readonly channel: SimulatedChannel;

  constructor(world: World, user: SimulatedUser, channel: SimulatedChannel) {
    this.#world = world;
    this.#user = user;
    this.channel = channel;
  }

  /** Types a message; the bot hears it as its intents allow. */
  say(text: string, options: { repliesTo?: { id: string }; pingsAuthor?: boolean } = {}): Exchange {
    const replied = options.repliesTo && this.#world.messages.get(options.repliesTo.id);
    const named = [...text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '');
    const message = this.#world.addMessage({
      channelId: this.channel.id,
      authorId: this.#user.id,
      content: text,
      embeds: [],
      components: [],
      attachments: [],
      flags: 0,
      mentions: [...named, ...(replied && options.pingsAuthor !== false ? [replied.authorId] : [])],
      pings: [],
      ...(replied ? { repliesTo: replied.id } : {}),
    });
    return new Exchange(this.#world, this, this.#user, { message });
  }

  mention(text: string): Exchange {
    return this.say(`<@${this.#world.bot.id}> ${text}`);
  }

  delete(exchange: Exchange): void {
    if (exchange.question) this.#world.deleteMessage(exchange.question);
  }

  /** Runs a slash command as the registered commands allow; names may be those of the user's language. */
  slash(name: string, values: OptionValues = {}): Exchange {
    const command = this.#command(name, ApplicationCommandType.ChatInput);
    const options = this.#options(command, values, undefined);
    return this.#invoke(
      InteractionType.ApplicationCommand,
      { id: command.id, name: command.name, type: 1, options },
      { command },
    );
  }

  /** The choices offered while `focused` is being typed. */
  async autocomplete(
    name: string,
    focused: string,
    values: OptionValues,
  ): Promise<{ name: string; value: string | number }[]> {
    const command = this.#command(name, ApplicationCommandType.ChatInput);
    const options = this.#options(command, values, focused);
    const data = { id: command.id, name: command.name, type: 1, options };
    const exchange = this.#invoke(InteractionType.ApplicationCommandAutocomplete, data, { command });
    return until(this.#world, () => exchange.interaction?.choices, 5_000, `choices of ${name}`);
  }

  /** Apps → the message command, on somebody's message. */
  contextMenu(name: string, target: { id: string }): Exchange {
    const command = this.#command(name, ApplicationCommandType.Message);
    const message = this.#world.messages.get(target.id)!;
    const data = {
      id: command.id,
      name: command.name,
      type: 3,
      target_id: message.id,
      resolved: { messages: { [message.id]: wireMessage(this.#world, message) } },
    };
    return this.#invoke(InteractionType.ApplicationCommand, data, { command });
  }

  click(message: SimulatedMessage, label: string): Exchange {
    const button = buttonsOf(message).find((candidate) => candidate.label.startsWith(label));
    if (!button?.customId)
      throw new Error(`No button "${label}" among ${JSON.stringify(buttonsOf(message).map((other) => other.label))}`);
    if (button.disabled) throw new Error(`The button "${label}" is disabled`);
    const data = { custom_id: button.customId, component_type: ComponentType.Button, id: 1 };
    return this.#invoke(InteractionType.MessageComponent, data, { message });
  }

  submit(modal: Json, values: Readonly<Record<string, string>>, message: SimulatedMessage | undefined): Exchange {
    const inputs = modalInputs(modal.components);
    for (const key of Object.keys(values)) {
      if (!inputs.some(({ custom_id }) => custom_id === key)) throw new Error(`The modal has no field ${key}`);
    }
    const fill = (component: Json): Json => ({
      type: component.type,
      id: 1,
      ...(component.custom_id === undefined
        ? {}
        : { custom_id: component.custom_id, value: values[textOf(component.custom_id)] ?? '' }),
      ...(Array.isArray(component.components)
        ? { components: component.components.map((child) => fill(child as Json)) }
        : {}),
      ...(isObject(component.component) ? { component: fill(component.component) } : {}),
    });
    const data = { custom_id: modal.custom_id, components: (modal.components as Json[]).map(fill) };
    return this.#invoke(InteractionType.ModalSubmit, data, message ? { message } : {});
  }

  /** Finds the command as the client of this user in this place would offer it. */
  #command(name: string, type: ApplicationCommandType): APIApplicationCommand {
    const wanted = name.replace(/^\//, '');
    const guildId = this.channel.guildId;
    const guild = guildId === undefined ? undefined : this.#world.guilds.get(guildId);
    const context = guildId === undefined ? (this.channel.type === ChannelType.DM ? 1 : 2) : 0;
    const usable = [...this.#world.commands.values()].filter((command) => {
      if (command.type !== type) return false;
      if (command.guild_id !== undefined) return command.guild_id === guildId && guild?.botIsMember === true;
      const inContext = command.contexts?.includes(context) ?? context !== 2;
      const types: readonly number[] = command.integration_types ?? [0];
      const forGuild = types.includes(0) && (guild?.botIsMember === true || context === 1);
      return inContext && (forGuild || (types.includes(1) && this.#user.installed));
    });
    const locale = this.#user.locale as 'fr';
    const found = usable.find((command) => command.name === wanted || command.name_localizations?.[locale] === wanted);
    if (found) return found;
    const offered = usable.map((command) => command.name_localizations?.[locale] ?? command.name);
    throw new Error(`${this.#user.name} is not offered /${wanted} here; offered: ${offered.join(', ') || 'nothing'}`);
  }

  #options(command: APIApplicationCommand, values: OptionValues, focused: string | undefined): Json[] {
    const options: readonly APIApplicationCommandOption[] = command.options ?? [];
    const locale = this.#user.locale as 'fr';
    const filled = Object.entries(values).map(([key, value]) => {
      const option = options.find(
        ({ name, name_localizations }) => name === key || name_localizations?.[locale] === key,
      );
      if (!option) throw new Error(`/${command.name} has no option ${key}`);
      const type =
        typeof value === 'boolean'
          ? OptionType.Boolean
          : typeof value === 'number'
            ? OptionType.Integer
            : OptionType.String;
      if (option.type !== type) throw new Error(`/${command.name} ${key}: wrong type`);
      const limits = option as unknown as {
        max_length?: number;
        min_length?: number;
        choices?: { value: unknown }[];
        autocomplete?: boolean;
      };
      if (typeof value === 'string' && focused === undefined) {
        if (value.length > (limits.max_length ?? 6000) || value.length < (limits.min_length ?? 0))
          throw new Error(`/${command.name} ${key}: length`);
        if (limits.choices && !limits.choices.some((choice) => choice.value === value))
          throw new Error(`/${command.name} ${key}: not a choice`);
      }
      if (key === focused && !limits.autocomplete) throw new Error(`/${command.name} ${key} has no autocomplete`);
      return { name: option.name, type: option.type, value, ...(key === focused ? { focused: true } : {}) };
    });
    const missing = options.find(({ name, required }) => required && !filled.some((option) => option.name === name));
    if (missing && focused === undefined) throw new Error(`/${command.name} needs ${missing.name}`);
    return filled;
  }

  #invoke(
    type: InteractionType,
    data: Json,
    about: { command?: APIApplicationCommand; message?: SimulatedMessage },
  ): Exchange {
    const world = this.#world;
    const { guildId } = this.channel;
    const guild = guildId === undefined ? undefined : world.guilds.get(guildId);
    const installedInGuild = guild?.botIsMember ?? this.channel.recipients.includes(this.#user.id) === true;
    const id = world.snowflake();
    const interaction: SimulatedInteraction = {
      id,
      token: `interaction-token-${id}-${Math.random().toString(36).slice(2)}`,
      type,
      userId: this.#user.id,
      channelId: this.channel.id,
      createdAt: world.clock.now(),
      userInstallOnly: !installedInGuild,
      acknowledged: undefined,
      thinking: false,
      followUps: 0,
      ...(about.command ? { commandName: about.command.name } : {}),
      ...(about.message ? { message: about.message } : {}),
    };
    world.interactions.set(id, interaction);
    world.record(`${this.#user.name} → ${InteractionType[type]} ${textOf(data.name) || textOf(data.custom_id)}`);
    const permissions =
      PermissionFlagsBits.ViewChannel | (this.channel.botMaySend ? PermissionFlagsBits.SendMessages : 0n);
    const wire = {
      id,
      application_id: world.bot.id,
      type,
      data,
      token: interaction.token,
      version: 1,
      channel: wireChannel(world, this.channel),
      channel_id: this.channel.id,
      locale: this.#user.locale,
      entitlements: [],
      attachment_size_limit: 10_485_760,
      app_permissions: permissions.toString(),
      context: guildId === undefined ? (this.channel.type === ChannelType.DM ? 1 : 2) : 0,
      authorizing_integration_owners: installedInGuild ? { 0: guildId ?? '0' } : { 1: this.#user.id },
      ...(guild
        ? {
            guild_id: guild.id,
            guild_locale: guild.locale,
            guild: { id: guild.id, locale: guild.locale, features: [] },
            member: wireMember(world, this.#user.id),
          }
        : { user: wireUser(world, this.#user.id) }),
      ...(about.message ? { message: wireMessage(world, about.message) } : {}),
    };
    const scope = guild?.botIsMember ? { guildId: guild.id, intent: 0 } : { intent: 0 };
    world.dispatch('INTERACTION_CREATE', wire, scope);
    return new Exchange(world, this, this.#user, { interaction });
  }
}
