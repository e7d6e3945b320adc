/** A line, or where one was longer than allowed, only its number. */
export interface InputLine {
  readonly number: number;
  /** Null when the line was too long to be kept. */
  readonly text: string | null;
}

/**
 * Lines of a byte stream, as they come, split at line feeds only: node:readline also splits at U+2028, which may stand
 * inside a JSON string. A byte order mark and carriage returns are dropped, a line of more than `limit` characters is
 * told but not kept, so that memory stays bounded whatever comes.
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array | string>,
  limit = 1_000_000,
): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder('utf-8');
  let number = 0;
  let pending = '';
  let tooLong = false;
  const finish = (text: string): InputLine => {
    number += 1;
    const line = { number, text: tooLong || text.length > limit ? null : text.replace(/\r$/, '') };
    pending = '';
    tooLong = false;
    return line;
  };
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      yield finish(pending + text.slice(from, end));
      from = end + 1;
    }
    pending += text.slice(from);
    if (pending.length > limit) {
      tooLong = true;
      pending = '';
    }
  }
  pending += decoder.decode();
  if (pending !== '' || tooLong) yield finish(pending);
}
