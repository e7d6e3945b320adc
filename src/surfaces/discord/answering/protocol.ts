import type { ConversationStore } from '../../../types.ts';
import type { ServiceMethod } from './answering-service.ts';

/** What the bot's process and the answering process say to each other; structured clone carries it. */
export type ToAnswerer =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly method: ServiceMethod;
      readonly parameters: readonly unknown[];
      /** Whether drafts are wanted while the answer is written. */
      readonly drafts: boolean;
    }
  | { readonly type: 'abort'; readonly id: number }
  | Settled<'store-settled'>;

export type FromAnswerer =
  | { readonly type: 'ready' }
  /** It could not open the index; it ends afterwards. */
  | { readonly type: 'failed'; readonly message: string; readonly exitCode: number | undefined }
  | { readonly type: 'notice'; readonly message: string }
  /** What has been written since the last draft of this call, unchecked; none comes after the call has settled. */
  | { readonly type: 'draft'; readonly id: number; readonly text: string }
  | Settled<'settled'>
  /** Conversations stay with the bot, which alone knows whose they are. */
  | {
      readonly type: 'store';
      readonly id: number;
      readonly method: keyof ConversationStore;
      readonly parameters: readonly unknown[];
    };

export type Settled<Type extends string> = { readonly type: Type; readonly id: number } & (
  | { readonly value: unknown }
  | { readonly error: { readonly name: string; readonly message: string; readonly stack: string | undefined } }
);

/** The outcome of `work` as a message. */
export async function settle<Type extends string>(
  type: Type,
  id: number,
  work: () => Promise<unknown>,
): Promise<Settled<Type>> {
  try {
    return { type, id, value: await work() };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { type, id, error: { name, message, stack } };
  }
}

/** Calls sent to the other process that wait for their answers. */
export class PendingCalls {
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #next = 1;

  /** @param send is given the id of the new call. */
  begin(send: (id: number) => void): Promise<unknown> {
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      send(id);
    });
  }

  settle(message: Settled<string>): void {
    const call = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('value' in message) call?.resolve(message.value);
    else call?.reject(Object.assign(new Error(message.error.message), message.error));
  }

  failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
