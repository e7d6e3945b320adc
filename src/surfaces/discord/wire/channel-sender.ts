import { type APIChannel, type APIMessage, type REST, Routes } from 'discord.js';
import { messageBody, type OutgoingMessage } from './outgoing.ts';

export interface ChannelTarget {
  readonly channelId: string;
  /** The message that is answered; a message that was deleted meanwhile is no obstacle. */
  readonly repliesTo?: string | undefined;
}

/** Posts to channels and direct messages. */
export class ChannelSender {
  readonly #rest: REST;

  constructor(rest: REST) {
    this.#rest = rest;
  }

  /**
   * @param nonce the same for the same message, 25 characters at most: after a lost answer the library repeats the
   * request, and Discord then returns the message that is already there.
   * @returns the message's id
   */
  async post(target: ChannelTarget, message: OutgoingMessage, nonce: string, signal?: AbortSignal): Promise<string> {
    const { channelId, repliesTo } = target;
    const reference =
      repliesTo === undefined ? {} : { message_reference: { message_id: repliesTo, fail_if_not_exists: false } };
    const sent = (await this.#rest.post(Routes.channelMessages(channelId), {
      body: { ...messageBody(message), ...reference, nonce, enforce_nonce: true },
      ...requestOptions(message, signal),
    })) as APIMessage;
    return sent.id;
  }

  /** Changes a message of the bot's own. Repeating it does no harm. */
  async edit(channelId: string, messageId: string, message: OutgoingMessage, signal?: AbortSignal): Promise<void> {
    await this.#rest.patch(Routes.channelMessage(channelId, messageId), {
      body: messageBody(message),
      ...requestOptions(message, signal),
    });
  }

  async delete(channelId: string, messageId: string): Promise<void> {
    await this.#rest.delete(Routes.channelMessage(channelId, messageId));
  }

  async type(channelId: string): Promise<void> {
    await this.#rest.post(Routes.channelTyping(channelId));
  }

  /** The channel of direct messages with a user. */
  async directChannel(userId: string): Promise<string> {
    const channel = (await this.#rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIChannel;
    return channel.id;
  }
}

function requestOptions({ files }: OutgoingMessage, signal: AbortSignal | undefined) {
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(files === undefined ? {} : { files: files.map(({ name, data }) => ({ name, data })) }),
  };
}
