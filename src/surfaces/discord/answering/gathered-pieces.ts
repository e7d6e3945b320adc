/** Pieces of a draft, handed on together at most once an interval: one message a word would flood the channel. */
export class GatheredPieces {
  readonly #handOn: (text: string) => void;
  readonly #interval: number;
  #gathered = '';
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  /** @param interval in milliseconds */
  constructor(handOn: (text: string) => void, interval: number) {
    this.#handOn = handOn;
    this.#interval = interval;
  }

  add(piece: string): void {
    if (this.#stopped) return;
    this.#gathered += piece;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#handOn(this.#gathered);
      this.#gathered = '';
    }, this.#interval);
  }

  /** Nothing is handed on any more: the answer is there, or nobody waits for it. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
