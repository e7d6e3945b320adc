import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../../logging.ts';
import type { Settings } from '../settings.ts';
import type { ChannelSender, ChannelTarget } from './channel-sender.ts';
import { isMessageGone, isTokenGone, isTransient } from './failures.ts';
import type { InteractionReply } from './interaction-reply.ts';
import type { OutgoingMessage } from './outgoing.ts';

/** Where an answer goes in the end. Resolves with the message's id where Discord tells it. */
export interface Delivery {
  /** Shows, once and without insisting, a text that `deliver` replaces. */
  showDraft(message: OutgoingMessage, signal: AbortSignal): Promise<void>;
  deliver(message: OutgoingMessage, page?: number): Promise<string | undefined>;
}

export interface DeliveryTools {
  readonly sender: ChannelSender;
  readonly settings: Settings;
  readonly logger: Logger;
}

/** Repeats what Discord could not take; the requests must bear repetition. */
async function insist<T>({ settings }: DeliveryTools, attempt: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isTransient(error) || failures >= settings.deliveryRetries) throw error;
      await sleep(settings.deliveryPause * 2 ** failures);
    }
  }
}

/** To a channel; to the asker's direct messages where the bot may not write there. */
export class ChannelDelivery implements Delivery {
  readonly #tools: DeliveryTools;
  readonly #target: ChannelTarget;
  readonly #userId: string;
  /** At most 20 characters; the page number is appended. */
  readonly #nonce: string;
  readonly #draftNonce: string;
  /** The message that shows the draft; `posted` while Discord has not told its id. */
  #draft: { readonly id: string } | 'none' | 'posted' = 'none';

  constructor(tools: DeliveryTools, target: ChannelTarget, userId: string, nonce: string) {
    this.#tools = tools;
    this.#target = target;
    this.#userId = userId;
    this.#nonce = nonce;
    this.#draftNonce = `${nonce}-d`;
  }

  nonceOf(page: number): string {
    return `${this.#nonce}-${page}`;
  }

  /** The message that shows the draft, once Discord has told its id. */
  get draftId(): string | undefined {
    return typeof this.#draft === 'object' ? this.#draft.id : undefined;
  }

  async showDraft(message: OutgoingMessage, signal: AbortSignal): Promise<void> {
    const { sender } = this.#tools;
    if (this.draftId !== undefined) return sender.edit(this.#target.channelId, this.draftId, message, signal);
    this.#draft = 'posted';
    try {
      this.#draft = { id: await sender.post(this.#target, message, this.#draftNonce, signal) };
    } catch (error) {
      if (!isTransient(error)) this.#draft = 'none';
      throw error;
    }
  }

  /** Takes the draft away where nothing replaces it. */
  async retractDraft(): Promise<void> {
    const id = this.draftId;
    this.#draft = 'none';
    if (id === undefined) return;
    await this.#tools.sender.delete(this.#target.channelId, id).catch((error: unknown) => {
      if (!isMessageGone(error)) throw error;
    });
  }

  async deliver(message: OutgoingMessage, page = 0): Promise<string | undefined> {
    if (page > 0 || this.#draft === 'none') return this.#post(message, page);
    try {
      return await insist(this.#tools, () => this.#replaceDraft(message));
    } catch (error) {
      if (isTransient(error)) throw error;
      this.#draft = 'none';
      // Somebody has deleted it: they want no answer.
      if (isMessageGone(error)) return undefined;
      this.#tools.logger.warn({ err: error }, 'a draft could not be replaced; the answer is posted anew');
      return this.#post(message, page);
    }
  }

  async #replaceDraft(message: OutgoingMessage): Promise<string> {
    const { sender } = this.#tools;
    const { channelId } = this.#target;
    // Of a draft whose fate is unknown the same nonce finds the message, or makes it.
    const id = this.draftId ?? (await sender.post(this.#target, message, this.#draftNonce));
    this.#draft = { id };
    await sender.edit(channelId, id, message);
    this.#draft = 'none';
    return id;
  }

  async #post(message: OutgoingMessage, page: number): Promise<string | undefined> {
    const nonce = this.nonceOf(page);
    // Only the first page replies: one line of reference is enough.
    const target = page === 0 ? this.#target : { channelId: this.#target.channelId };
    try {
      return await insist(this.#tools, () => this.#tools.sender.post(target, message, nonce));
    } catch (error) {
      if (isTransient(error)) throw error;
      this.#tools.logger.warn({ err: error }, 'the channel takes no message; trying direct messages');
      return await deliverDirectly(this.#tools, this.#userId, message, nonce);
    }
  }
}

async function deliverDirectly(
  tools: DeliveryTools,
  userId: string,
  message: OutgoingMessage,
  nonce: string,
): Promise<string> {
  return insist(tools, async () => {
    const channelId = await tools.sender.directChannel(userId);
    return tools.sender.post({ channelId }, message, nonce);
  });
}

export interface InteractionPlace {
  readonly interactionId: string;
  readonly userId: string;
  readonly ephemeral: boolean;
  /** The channel, when the bot may write there by itself. */
  readonly channelId: string | undefined;
}

/**
 * In place of "thinking…"; when the interaction's token has died (15 minutes, or an acknowledgement that came too late)
 * to the channel, and what was private, or has no such channel, to the asker's direct messages.
 */
export class InteractionDelivery implements Delivery {
  readonly #tools: DeliveryTools;
  readonly #reply: InteractionReply;
  readonly #place: InteractionPlace;
  #alive: boolean;

  constructor(tools: DeliveryTools, reply: InteractionReply, place: InteractionPlace, acknowledged: boolean) {
    this.#tools = tools;
    this.#reply = reply;
    this.#place = place;
    this.#alive = acknowledged;
  }

  async showDraft(message: OutgoingMessage, signal: AbortSignal): Promise<void> {
    if (this.#alive && this.#reply.fresh) await this.#reply.edit(message, signal);
  }

  async deliver(message: OutgoingMessage): Promise<string | undefined> {
    if (this.#alive && this.#reply.fresh) {
      try {
        await insist(this.#tools, () => this.#reply.edit(message));
        return undefined;
      } catch (error) {
        // The user has deleted the reply: they want none.
        if (isMessageGone(error)) return undefined;
        if (!isTokenGone(error) && !isTransient(error)) throw error;
        this.#alive = false;
        this.#tools.logger.warn({ err: error }, 'the interaction can no longer be answered; trying the channel');
      }
    }
    const { interactionId, userId, ephemeral, channelId } = this.#place;
    const nonce = `${interactionId}-0`;
    if (ephemeral || channelId === undefined) return deliverDirectly(this.#tools, userId, message, nonce);
    return new ChannelDelivery(this.#tools, { channelId }, userId, interactionId).deliver(message);
  }
}
