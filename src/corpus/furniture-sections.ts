import { fold } from '../text/fold.ts';
import { commentCues } from './boilerplate.ts';
import { type DraftLine, isBody, isHeadline } from './draft.ts';

/** An article of fewer words may well be shorter than the furniture around it. */
const wordsOfAnArticle = 120;
const longestTeaser = 40;
/** Headlines under "Articles similaires" in the middle of a text; a link "Lire aussi" has one. */
const mostHeadlines = 8;
const mostSections = 50;

/**
 * Removes what follows the title of a section of other articles or of readers' comments, as far as it shows that it
 * belongs there: headlines and teasers, or the signs of comments. A paragraph that might be the article's is kept.
 */
export function cutSections(lines: readonly DraftLine[]): void {
  // Not a page that anybody copied; each section looks at all lines.
  if (lines.filter(({ section }) => section).length > mostSections) return;
  lines.forEach((line, index) => {
    if (!line.section) return;
    const before = lines.slice(0, index).filter(isBody);
    // Above the text such a title is a button or a menu.
    if (before.length === 0) return;
    const after = lines.slice(index + 1);
    const bodies = after.filter(isBody);
    const isLast = bodies.length === 0;
    if (line.section === 'comments') {
      if (isLast || after.some(({ text }) => commentCues.test(fold(text)))) remove(after, 'comments');
      return;
    }
    const isList = line.section === 'headlines';
    if (isLast || (isList && isTeaserList(after, before))) remove(after, 'related');
    else remove(headlinesAtStart(after).slice(0, isList ? mostHeadlines : 1), 'related');
  });
}

function isTeaserList(after: readonly DraftLine[], before: readonly DraftLine[]): boolean {
  const open = after.filter(({ reason }) => reason === null);
  const bodies = open.filter(isBody);
  const words = before.reduce((sum, line) => sum + line.words, 0);
  return (
    words >= wordsOfAnArticle &&
    open[0] !== undefined &&
    isHeadline(open[0]) &&
    bodies.length * 2 <= open.length &&
    bodies.every((line) => line.words <= longestTeaser)
  );
}

function headlinesAtStart(after: readonly DraftLine[]): DraftLine[] {
  const end = after.findIndex((line) => line.reason === null && (!isHeadline(line) || line.isSentence));
  return after.slice(0, end === -1 ? undefined : end).filter(({ reason }) => reason === null);
}

function remove(lines: readonly DraftLine[], reason: 'comments' | 'related'): void {
  for (const line of lines) line.reason ??= reason;
}
