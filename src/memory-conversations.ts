import type { ConversationStore, Turn } from './types.ts';

/** Turns that a follow-up may look back on. */
const turnsKept = 8;
/** Conversations of one process at most; the one that was silent longest is forgotten first. */
const conversationsKept = 1000;

/** Conversations of one process, gone with it. */
export class MemoryConversations implements ConversationStore {
  readonly #conversations = new Map<string, readonly Turn[]>();

  async turns(conversation: string): Promise<readonly Turn[]> {
    return this.#conversations.get(conversation) ?? [];
  }

  async append(conversation: string, turn: Turn): Promise<void> {
    const turns = this.#conversations.get(conversation) ?? [];
    // Deleted and set again, so that the map's order is the order of the last turns.
    this.#conversations.delete(conversation);
    this.#conversations.set(conversation, [...turns, turn].slice(-turnsKept));
    const [oldest] = this.#conversations.keys();
    if (this.#conversations.size > conversationsKept && oldest !== undefined) this.#conversations.delete(oldest);
  }

  async forget(conversation: string): Promise<void> {
    this.#conversations.delete(conversation);
  }
}
