import { fold } from '../text/fold.ts';
import type { QuestionKind } from './question-kind.ts';

/** Words of a part that is still one thing among others, not a clause of its own. */
const longestItem = 8;

/** Items from which on more of them do not make a fuller list. */
const full = 5;

const last = /(?:^|\s)(?:et|and|ou|or|ainsi que|as well as|de meme que|puis)\s/u;

const plural = String.raw`(?:\p{L}+\s){0,2}?\p{L}{2,}(?<!s)[sx](?!\p{L}|['’])`;
const several = new RegExp(
  [
    String.raw`\b(?:[qk]u?els|[qk]u?elles|lesquels|lesquelles)\b`,
    String.raw`\b(?:qui|who|what|which)\s(?:sont|etaient|are|were)\b`,
    String.raw`\b(?:which|what)\s${plural}`,
    // "les délits visés", "names of the ministers": what is left of "donne-moi …".
    String.raw`^(?:(?:les|des|the|all)\s)?${plural}`,
  ].join('|'),
  'u',
);

/** Whether a question asks for several things: "quels délits", "which countries", "the names of the ministers". */
export function asksForSeveral(text: string, kind: QuestionKind): boolean {
  return ['which', 'what', 'who'].includes(kind) && several.test(fold(text));
}

/** How far a sentence enumerates, in [0, 1]: "l'Azerbaïdjan, le Mexique, l'Inde et le Togo" are four things. */
export function enumerates(sentence: string): number {
  const parts = fold(sentence)
    .replace(/\([^)]*\)/gu, '')
    .split(/[;:!?«»"“”—–]|(?<!\d)\.(?!\d)/u);
  return Math.min(full, Math.max(0, ...parts.map(itemsOf))) / full;
}

/** Things in a row that commas part and "and" ends; 0 where there are fewer than three. */
function itemsOf(part: string): number {
  let most = 0;
  let row = 1;
  const items = part.split(',').map((item) => item.trim());
  for (const item of items.slice(1)) {
    row += 1;
    const ending = last.exec(` ${item}`);
    // "…, et son homologue" closes a parenthesis as often as a list.
    if (ending) most = Math.max(most, ending.index > 0 ? row + 1 : row - 1);
    if (item.split(/\s+/u).length > longestItem) row = 1;
  }
  return most >= 3 ? most : 0;
}
