import type { Logger } from '../../logging.ts';
import { draftText } from './render/draft.ts';
import type { Settings } from './settings.ts';
import type { Texts } from './texts/texts.ts';
import { isTransient } from './wire/failures.ts';
import type { OutgoingMessage } from './wire/outgoing.ts';

export interface DraftTools {
  /** In the language of the reader. */
  readonly texts: Texts;
  readonly settings: Pick<Settings, 'draftEdits' | 'draftInterval' | 'draftTimeout'>;
  readonly logger: Logger;
}

/**
 * Shows what a chat model has written so far in a few paced edits, one at a time. A courtesy: what cannot be shown is
 * logged, and the answer comes all the same.
 */
export class DraftEdits {
  readonly #show: (message: OutgoingMessage, signal: AbortSignal) => Promise<void>;
  readonly #tools: DraftTools;
  #written = '';
  /** As much of it as the last edit had before it. */
  #seen = '';
  #shown: string | null = null;
  #left: number;
  /** Milliseconds since 1970: no edit begins before. */
  #notBefore = 0;
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> | undefined;
  #stopped = false;

  constructor(show: (message: OutgoingMessage, signal: AbortSignal) => Promise<void>, tools: DraftTools) {
    this.#show = show;
    this.#tools = tools;
    this.#left = tools.settings.draftEdits;
  }

  add(piece: string): void {
    this.#written += piece;
    this.#schedule();
  }

  /** No edit begins any more; resolves when the one under way is over, so that the final text comes after it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#underWay;
  }

  #schedule(): void {
    if (this.#stopped || this.#left === 0 || this.#written === this.#seen) return;
    if (this.#timer !== undefined || this.#underWay !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#underWay = this.#edit().finally(() => {
          this.#underWay = undefined;
          this.#schedule();
        });
      },
      Math.max(0, this.#notBefore - Date.now()),
    );
  }

  async #edit(): Promise<void> {
    const { texts, settings, logger } = this.#tools;
    this.#seen = this.#written;
    const content = draftText(this.#written, texts);
    if (content === null || content === this.#shown) return;
    this.#shown = content;
    this.#left -= 1;
    try {
      await this.#show({ content }, AbortSignal.timeout(settings.draftTimeout));
    } catch (error) {
      logger.warn({ err: error }, 'a draft could not be shown');
      // Discord has refused it and would refuse the next.
      if (!isTransient(error)) this.#left = 0;
    }
    this.#notBefore = Date.now() + settings.draftInterval;
  }
}
