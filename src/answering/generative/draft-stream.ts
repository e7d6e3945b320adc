import { longestOutput, readProse } from './written-answer.ts';

/** Where a sentence's text begins in JSON, or something that is not for the reader. */
const opening = /"text"\s*:\s*"|<think(?:ing)?>/i;
const thinkingEnd = /<\/think(?:ing)?>/i;
/** A string's content up to its end; an escape that is not whole yet waits for its rest. */
const stringContent = /^(?:[^"\\]|\\(?:u[\da-f]{4}|[^u]))+/is;
/** Prose up to the last end of a sentence with a marker before it, or behind it and no other to follow. */
const markedProse = /^[\s\S]*(?:[\]】]\s*[.!?…]|[.!?…]["»”]?\s*[[【][^.!?…]*[\]】]\s+(?=[^\s[【]))/;
/** No opening is longer. */
const tail = 40;
/** Prose without a marker is forgotten after this many characters: it was no sentence of the answer. */
const longestUnmarked = 2000;

/**
 * Turns the pieces of a streamed answer into pieces of readable text: the sentences' texts where the model writes JSON,
 * the sentences with markers where it writes prose. What it thinks aloud and what it says around the answer is not shown.
 * Every character is looked at a few times at most, however long the answer.
 */
export class DraftStream {
  readonly #onDraft: (piece: string) => void;
  #place: 'outside' | 'text' | 'thinking' = 'outside';
  /** Received and not yet understood. */
  #pending = '';
  #received = 0;
  #isJson = false;
  #begun = false;
  /** Set between two sentences. */
  #gap = false;

  constructor(onDraft: (piece: string) => void) {
    this.#onDraft = onDraft;
  }

  push(piece: string): void {
    if (this.#place !== 'thinking') this.#received += piece.length;
    if (this.#received > longestOutput) return;
    this.#pending += piece;
    while (this.#advance());
  }

  /** Reads one stretch; false when more must come first. */
  #advance(): boolean {
    if (this.#place === 'thinking') return this.#skipThinking();
    if (this.#place === 'text') return this.#readText();
    return this.#look();
  }

  #look(): boolean {
    const match = opening.exec(this.#pending);
    if (match) {
      this.#take(match.index + match[0].length);
      this.#place = match[0].startsWith('"') ? 'text' : 'thinking';
      this.#gap = this.#begun;
      return true;
    }
    this.#isJson ||= this.#pending.includes('{');
    if (this.#isJson) this.#pending = this.#pending.slice(-tail);
    else this.#readMarkedProse();
    return false;
  }

  #skipThinking(): boolean {
    const end = thinkingEnd.exec(this.#pending);
    if (!end) {
      this.#pending = this.#pending.slice(-tail);
      return false;
    }
    this.#take(end.index + end[0].length);
    this.#place = 'outside';
    return true;
  }

  #readText(): boolean {
    const content = stringContent.exec(this.#pending)?.[0] ?? '';
    this.#take(content.length);
    this.#show(unescaped(content));
    if (!this.#pending.startsWith('"')) return false;
    this.#take(1);
    this.#place = 'outside';
    return true;
  }

  #readMarkedProse(): void {
    const marked = /[\]】]/.test(this.#pending) ? markedProse.exec(this.#pending)?.[0] : undefined;
    if (marked === undefined) {
      this.#pending = this.#pending.slice(-longestUnmarked);
      return;
    }
    this.#take(marked.length);
    for (const { text } of readProse(marked)) {
      this.#gap = this.#begun;
      this.#show(text);
    }
  }

  #show(text: string): void {
    if (text === '') return;
    this.#onDraft(this.#gap ? ` ${text}` : text);
    this.#begun = true;
    this.#gap = false;
  }

  #take(length: number): void {
    this.#pending = this.#pending.slice(length);
  }
}

function unescaped(content: string): string {
  try {
    return JSON.parse(`"${content.replace(/[\n\r\t]/g, ' ')}"`) as string;
  } catch {
    return '';
  }
}
