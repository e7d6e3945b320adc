import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lock } from 'proper-lockfile';
import { z } from 'zod';
import type { TokenUsage } from '../../types.ts';

const record = z.object({ day: z.string(), tokens: z.number().int().nonnegative() });

/**
 * Tokens spent today (UTC), kept in one small file so that a restart does not reset the limit and several processes
 * share it.
 */
export class DailyTokens {
  readonly #file: string;
  readonly #limit: number | undefined;
  readonly #today: () => string;

  /** @param limit tokens a day; undefined counts nothing and writes no file. */
  constructor(dataDir: string, limit: number | undefined, today = () => new Date().toISOString().slice(0, 10)) {
    this.#file = join(dataDir, 'chat-tokens.json');
    this.#limit = limit;
    this.#today = today;
  }

  async isSpent(): Promise<boolean> {
    return this.#limit !== undefined && (await this.#read()) >= this.#limit;
  }

  async add({ inputTokens, outputTokens }: TokenUsage): Promise<void> {
    if (this.#limit === undefined) return;
    await mkdir(dirname(this.#file), { recursive: true });
    const release = await lock(this.#file, {
      realpath: false,
      retries: { retries: 20, minTimeout: 10, maxTimeout: 200 },
    });
    try {
      const tokens = (await this.#read()) + inputTokens + outputTokens;
      const temporary = `${this.#file}.${process.pid}`;
      await writeFile(temporary, `${JSON.stringify({ day: this.#today(), tokens })}\n`);
      await rename(temporary, this.#file);
    } finally {
      await release();
    }
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
