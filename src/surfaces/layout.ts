import { stripVTControlCharacters } from 'node:util';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** East Asian wide and full-width forms and emoji: two columns each. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Columns that a text takes on a terminal; colours count for nothing. */
export function displayWidth(text: string): number {
  const plain = stripVTControlCharacters(text);
  if (/^[\u0020-\u007e\u00a0-\u024f\u2010-\u202f]*$/.test(plain)) return plain.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(plain)) {
    if (!/^[\p{M}\u200b-\u200f]+$/u.test(segment)) columns += wide.test(segment) ? 2 : 1;
  }
  return columns;
}

export interface Indent {
  /** Before the first line. */
  readonly first?: string;
  /** Before the others. */
  readonly rest?: string;
}

/**
 * Breaks a paragraph at plain spaces (never at no-break ones, never inside a word or an address) so that lines take at
 * most `width` columns; a word longer than that has a line of its own. Line feeds of the text are kept.
 */
export function wrap(text: string, width: number, { first = '', rest = first }: Indent = {}): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const indent = lines.length === 0 ? first : rest;
      if (line !== '' && displayWidth(indent) + displayWidth(line) + 1 + displayWidth(word) > width) {
        lines.push(indent + line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(((lines.length === 0 ? first : rest) + line).trimEnd());
  }
  return lines.join('\n');
}
