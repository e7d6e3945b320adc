import type { InteractionReply } from '../wire/interaction-reply.ts';

/** Private answers whose Publish button can still be changed: only the interaction that made the message can do that. */
export class PublishTokens {
  readonly #replies = new Map<string, InteractionReply>();
  readonly #capacity: number;

  constructor(capacity = 500) {
    this.#capacity = capacity;
  }

  keep(answerId: string, reply: InteractionReply): void {
    this.#replies.set(answerId, reply);
    const [oldest] = this.#replies.keys();
    if (this.#replies.size > this.#capacity && oldest !== undefined) this.#replies.delete(oldest);
  }

  take(answerId: string): InteractionReply | undefined {
    const reply = this.#replies.get(answerId);
    this.#replies.delete(answerId);
    return reply?.fresh ? reply : undefined;
  }
}
