/** What must not be torn apart: markers, masked links, bold runs, addresses. */
const unbreakable = /(?:\[\d+\])+|\[[^\]\n]*\]\(<[^>\n]*>\)|\*\*[^*\n]+\*\*|https?:\/\/\S+/g;

/**
 * Cuts a text into pieces of at most `limit` UTF-16 units: at paragraphs where that helps, else at lines, at sentences,
 * at words; never inside a marker, a link or a bold quote unless that alone is longer than the limit.
 * Pieces joined again differ from the text only in the white space at the cuts.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const cut = cutBefore(rest, limit);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

function cutBefore(text: string, limit: number): number {
  const closed = [...text.matchAll(unbreakable)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => start < limit);
  const allowed = (at: number): boolean => at > 0 && !closed.some(({ start, end }) => at > start && at < end);
  const head = text.slice(0, limit + 1);
  // A cut very early would leave a page nearly empty.
  for (const [boundary, earliest] of [
    [/\n\n+/g, limit / 3],
    [/\n/g, limit / 3],
    [/(?<=[.!?…»”"])\s+(?!\[)/g, limit / 3],
    [/\s+(?!\[\d)/g, 0],
  ] as const) {
    const places = [...head.matchAll(boundary)].map(({ index }) => index);
    const best = places.filter((at) => at <= limit && at > earliest && allowed(at)).at(-1);
    if (best !== undefined) return best;
  }
  const inside = closed.find(({ start, end }) => limit > start && limit < end);
  if (inside && inside.start > 0) return inside.start;
  // One word longer than a page: cut it, but not through a surrogate pair.
  return /[\ud800-\udbff]/.test(text[limit - 1] ?? '') && limit > 1 ? limit - 1 : limit;
}
