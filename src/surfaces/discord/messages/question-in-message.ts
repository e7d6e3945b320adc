import type { Message } from 'discord.js';
import type { BotState } from '../state/bot-state.ts';

/** What a message is to the bot. */
export type Addressed =
  | { readonly kind: 'not-for-me' }
  | {
      readonly kind: 'question';
      readonly text: string /** The message of the bot that it replies to. */;
      readonly repliesTo?: string;
    }
  | { readonly kind: 'greeting' }
  /** A reply to the bot whose text Discord withholds, because it does not mention the bot. */
  | { readonly kind: 'unreadable' };

/** Direct messages are for the bot; in a guild what mentions it or replies to it. */
export async function addressed(message: Message, state: BotState): Promise<Addressed> {
  const me = message.client.user.id;
  // Some events come without an author; what bots and Discord itself write is no question.
  const author = message.author as Message['author'] | null;
  if (author === null || author.bot || author.id === me || message.system || message.webhookId !== null) {
    return { kind: 'not-for-me' };
  }
  const referenced = message.reference?.messageId;
  const mine =
    referenced !== undefined &&
    (message.mentions.repliedUser?.id === me || (await state.conversationOf(referenced)) !== null);
  const mentioned = message.mentions.users.has(me);
  if (message.guildId !== null && !mine && !mentioned) return { kind: 'not-for-me' };
  const text = message.content
    .replace(new RegExp(`<@!?${me}>`, 'g'), ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  if (text !== '')
    return { kind: 'question', text, ...(mine && referenced !== undefined ? { repliesTo: referenced } : {}) };
  return message.guildId !== null && !mentioned ? { kind: 'unreadable' } : { kind: 'greeting' };
}
