import { fold } from '../text/fold.ts';
import {
  commentSections,
  type FurnitureReason,
  relatedSections,
  sectionWords,
  shareWords,
  wholeLines,
} from './boilerplate.ts';
import { furniturePatterns } from './furniture-patterns.ts';

export interface Furniture {
  readonly reason: FurnitureReason;
  /** The line heads a list of other articles, a link to one or the readers' comments: what follows may be furniture. */
  readonly section?: 'headlines' | 'headline' | 'comments';
}

const reasonOfLine: ReadonlyMap<string, FurnitureReason> = new Map(
  Object.entries(wholeLines).flatMap(([reason, lines]) =>
    lines.map((line) => [line, reason as FurnitureReason] as const),
  ),
);
/** Nothing longer is ever furniture by its wording alone. */
const mostWords = Math.max(...furniturePatterns.map((pattern) => pattern.mostWords));

/** Whether a line is page furniture by its wording, wherever it stands; null when it is not. */
export function matchFurniture(line: string): Furniture | null {
  const count = countWords(line);
  if (count === 0) return { reason: 'navigation' };
  if (count > mostWords) return null;
  // A button's symbols say nothing; a quotation mark or "©" in front does.
  const folded = fold(line)
    .replace(/^(?:(?!©)[\s\p{So}\p{Sk}\p{Cn}•·▪■●◆*|<>›→↑↓←-])+/u, '')
    .replace(/\s+/g, ' ');
  const bare = folded.replace(/\s*\(\d+\)\s*$|^[^\p{L}\p{N}©"(]+|[^\p{L}\p{N})"]+$/gu, '').trim();
  const isStatement = /\w\.$/.test(folded);
  if (!isStatement && relatedSections.test(bare)) return { reason: 'related', section: 'headlines' };
  if (!isStatement && commentSections.test(bare)) return { reason: 'comments', section: 'comments' };
  const reason = reasonOfLine.get(bare) ?? reasonOfLine.get(bare.replace(/^\d+ | \d+$/g, ''));
  if (reason) return reason === 'related' ? { reason, section: 'headline' } : { reason };
  if (isUpperCaseLink(line) && !endsLikeSentence(line)) return { reason: 'related' };
  const isFragment = !endsLikeSentence(line);
  for (const { reason, pattern, mostWords, onlyFragments } of furniturePatterns) {
    if (count <= mostWords && (isFragment || !onlyFragments) && pattern.test(folded)) return { reason };
  }
  return isFragment ? matchRow(line, bare) : null;
}

/** "READ  H&M opens a shop", "WATCH: …": capitals set the link apart from a sentence that starts with the verb. */
function isUpperCaseLink(line: string): boolean {
  return (
    /^(?:READ|WATCH|LISTEN|ALSO|SEE|MORE|RELATED|LIRE|VOIR|À LIRE|A LIRE|À VOIR|A VOIR)(?: (?:MORE|ALSO|TOO|AUSSI))?\s*[:>|-]?\s+\P{Ll}/u.test(
      line,
    ) && !/^\P{Ll}+$/u.test(line)
  );
}

/** Rows of buttons, menu entries, crumbs ("Accueil > Monde > Israël") and hash tags. */
function matchRow(line: string, bare: string): Furniture | null {
  const tokens = bare.split(/[\s,;:|/·•>›»]+/).filter((token) => /[\p{L}\p{N}]/u.test(token) && !/^\d+$/.test(token));
  if (
    tokens.length >= 2 &&
    tokens.every((token) => shareWords.has(token)) &&
    /partag|share|facebook|twitter|whatsapp|linkedin|telegram/.test(bare)
  ) {
    return { reason: 'share' };
  }
  if (tokens.length >= 3 && tokens.every((token) => sectionWords.has(token))) return { reason: 'navigation' };
  if (tokens.length >= 1 && /^(?:#\S+[\s,]*)+$/.test(line)) return { reason: 'tags' };
  const crumbs = line.split(/\s+[>›»/|·•→]\s+/);
  const areShort = crumbs.every((crumb) => countWords(crumb) <= 4);
  const startsAtHome = /^(?:accueil|home|homepage)$/.test(fold(crumbs[0] ?? '').trim());
  return areShort && (crumbs.length >= 3 || (crumbs.length === 2 && startsAtHome)) ? { reason: 'navigation' } : null;
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Ends in a full stop, question or exclamation mark, ellipsis or colon, closing marks and a footnote left aside. */
export function endsLikeSentence(text: string): boolean {
  return /[.!?…:;][\s\u00a0\u202f"»”’')\]]*(?:\[\d+\])?$/u.test(text);
}
