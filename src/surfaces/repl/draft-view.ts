import { clearScreenDown, moveCursor } from 'node:readline';
import { displayWidth } from '../layout.ts';
import { safeText } from '../plain-text.ts';
import type { Colours } from '../style.ts';

/**
 * A draft that grows on the terminal, dimmed, and goes when the checked answer comes. Only as many lines are shown as
 * can be removed again: what has scrolled off a terminal cannot be taken back.
 */
export class DraftView {
  readonly #stream: NodeJS.WriteStream;
  readonly #colours: Colours;
  #shown = '';
  #full = false;

  constructor(stream: NodeJS.WriteStream, colours: Colours) {
    this.#stream = stream;
    this.#colours = colours;
  }

  add(piece: string): void {
    const text = safeText(piece);
    if (this.#full || text === '') return;
    if (this.#rows(this.#shown + text) >= (this.#stream.rows ?? 24) - 1) {
      this.#full = true;
      this.#stream.write(this.#colours.dim('…'));
      this.#shown += '…';
      return;
    }
    this.#shown += text;
    this.#stream.write(this.#colours.dim(text));
  }

  /** Leaves the cursor where the draft began. */
  clear(): void {
    if (this.#shown === '') return;
    const rows = this.#rows(this.#shown);
    this.#stream.write('\r');
    moveCursor(this.#stream, 0, -(rows - 1));
    clearScreenDown(this.#stream);
    this.#shown = '';
    this.#full = false;
  }

  #rows(text: string): number {
    const columns = this.#stream.columns ?? 80;
    // A line that fills the last column keeps the cursor on its row until the next character.
    return text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(displayWidth(line) / columns)), 0);
  }
}
