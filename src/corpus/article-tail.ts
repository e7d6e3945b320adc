import { fold } from '../text/fold.ts';
import { sentenceSpans } from '../text/sentences.ts';
import type { Language } from '../types.ts';
import { readAbout } from './article-head.ts';
import { copyrightHolder, isBareName, readDateline, readExplicitByline } from './bylines.ts';
import { readDateLine } from './date-lines.ts';
import { type DraftLine, type Facts, isBody } from './draft.ts';
import { countWords } from './match-furniture.ts';
import { dateAtStart } from './publication-date.ts';

/** A line below the last paragraph with no more words than this, and no full stop, is a label, a name or a button. */
const longestLabel = 8;
const longestFragment = 6;

const trades =
  /\b(?:est|is|was|etait) .*\b(?:journaliste|correspondante?|reporter|redact(?:eur|rice)|chroniqueu[rs]e?|editorialiste|editor|columnist|writer|freelance|correspondent|journalist|blogger|blogueu[rs]e?)\b/;
const contact = /@\w|\b(?:follow|suivez|twitter|linkedin)\b/;

/** Removes what stands below the last paragraph: blurbs on the author, names, dates, labels, headlines of others. */
export function cutTail(lines: readonly DraftLine[], facts: Facts, language: Language): void {
  let last = lines.findLastIndex(isBody);
  while (last > 0 && isAuthorBlurb(lines, last, facts, language)) {
    lines[last]!.reason = 'author-blurb';
    last = lines.findLastIndex(isBody);
  }
  if (last === -1) return;
  let isBelowFurniture = false;
  for (const line of lines.slice(last + 1)) {
    if (line.reason !== null) {
      if (line.reason === 'related' || line.reason === 'share') isBelowFurniture = true;
      continue;
    }
    if (isBlurbFragment(line)) line.reason = 'author-blurb';
    else readAbout(line, facts, language);
    if (line.reason !== null || line.isSentence || isListItem(line)) continue;
    if (line.words <= longestLabel) line.reason = 'label';
    else if (isBelowFurniture) line.reason = 'related';
  }
}

/** Removes the lines between the paragraphs that say nothing but by whom or when the article was published. */
export function cutBylines(lines: readonly DraftLine[], facts: Facts, language: Language): void {
  for (const line of lines) {
    if (line.reason !== null || line.isSentence) continue;
    const byline = readExplicitByline(line.text);
    const dateLine = byline ? null : readDateLine(line.text, language);
    if (byline) {
      facts.author ??= byline.author;
      facts.outlet ??= byline.outlet;
      line.reason = 'byline';
    } else if (dateLine?.label && dateLine.rest === '') {
      if (dateLine.label === 'published') facts.published ??= dateLine.date;
      else facts.updated ??= dateLine.date;
      line.reason = 'date';
    }
  }
}

/** Notes whose text a dated copyright notice or an agency's date line says this is; both say so of the whole. */
export function readSource(lines: readonly DraftLine[], facts: Facts, language: Language): void {
  for (const { text, reason } of lines) {
    if (reason === 'copyright') facts.outlet ??= copyrightHolder(text);
    else if (reason === 'credit' && /^\(?(?:AFP|Reuters)\)?$/.test(text)) facts.outlet ??= text.replace(/[()]/g, '');
  }
  const dateline = readDateline(lines.find(isBody)?.text ?? '');
  if (!dateline) return;
  facts.outlet ??= dateline.agency;
  facts.published ??= dateAtStart(dateline.rest, language)?.date ?? null;
}

function isListItem({ text }: DraftLine): boolean {
  return /^[-–•*]\s/.test(text);
}

function isBlurbFragment({ text }: DraftLine): boolean {
  return /^["“«].*["”»]$/u.test(text) && isFragments(text, 'en', 2);
}

/**
 * A few words on who wrote this: set apart by quotation marks or by the author's name above, made of fragments without
 * a verb; or a sentence that gives the author's trade and where to follow him or her.
 */
function isAuthorBlurb(lines: readonly DraftLine[], index: number, facts: Facts, language: Language): boolean {
  const { text, words } = lines[index]!;
  const before = lines.slice(0, index).findLast(({ reason }) => reason === null);
  const isUnderName = before !== undefined && !before.isSentence && isBareName(before.text);
  const isQuoted = /^["“«].*["”»]$/u.test(text);
  const isAboveFurniture = lines[index + 1]?.reason != null;
  if (isFragments(text, language, 3) && (isUnderName || (isQuoted && isAboveFurniture))) return true;
  const folded = fold(text);
  if (words > 45 || !trades.test(folded)) return false;
  const isAuthor = facts.author !== null && folded.startsWith(fold(facts.author));
  return isAuthor || contact.test(folded);
}

/** Nothing but short sentences without a finite verb that one could recognise. */
function isFragments(text: string, language: Language, fewest: number): boolean {
  const bare = text.replace(/^["“«\s]+|["”»\s]+$/gu, '');
  const sentences = sentenceSpans(bare, language).map(({ start, end }) => bare.slice(start, end));
  return (
    sentences.length >= fewest &&
    sentences.every((part) => countWords(part) <= longestFragment && !verbs.test(fold(part)))
  );
}

const verbs =
  /\b(?:est|sont|a|ont|ai|as|etait|etaient|sera|seront|avait|fut|peut|doit|veut|fait|dit|il|elle|ils|elles|on|nous|vous|je|is|are|was|were|has|have|had|will|can|must|says?|said|did|does|he|she|they|we|you|it)\b/;
