import type { BotContext } from './context.ts';
import { conversationName } from './state/stored-conversations.ts';

export interface Place {
  readonly channelId: string;
  /** Direct messages with the bot: one conversation. */
  readonly direct: boolean;
  /** In a thread everybody talks about the same; in a channel each person has a conversation of their own. */
  readonly thread: boolean;
}

/** The conversation that a person's words in a place belong to. */
export function conversationAt({ state }: BotContext, userId: string, { channelId, direct, thread }: Place): string {
  const user = state.userKey(userId);
  return conversationName(direct || thread ? channelId : `${channelId}.${user}`, user);
}
