import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BaseInteraction,
  InteractionResponseType,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Settings } from '../settings.ts';
import { hasCode, isTransient } from './failures.ts';
import { messageBody, type OutgoingMessage } from './outgoing.ts';

export type RepliableInteraction = Pick<BaseInteraction, 'id' | 'token' | 'applicationId'>;

/** `expired`: Discord no longer knows the interaction. */
export type Acknowledgement =
  | { readonly state: 'acknowledged'; readonly messageId?: string }
  | { readonly state: 'expired' };

type CallbackBody = { readonly type: InteractionResponseType; readonly data?: unknown };

/**
 * The REST side of one interaction. discord.js would repeat a lost acknowledgement only after its general timeout, when
 * the three seconds are over; here each attempt is short, and "already acknowledged" (40060) after a lost answer counts
 * as success.
 */
export class InteractionReply {
  readonly #rest: REST;
  readonly #interaction: RepliableInteraction;
  readonly #settings: Settings;
  readonly #arrived = Date.now();

  constructor(rest: REST, interaction: RepliableInteraction, settings: Settings) {
    this.#rest = rest;
    this.#interaction = interaction;
    this.#settings = settings;
  }

  /** Whether the token can still be expected to work. */
  get fresh(): boolean {
    return Date.now() - this.#arrived < this.#settings.tokenLifetime;
  }

  /** "Bellérophon is thinking…" */
  defer(ephemeral: boolean): Promise<Acknowledgement> {
    const data = ephemeral ? { data: { flags: MessageFlags.Ephemeral } } : {};
    return this.#acknowledge({ type: InteractionResponseType.DeferredChannelMessageWithSource, ...data });
  }

  send(message: OutgoingMessage, ephemeral: boolean): Promise<Acknowledgement> {
    const data = messageBody(message, ephemeral);
    return this.#acknowledge({ type: InteractionResponseType.ChannelMessageWithSource, data });
  }

  /** Changes the message whose button was pressed; keeps what `change` does not name. */
  update(change: Record<string, unknown>): Promise<Acknowledgement> {
    return this.#acknowledge({
      type: InteractionResponseType.UpdateMessage,
      data: { ...change, allowed_mentions: { parse: [] } },
    });
  }

  showModal(modal: unknown): Promise<Acknowledgement> {
    return this.#acknowledge({ type: InteractionResponseType.Modal, data: modal });
  }

  suggest(choices: readonly { name: string; value: string }[]): Promise<Acknowledgement> {
    return this.#acknowledge({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } });
  }

  /** Puts a message in place of "thinking…", or changes it again. Repeating it does no harm. */
  async edit(message: OutgoingMessage, signal?: AbortSignal): Promise<void> {
    await this.#patch(messageBody(message), message, signal);
  }

  async editComponents(components: unknown): Promise<void> {
    await this.#patch({ components, allowed_mentions: { parse: [] } }, {});
  }

  /** A further ephemeral message; only for notes, since a repetition after a lost answer would show twice. */
  async note(content: string): Promise<void> {
    const { applicationId, token } = this.#interaction;
    await this.#rest.post(Routes.webhook(applicationId, token), { auth: false, body: messageBody({ content }, true) });
  }

  async #patch(
    body: Record<string, unknown>,
    { files = [] }: Pick<OutgoingMessage, 'files'>,
    signal?: AbortSignal,
  ): Promise<void> {
    const { applicationId, token } = this.#interaction;
    await this.#rest.patch(Routes.webhookMessage(applicationId, token, '@original'), {
      auth: false,
      body,
      ...(signal === undefined ? {} : { signal }),
      ...(files.length === 0 ? {} : { files: files.map(({ name, data }) => ({ name, data })) }),
    });
  }

  async #acknowledge(body: CallbackBody): Promise<Acknowledgement> {
    const { id, token } = this.#interaction;
    const deadline = this.#arrived + this.#settings.acknowledgeWithin;
    for (;;) {
      try {
        const answer = (await this.#rest.post(Routes.interactionCallback(id, token), {
          auth: false,
          body,
          query: new URLSearchParams({ with_response: 'true' }),
          signal: AbortSignal.timeout(this.#settings.acknowledgeAttempt),
        })) as { resource?: { message?: { id?: string } } } | undefined;
        const messageId = answer?.resource?.message?.id;
        return { state: 'acknowledged', ...(messageId === undefined ? {} : { messageId }) };
      } catch (error) {
        if (hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) return { state: 'acknowledged' };
        if (hasCode(error, RESTJSONErrorCodes.UnknownInteraction)) return { state: 'expired' };
        if (!isTransient(error)) throw error;
        if (Date.now() >= deadline) return { state: 'expired' };
        await sleep(100);
      }
    }
  }
}
