import type { Language, PartialDate } from '../types.ts';
import { takeStuckDate } from './date-lines.ts';
import type { Removal } from './draft.ts';
import { countWords } from './match-furniture.ts';
import type { Piece } from './pieces.ts';

export interface Unstuck {
  readonly pieces: readonly Piece[];
  readonly removed: readonly Removal[];
  readonly published: PartialDate | null;
}

/**
 * Takes off what a copy stuck to the article's own lines: a date in front of the first or behind the last, and links to
 * other articles inside a paragraph.
 */
export function unstick(pieces: readonly Piece[], language: Language): Unstuck {
  const removed: Removal[] = [];
  let published: PartialDate | null = null;
  const last = pieces.length - 1;
  const freed = pieces.map((piece, index) => {
    let { text } = piece;
    for (const side of ['start', 'end'] as const) {
      // Only the file's own ends: a date in the middle of the story is an event's.
      const isOuter = side === 'start' ? index <= 2 : index >= last - 2;
      const stuck = isOuter ? takeStuckDate(text, language, side) : null;
      if (!stuck) continue;
      published ??= stuck.date;
      removed.push({ text: stuck.removed, reason: 'date' });
      text = stuck.text;
    }
    return { ...piece, text: withoutLinks(text, removed) };
  });
  return { pieces: freed.filter(({ text }) => text !== ''), removed, published };
}

const linkWords =
  '(?:(?:à |a )?lire (?:aussi|également|ailleurs)|voir (?:aussi|également)|read (?:more|also)|see also|also read)';
const inBrackets = new RegExp(`\\s*[([]\\s*${linkWords}\\b[^()[\\]]{0,200}[)\\]]`, 'giu');
const behindSentence = new RegExp(`(?<=[.!?…»”"])\\s+${linkWords}\\s*[:>|–—-]?\\s+[^.]{3,200}$`, 'iu');

function withoutLinks(text: string, removed: Removal[]): string {
  if (!/\b(?:lire|voir|read|see)\b/i.test(text)) return text;
  const take = (match: string) => {
    removed.push({ text: match.trim(), reason: 'related' });
    return '';
  };
  const cut = text.replace(inBrackets, take);
  // A line that is nothing but the link is judged as a line.
  const place = behindSentence.exec(cut);
  return place && countWords(cut.slice(0, place.index)) >= 4 ? cut.replace(behindSentence, take) : cut;
}
