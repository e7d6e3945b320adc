/** A line or paragraph of a file as it came, before it is known to belong to the article. */
export interface Piece {
  /** One line, trimmed, single spaces. */
  readonly text: string;
  /** Marked as a heading by HTML or Markdown. */
  readonly isHeading: boolean;
  /** Share of the characters that are inside links, 0 to 1; HTML only. */
  readonly linkShare: number;
}

/** Lines beyond this width were not broken by a typewriter's habit but by a paragraph's end. */
const widestWrap = 110;

/** The lines of a plain text as pieces; lines that were wrapped at a fixed width are joined to paragraphs first. */
export function piecesOfText(text: string): Piece[] {
  const lines = text.split('\n').map(tidy);
  return (isWrapped(lines) ? unwrap(lines) : lines)
    .filter((line) => line !== '')
    .map((line) => ({ text: line, isHeading: false, linkShare: 0 }));
}

/** White space made single and trimmed (no-break spaces stay between words); invisible characters dropped. */
export function tidy(line: string): string {
  return line
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]|(?!\t)\p{Cc}/gu, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/[ \u00a0]{2,}/g, '\u00a0')
    .trim();
}

/** Many lines run on: the next starts with a small letter, as hardly any paragraph does. */
function isWrapped(lines: readonly string[]): boolean {
  const followed = lines.filter((line, index) => line !== '' && lines[index + 1]);
  const runningOn = lines.filter((line, index) => line !== '' && /^\p{Ll}/u.test(lines[index + 1] ?? ''));
  const width = widestOf(lines);
  return width <= widestWrap && runningOn.length >= 2 && runningOn.length * 3 >= followed.length;
}

function unwrap(lines: readonly string[]): string[] {
  const width = widestOf(lines);
  const paragraphs: string[] = [''];
  lines.forEach((line, index) => {
    const before = lines[index - 1] ?? '';
    // A next word that would still have fitted shows that the line was meant to end.
    const nextWord = /^\S+/.exec(line)?.[0].length ?? 0;
    const continues = before !== '' && line !== '' && (before.length + 1 + nextWord > width || /^\p{Ll}/u.test(line));
    const last = paragraphs.length - 1;
    if (continues) paragraphs[last] = `${paragraphs[last]} ${line}`.trim();
    else paragraphs.push(line);
  });
  return paragraphs;
}

function widestOf(lines: readonly string[]): number {
  return lines.reduce((width, line) => Math.max(width, line.length), 0);
}
