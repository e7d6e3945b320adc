/**
 * Turns the pieces of a streamed answer into pieces of readable text: the sentences' texts where the model writes
 * JSON, everything where it writes prose.
 */
export class DraftStream {
  readonly #onDraft: (piece: string) => void;
  #received = '';
  #shown = '';

  constructor(onDraft: (piece: string) => void) {
    this.#onDraft = onDraft;
  }

  push(piece: string): void {
    this.#received += piece;
    const visible = visibleText(this.#received);
    if (visible.length <= this.#shown.length || !visible.startsWith(this.#shown)) return;
    this.#onDraft(visible.slice(this.#shown.length));
    this.#shown = visible;
  }
}

function visibleText(received: string): string {
  if (!/^\s*(?:```|[[{])/.test(received)) return received.trimStart();
  const texts: string[] = [];
  for (const match of received.matchAll(/"text"\s*:\s*"((?:[^"\\]|\\.)*)/gs)) texts.push(stringContent(match[1] ?? ''));
  return texts.join(' ');
}

/** A JSON string's content; an escape cut off at the end waits for its rest. */
function stringContent(content: string): string {
  const whole = content.replace(/\\(?:u[\da-f]{0,3})?$/i, '');
  try {
    return JSON.parse(`"${whole.replace(/[\n\r\t]/g, ' ')}"`) as string;
  } catch {
    return '';
  }
}
