import { fold } from '../text/fold.ts';
import type { Language } from '../types.ts';
import { readByline } from './bylines.ts';
import { readDateLine } from './date-lines.ts';
import { type DraftLine, type Facts, isFirmBody } from './draft.ts';
import { isPartialDate } from './publication-date.ts';

const longestTitle = 220;
/** Lines above the text; even a site's whole menu has fewer. */
const longestHead = 150;
/** Share of a headline's long words that the text repeats; a site's motto shares fewer. */
const fewestShared = 0.2;
/** A line in front of or behind the title with no more words than this is a kicker, a section's name or a button. */
const longestLabel = 5;

/**
 * Finds title, date, author and outlet in the lines above the first paragraph and removes them there, with the menu and
 * section names around them. A standfirst stays.
 */
export function readHead(lines: readonly DraftLine[], facts: Facts, language: Language): void {
  const firstBody = lines.findIndex(isFirmBody);
  const head = lines.slice(0, Math.min(firstBody === -1 ? lines.length : firstBody, longestHead));
  for (const line of head) if (line.reason === null || line.reason === 'tags') readHeaderField(line, facts);
  const open = () => head.filter(({ reason }) => reason === null);
  const title = facts.title === null ? chooseTitle(open(), lines.slice(head.length), language) : null;
  if (title) {
    takeTitle(title.text, facts);
    title.reason = 'title';
  }
  for (const line of open()) readAbout(line, facts, language);
  // Without any paragraph there is no telling a label from the text.
  if (firstBody === -1) return;
  const titleAt = title ? head.indexOf(title) : -1;
  head.forEach((line, index) => {
    if (line.reason !== null || line.isSentence) return;
    const isMotto = index < titleAt && shared(line, lines.slice(head.length)) < fewestShared;
    if (line.words <= longestLabel || isMotto) line.reason = 'label';
  });
}

/** Removes a line that only says when, by whom or where the article was published, noting what it says. */
export function readAbout(line: DraftLine, facts: Facts, language: Language): void {
  const byline = readByline(line.text);
  const dateLine = readDateLine(line.text, language);
  const restByline = dateLine && !byline ? bylineBeside(line.text) : null;
  const isDateLine = dateLine !== null && (dateLine.rest.split(' ').length <= 6 || restByline !== null);
  if (isDateLine) {
    if (dateLine.label === 'updated') facts.updated ??= dateLine.date;
    else facts.published ??= dateLine.date;
    line.reason = 'date';
  }
  const found = byline ?? restByline;
  if (!found) return;
  facts.author ??= found.author;
  facts.outlet ??= found.outlet;
  line.reason ??= 'byline';
}

/** "Par Michel Paul | Publié le 22 octobre 2021", "RFI – 22/10/2021": the parts that are a byline. */
function bylineBeside(text: string) {
  const parts = text.split(
    /\s+[|•·–—-]\s+|,\s+(?=(?:le|publié|on|published)\b)|\s+(?=(?:le|publié le|on|published)\s+\d)/iu,
  );
  return parts.length < 2
    ? null
    : (parts.map((part) => readByline(part.trim())).find((found) => found !== null) ?? null);
}

const headerFields: readonly (readonly [RegExp, (facts: Facts, value: string) => void])[] = [
  [/^(?:title|titre|headline)$/, (facts, value) => (facts.title ??= value)],
  [/^(?:source|outlet|media|journal|publication|publisher|newspaper)$/, (facts, value) => (facts.outlet ??= value)],
  [/^(?:author|auteur|autrice|auteure)$/, (facts, value) => (facts.author ??= value)],
  [/^(?:date|published|publie)$/, (facts, value) => (facts.published ??= isPartialDate(value) ? value : null)],
  [/^(?:url|lien|link|adresse|langue|lang|language)$/, () => {}],
];

/** "Source : RFI" and the like, as exports put them above the text. */
function readHeaderField(line: DraftLine, facts: Facts): void {
  const match = /^(\p{L}{3,12})\s*:\s+(\S.{0,200})$/u.exec(line.text);
  const field = match && headerFields.find(([pattern]) => pattern.test(fold(match[1]!)));
  if (!match || !field) return;
  const isShort = (match[2]!.match(/\S+/g)?.length ?? 0) <= 6;
  const isTitle = field[0].test('title');
  if (!isTitle && (!isShort || line.isSentence)) return;
  if (field[0].test('date') && !isPartialDate(match[2]!)) return;
  field[1](facts, match[2]!.trim());
  line.reason = isTitle ? 'title' : field[0].test('date') ? 'date' : 'byline';
}

/** Leaves out what a site appends: "Pourparlers secrets… | Israël", "Pourparlers secrets… - International - RFI". */
function takeTitle(text: string, facts: Facts): void {
  const [, title = text, outlet] =
    /^(.{20,}\S)\s+[-–—]\s+[^-–—|]{2,30}\s+[-–—]\s+([^-–—|]{2,30})$/u.exec(text) ??
    /^(.{20,}\S)\s*\|[^|]{2,40}$/u.exec(text) ??
    [];
  facts.title = title;
  facts.outlet ??= outlet ?? null;
}

function chooseTitle(open: readonly DraftLine[], body: readonly DraftLine[], language: Language): DraftLine | null {
  const heading = open.find((line) => line.isHeading && line.words >= 2 && line.text.length <= longestTitle);
  if (heading) return heading;
  const fits = open
    .filter(({ text, words }) => words >= 3 && text.length <= longestTitle && !/[:;…]$|[^.][.]["»”]?$/.test(text))
    .filter(({ text }) => !/^[-•*]/.test(text) && readByline(text) === null && !isBareDate(text, language))
    // A question may be a headline; below a longer line it is a paragraph of the article.
    .filter((line) => !line.isSentence || open.slice(0, open.indexOf(line)).every(({ words }) => words < 6));
  // A file of bare lines keeps its first as title only if something is left.
  if (body.length === 0 && open.length < 2) return null;
  return fits.find((line) => shared(line, body) >= fewestShared) ?? fits.find((line) => line.words >= 4) ?? null;
}

/** A headline may hold a date; a line that says "publié le" or nothing else is none. */
function isBareDate(text: string, language: Language): boolean {
  const dateLine = readDateLine(text, language);
  return dateLine !== null && (dateLine.label !== null || dateLine.rest === '');
}

function shared(line: DraftLine, body: readonly DraftLine[]): number {
  const words = longWords(line.text);
  if (words.length === 0 || body.length === 0) return 0;
  const known = new Set(body.flatMap(({ text }) => longWords(text)));
  return words.filter((word) => known.has(word)).length / words.length;
}

function longWords(text: string): string[] {
  return (fold(text).match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 7));
}
