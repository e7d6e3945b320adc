import type { Candidate } from './ranking.ts';

/** Where a sentence may be left off: a stop, or a comma that closes a clause; never inside an open quotation. */
const boundary = /[;:]\s|,\s|\s[–—]\s/gu;

/**
 * The candidate itself when it is short enough, else its beginning up to the last clause that fits: still an exact slice
 * of the article, `text === article.text.slice(span.start, span.end)`. Cut at a word where it has no clauses.
 */
export function clauseOf(candidate: Candidate, longest: number): Candidate {
  const { text, span } = candidate;
  if (text.length <= longest) return candidate;
  let end = 0;
  for (const match of text.matchAll(boundary)) {
    if (match.index > longest) break;
    if (match.index >= longest / 3 && closesQuotes(text.slice(0, match.index))) end = match.index;
  }
  if (end === 0) end = Math.max(text.lastIndexOf(' ', longest), 1);
  const cut = text.slice(0, end).trimEnd();
  return { ...candidate, text: cut, span: { start: span.start, end: span.start + cut.length } };
}

function closesQuotes(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return (
    count(/«/g) === count(/»/g) && count(/“/g) === count(/”/g) && count(/\(/g) === count(/\)/g) && count(/"/g) % 2 === 0
  );
}
