import { MessageFlags } from 'discord-api-types/v10';
import type { SimulatedInteraction, SimulatedMessage, SimulatedUser } from './model.ts';
import type { World } from './state.ts';
import { type Json, textOf } from './validation.ts';
import { type ButtonView, buttonsOf, type LinkView, linksOf, renderedText } from './view.ts';

/** Resolves with the first value that `probe` finds; looks again at every change. Rejects with a transcript. */
export async function until<T>(world: World, probe: () => T | undefined, within: number, what: string): Promise<T> {
  const found = probe();
  if (found !== undefined) return found;
  return new Promise<T>((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      world.off('change', look);
    };
    const look = (): void => {
      const value = probe();
      if (value === undefined) return;
      finish();
      resolve(value);
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`Waited ${within} ms for ${what}.\n${world.transcript.slice(-40).join('\n')}`));
    }, within);
    world.on('change', look);
  });
}

/** What an exchange needs of the client that started it. */
export interface Clicker {
  click(message: SimulatedMessage, label: string): Exchange;
  submit(modal: Json, values: Readonly<Record<string, string>>, message: SimulatedMessage | undefined): Exchange;
}

export interface MessageView {
  readonly id: string;
  /** As typed by the bot, markdown included. */
  readonly content: string;
  /** As a reader sees it. */
  readonly text: string;
  readonly links: readonly LinkView[];
  readonly buttons: readonly ButtonView[];
  readonly attachments: readonly { readonly name: string; readonly data: Buffer }[];
  readonly ephemeral: boolean;
  readonly history: readonly string[];
  readonly pings: readonly string[];
  readonly repliesTo: string | undefined;
  click(label: string): Exchange;
}

export interface ModalView {
  readonly title: string;
  submit(values: Readonly<Record<string, string>>): Exchange;
}

/** One thing a user did and what the bot makes of it. */
export class Exchange {
  readonly interaction: SimulatedInteraction | undefined;
  readonly question: SimulatedMessage | undefined;
  readonly #world: World;
  readonly #client: Clicker;
  readonly #user: SimulatedUser;

  constructor(
    world: World,
    client: Clicker,
    user: SimulatedUser,
    cause: { interaction?: SimulatedInteraction; message?: SimulatedMessage },
  ) {
    this.#world = world;
    this.#client = client;
    this.#user = user;
    this.interaction = cause.interaction;
    this.question = cause.message;
  }

  /** The bot's messages that answer this, as far as they are there; also those that merely think. */
  #answers(): SimulatedMessage[] {
    const { interaction, question } = this;
    const visible = [...this.#world.messages.values()].filter(
      (message) =>
        !message.deleted &&
        message.authorId === this.#world.bot.id &&
        (message.visibleTo === undefined || message.visibleTo === this.#user.id),
    );
    if (interaction)
      return visible.filter((message) => message.interaction === interaction || message.id === interaction.originalId);
    const replies = visible.filter((message) => message.repliesTo === question?.id);
    if (replies.length > 0)
      return visible.filter((message) => message.repliesTo === question?.id || follows(message, replies[0]!));
    const direct = question && this.#world.channels.get(question.channelId)?.guildId === undefined;
    return direct
      ? visible.filter(
          (message) => message.channelId === question.channelId && message.id > question.id && !message.interaction,
        )
      : [];
  }

  /** The first message once it says something. */
  async final(options: { within?: number } = {}): Promise<MessageView> {
    const message = await until(
      this.#world,
      () => {
        const [first] = this.#answers();
        return first && !this.#world.isThinking(first) ? first : undefined;
      },
      options.within ?? 10_000,
      `an answer to ${this.question?.content ?? this.interaction?.commandName ?? 'a click'}`,
    );
    return this.#view(message);
  }

  /** All messages of the answer that are there now. */
  all(): MessageView[] {
    return this.#answers().map((message) => this.#view(message));
  }

  async count(wanted: number, within = 10_000): Promise<MessageView[]> {
    await until(this.#world, () => (this.#answers().length >= wanted ? true : undefined), within, `${wanted} messages`);
    return this.all();
  }

  /** Resolves once the interaction is acknowledged in any way. */
  async acknowledged(within = 3_000): Promise<number> {
    const at = await until(this.#world, () => this.interaction?.acknowledged, within, 'an acknowledgement');
    return at - (this.interaction?.createdAt ?? 0);
  }

  async modal(within = 3_000): Promise<ModalView> {
    const modal = await until(this.#world, () => this.interaction?.modal, within, 'a modal');
    return {
      title: textOf(modal.title),
      submit: (values) => this.#client.submit(modal, values, this.interaction?.message),
    };
  }

  #view(message: SimulatedMessage): MessageView {
    return {
      id: message.id,
      content: message.content,
      text: renderedText(message.content),
      links: linksOf(message),
      buttons: buttonsOf(message),
      attachments: message.attachments.map(({ name, data }) => ({ name, data })),
      ephemeral: (message.flags & MessageFlags.Ephemeral) !== 0,
      history: [...message.history],
      pings: [...message.pings],
      repliesTo: message.repliesTo,
      click: (label) => this.#client.click(message, label),
    };
  }
}

/** Further pages of an answer come right after the reply, in the same channel and without a reference. */
function follows(message: SimulatedMessage, reply: SimulatedMessage): boolean {
  return (
    message.channelId === reply.channelId &&
    message.id > reply.id &&
    message.repliesTo === undefined &&
    !message.interaction
  );
}
