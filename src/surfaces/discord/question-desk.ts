import PQueue from 'p-queue';
import type { Settings } from './settings.ts';

/** Why work on a question was given up. */
export type CancelReason = 'deleted' | 'forgotten' | 'restarting' | 'timeout';

export class QuestionCancelled extends Error {
  readonly reason: CancelReason;

  constructor(reason: CancelReason) {
    super(`The question was given up: ${reason}.`);
    this.name = 'AbortError';
    this.reason = reason;
  }
}

export type Refusal =
  | { readonly kind: 'cooldown' /** Milliseconds since 1970. */; readonly until: number }
  | { readonly kind: 'inFlight' | 'busy' | 'closing' };

/** A question that was let in; it holds its owner's place until `run` has ended or `release` is called. */
export interface Ticket {
  /** Waits for its turn and works; rejects with QuestionCancelled when given up, whether `work` heeds the signal or not. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  cancel(reason: CancelReason): void;
  release(): void;
}

interface Allowance {
  tokens: number;
  at: number;
}

/** Lets questions in: a few in a row per person, one at a time per person, a bounded number in all. */
export class QuestionDesk {
  readonly #settings: Settings;
  readonly #queue: PQueue;
  readonly #allowances = new Map<string, Allowance>();
  /** By user; the tickets of questions admitted and not yet finished. */
  readonly #open = new Map<string, Ticket>();
  readonly #handling = new Set<Promise<unknown>>();
  #closed = false;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#queue = new PQueue({ concurrency: settings.concurrency });
  }

  get open(): number {
    return this.#open.size;
  }

  admit(userId: string): Ticket | Refusal {
    if (this.#closed) return { kind: 'closing' };
    if (this.#open.has(userId)) return { kind: 'inFlight' };
    const until = this.#spend(userId);
    if (until !== undefined) return { kind: 'cooldown', until };
    if (this.#open.size >= this.#settings.concurrency + this.#settings.waiting) return { kind: 'busy' };
    return this.#ticket(userId);
  }

  /** Registers work that a close waits for: a question until its answer is delivered. */
  async track<T>(handling: Promise<T>): Promise<T> {
    this.#handling.add(handling);
    try {
      return await handling;
    } finally {
      this.#handling.delete(handling);
    }
  }

  /** Gives up what the user is waiting for. */
  cancel(userId: string, reason: CancelReason): void {
    this.#open.get(userId)?.cancel(reason);
  }

  /** Takes no more; waits for the questions under way, and apologises for those that take too long. */
  async close(): Promise<void> {
    this.#closed = true;
    const timer = setTimeout(() => {
      for (const ticket of this.#open.values()) ticket.cancel('restarting');
    }, this.#settings.drainTimeout);
    while (this.#handling.size > 0) await Promise.allSettled(this.#handling);
    clearTimeout(timer);
  }

  #ticket(userId: string): Ticket {
    const { answerTimeout } = this.#settings;
    const controller = new AbortController();
    const ticket: Ticket = {
      cancel: (reason) => controller.abort(new QuestionCancelled(reason)),
      run: async (work) => {
        try {
          // The queue rejects as soon as the signal fires, whether the question waits or `work` is deaf to it.
          return await this.#queue.add(() => workInTime(work, controller, answerTimeout), {
            signal: controller.signal,
          });
        } finally {
          ticket.release();
        }
      },
      release: () => {
        if (this.#open.get(userId) === ticket) this.#open.delete(userId);
      },
    };
    this.#open.set(userId, ticket);
    return ticket;
  }

  /** Takes one token; @returns when the next one comes if there is none. */
  #spend(userId: string): number | undefined {
    const { burst, refill } = this.#settings;
    const now = Date.now();
    const before = this.#allowances.get(userId) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + (now - before.at) / refill);
    if (tokens < 1) return Math.ceil(now + (1 - tokens) * refill);
    this.#allowances.set(userId, { tokens: tokens - 1, at: now });
    this.#prune(now);
    return undefined;
  }

  /** Forgets people whose allowance is full again, so that memory stays flat. */
  #prune(now: number): void {
    if (this.#allowances.size < 1_000) return;
    const { burst, refill } = this.#settings;
    for (const [user, { at }] of this.#allowances) if (now - at > burst * refill) this.#allowances.delete(user);
  }
}

export function isRefusal(admission: Ticket | Refusal): admission is Refusal {
  return 'kind' in admission;
}

async function workInTime<T>(
  work: (signal: AbortSignal) => Promise<T>,
  controller: AbortController,
  timeout: number,
): Promise<T> {
  const timer = setTimeout(() => controller.abort(new QuestionCancelled('timeout')), timeout);
  try {
    // A turn of the event loop between questions: searching holds it, and heartbeats must not wait for a burst.
    await new Promise((resolve) => setImmediate(resolve));
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}
