/** Text as XML allows it: escaped, without control characters and halves of surrogate pairs. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;');
}

/** Width of a text in ems of DejaVu Sans, slightly overstated so that no line runs out of its room. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[iljItf.,:;'’!|()[\]\s·]/u.test(character)) width += 0.35;
    else if (/[mwMW%@—…]/u.test(character)) width += 0.97;
    else if (/\p{Lu}/u.test(character)) width += 0.69;
    else if (/[\p{Ll}\p{N}\p{P}]/u.test(character)) width += 0.605;
    else width += 1;
  }
  return width;
}

/** Breaks a text into lines of at most `room` ems; what does not fit into `most` lines is cut with "…". */
export function wrapText(text: string, room: number, most: number): string[] {
  const lines: string[] = [];
  let current = '';
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => cutLong(word, room));
  for (const word of words) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (textWidth(longer) <= room) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  if (current !== '') lines.push(current);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1]!;
  while (last !== '' && textWidth(`${last} …`) > room)
    last = last.slice(0, last.lastIndexOf(' ') >= 0 ? last.lastIndexOf(' ') : -1);
  kept[most - 1] = `${last.replace(/[\s,;:]+$/, '')} …`;
  return kept;
}

/** A web address or the like that is longer than a line. */
function cutLong(word: string, room: number): string[] {
  if (textWidth(word) <= room) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (textWidth(piece + character) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece].filter(Boolean);
}
