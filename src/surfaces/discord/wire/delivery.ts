import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../../logging.ts';
import type { Settings } from '../settings.ts';
import type { ChannelSender, ChannelTarget } from './channel-sender.ts';
import { isMessageGone, isTokenGone, isTransient } from './failures.ts';
import type { InteractionReply } from './interaction-reply.ts';
import type { OutgoingMessage } from './outgoing.ts';

/** Where an answer goes in the end. Resolves with the message's id where Discord tells it. */
export interface Delivery {
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

  constructor(tools: DeliveryTools, target: ChannelTarget, userId: string, nonce: string) {
    this.#tools = tools;
    this.#target = target;
    this.#userId = userId;
    this.#nonce = nonce;
  }

  nonceOf(page: number): string {
    return `${this.#nonce}-${page}`;
  }

  async deliver(message: OutgoingMessage, page = 0): Promise<string | undefined> {
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
