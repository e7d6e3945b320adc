import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { z } from 'zod';
import type { TokenUsage } from '../../types.ts';

const record = z.object({ day: z.string(), tokens: z.number().int().nonnegative() });

/** Writing takes milliseconds: a lock older than this (the least that the library allows) was left by a dead process. */
const staleLock = 2000;
/** Milliseconds that a free lock is waited for: long enough for one that was left to become stale. */
const patience = 3500;

/**
 * Tokens spent today (UTC), kept in one small file so that a restart does not reset the limit and several processes
 * share it. Trouble with the file never rejects: an answer that was paid for must not be lost for it. What could not
 * be written is remembered, and written with the next.
 */
export class DailyTokens {
  readonly #file: string;
  readonly #limit: number | undefined;
  readonly #today: () => string;
  readonly #warn: (message: string) => void;
  #warned = false;
  /** Spent by this process and not yet in the file. */
  #unwritten = { day: '', tokens: 0 };

  /**
   * @param limit tokens a day; undefined counts nothing and writes no file.
   * @param warn told once why tokens cannot be counted.
   */
  constructor(
    dataDir: string,
    limit: number | undefined,
    today = () => new Date().toISOString().slice(0, 10),
    warn: (message: string) => void = (message) => process.emitWarning(message),
  ) {
    this.#file = join(dataDir, 'chat-tokens.json');
    this.#limit = limit;
    this.#today = today;
    this.#warn = warn;
  }

  async isSpent(): Promise<boolean> {
    if (this.#limit === undefined) return false;
    try {
      return (await this.#read()) + this.#pending() >= this.#limit;
    } catch (error) {
      this.#complain('read', error);
      return this.#pending() >= this.#limit;
    }
  }

  /** @param signal ends the wait for another process; what is spent is then written later. */
  async add({ inputTokens, outputTokens }: TokenUsage, signal?: AbortSignal): Promise<void> {
    if (this.#limit === undefined) return;
    this.#unwritten = { day: this.#today(), tokens: this.#pending() + inputTokens + outputTokens };
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      const release = await this.#lock(signal);
      try {
        const day = this.#today();
        const added = this.#pending();
        const tokens = (await this.#read()) + added;
        const temporary = `${this.#file}.${process.pid}`;
        await writeFile(temporary, `${JSON.stringify({ day, tokens })}\n`);
        await rename(temporary, this.#file);
        this.#unwritten = { day, tokens: Math.max(0, this.#pending() - added) };
      } finally {
        await release();
      }
    } catch (error) {
      this.#complain('write', error);
    }
  }

  #pending(): number {
    return this.#unwritten.day === this.#today() ? this.#unwritten.tokens : 0;
  }

  /** The library's own retries would not hear the signal. */
  async #lock(signal: AbortSignal | undefined): Promise<() => Promise<void>> {
    const latest = Date.now() + patience;
    for (;;) {
      try {
        return await lock(this.#file, { realpath: false, stale: staleLock, onCompromised: () => undefined });
      } catch (error) {
        const isHeld = (error as NodeJS.ErrnoException).code === 'ELOCKED';
        if (!isHeld || Date.now() >= latest || signal?.aborted) throw error;
        await delay(20 + 40 * Math.random(), undefined, { signal }).catch(() => undefined);
      }
    }
  }

  #complain(what: 'read' | 'write', error: unknown): void {
    if (this.#warned) return;
    this.#warned = true;
    const { code, message } = error as NodeJS.ErrnoException;
    this.#warn(`CHAT_DAILY_TOKENS cannot be kept: cannot ${what} ${this.#file} (${code ?? message}).`);
  }

  async #read(): Promise<number> {
    let content: string;
    try {
      content = await readFile(this.#file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
      throw error;
    }
    try {
      const { day, tokens } = record.parse(JSON.parse(content));
      return day === this.#today() ? tokens : 0;
    } catch {
      // A file that somebody edited: counting starts again rather than the bot stopping.
      return 0;
    }
  }
}
