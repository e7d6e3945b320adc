import type { ConversationStore, Turn } from '../../../types.ts';
import type { Database } from './database.ts';

/**
 * A conversation's name is `<place>~<user key>`: people in one thread, or replying to the same answer, share what was
 * said under `place`, while each turn belongs to the one who asked and is forgotten with them.
 */
export function conversationName(place: string, userKey: string): string {
  return `${place}~${userKey}`;
}

export function splitConversationName(name: string): { place: string; user: string } {
  const cut = name.lastIndexOf('~');
  return cut < 0 ? { place: name, user: '' } : { place: name.slice(0, cut), user: name.slice(cut + 1) };
}

/** A follow-up never reaches further back. */
const rememberedTurns = 8;

/** Conversations in the database. */
export class StoredConversations implements ConversationStore {
  readonly #select;
  readonly #insert;
  readonly #delete;

  constructor(database: Database) {
    this.#select = database.prepare('SELECT turn FROM turns WHERE conversation = ? ORDER BY id DESC LIMIT ?');
    this.#insert = database.prepare('INSERT INTO turns (conversation, user, at, turn) VALUES (?, ?, ?, ?)');
    this.#delete = database.prepare('DELETE FROM turns WHERE conversation = ?');
  }

  async turns(conversation: string): Promise<readonly Turn[]> {
    const { place } = splitConversationName(conversation);
    const rows = this.#select.all(place, rememberedTurns) as { turn: string }[];
    return rows.map(({ turn }) => JSON.parse(turn) as Turn).reverse();
  }

  async append(conversation: string, turn: Turn): Promise<void> {
    const { place, user } = splitConversationName(conversation);
    this.#insert.run(place, user, Date.now(), JSON.stringify(turn));
  }

  async forget(conversation: string): Promise<void> {
    this.#delete.run(splitConversationName(conversation).place);
  }
}
