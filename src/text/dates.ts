import type { Language, PartialDate, Span } from '../types.ts';
import { type DatePatterns, datePatterns } from './date-patterns.ts';
import {
  type DatePart,
  type DateParts,
  type DatePrecision,
  latestDay,
  partsOf,
  precisionOf,
  toPartialDate,
} from './partial-date.ts';
import { readWithLibrary } from './relative-dates.ts';

/** A date in a text, resolved. */
export interface DateMention extends Span {
  readonly date: PartialDate;
  readonly precision: DatePrecision;
  /** It had to be resolved against the date of publication. */
  readonly relative: boolean;
  /** "fin", "mid-", "l'été": what the text says of the month or year, where it does. */
  readonly part?: DatePart | undefined;
}

interface Found extends Span {
  readonly date: PartialDate | null;
  readonly relative: boolean;
  readonly part: DatePart | undefined;
}

const dayLength = 86_400_000;
const worthLooking =
  /\d{4}|\d\s+\p{L}|\p{L}\s+\d|dernier|hier|demain|il y a|last|ago|day\b|di\b|dimanche|janv|f[ée]vr|mars|avril|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c|jan|feb|march|april|may|june|july|aug/iu;

const partNames: readonly (readonly [DatePart, RegExp])[] = [
  ['early', /^(?:début|early|the (?:beginning|start) of)/i],
  ['middle', /^mi/i],
  ['late', /^(?:la )?(?:fin|late|the end of)/i],
  ['spring', /printemps|spring/i],
  ['summer', /été|summer/i],
  ['autumn', /automne|autumn|fall/i],
];

const instantOf = (date: PartialDate): number => Date.parse(`${date}T00:00:00Z`);

/** Index of the pattern that a name of a month or weekday fits. */
function indexIn(patterns: readonly RegExp[], name: string): number {
  return patterns.findIndex((pattern) => pattern.test(name.toLowerCase()));
}

/**
 * Dates in a sentence, in order, each resolved to the precision that it has. What cannot be resolved is left out:
 * "quelques jours plus tôt", a weekday in an article whose day of publication is unknown.
 *
 * Absolute dates and the vague ones of the press ("fin septembre", "mid-July") are read by patterns of our own, which
 * never guess a day; phrases that count from today ("il y a trois jours") by chrono-node.
 *
 * @param published date of the article. Needed to the day for weekdays and counted days, to the month for dates without
 * a year. Such dates are taken to lie in the past unless the sentence looks forward.
 */
export function findDates(text: string, language: Language, published: PartialDate | null): DateMention[] {
  if (!worthLooking.test(text)) return [];
  const patterns = datePatterns[language];
  const anchor = partsOf(published);
  const found: Found[] = [];
  const add = (match: RegExpMatchArray, date: PartialDate | null, relative: boolean): void => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (!found.some((other) => start < other.end && other.start < end)) {
      const named = match.groups?.part;
      const part = named === undefined ? undefined : partNames.find(([, pattern]) => pattern.test(named))?.[0];
      found.push({ start, end, date, relative, part });
    }
  };
  const forward = patterns.future.test(text);

  for (const match of text.matchAll(/(?<![\d-])((?:19|20)\d{2}-\d{2}-\d{2})(?![\d-])/g)) add(match, match[1]!, false);
  for (const pattern of patterns.dayAndMonth) {
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {};
      const day = Number.parseInt(groups.day ?? '', 10);
      const month =
        groups.monthNumber === undefined
          ? indexIn(patterns.months, groups.month ?? '') + 1
          : Number(groups.monthNumber);
      if (groups.year !== undefined) add(match, toPartialDate(Number(groups.year), month, day), false);
      else if (patterns.anchored.test(text.slice(0, match.index))) add(match, null, true);
      else {
        const weekday = groups.weekday === undefined ? null : indexIn(patterns.weekdays, groups.weekday);
        add(match, nearYear(month, day, anchor, forward, weekday), true);
      }
    }
  }
  for (const pattern of patterns.monthOnly) {
    for (const match of text.matchAll(pattern)) {
      const month = indexIn(patterns.months, match.groups?.month ?? '') + 1;
      const year = match.groups?.year;
      if (year !== undefined) add(match, toPartialDate(Number(year), month), false);
      else add(match, nearYear(month, null, anchor, forward, null), true);
    }
  }
  for (const pattern of patterns.yearOnly) {
    for (const match of text.matchAll(pattern)) add(match, toPartialDate(Number(match.groups?.year)), false);
  }
  for (const match of text.matchAll(patterns.relative)) {
    const known = anchor?.day === null || anchor === null ? null : published;
    add(match, known === null ? null : readWithLibrary(match[0], language, known), true);
  }
  for (const match of text.matchAll(patterns.weekdayOnly)) {
    add(match, nearWeekday(match, patterns, published, anchor, forward), true);
  }
  return found
    .filter(
      (mention): mention is Found & { date: PartialDate } => mention.date !== null && partsOf(mention.date) !== null,
    )
    .sort((a, b) => a.start - b.start)
    .map((mention) => ({ ...mention, precision: precisionOf(mention.date) }));
}

/** The year of a date without one: the weekday decides, else the last one before publication, unless the next is meant. */
function nearYear(
  month: number,
  day: number | null,
  anchor: DateParts | null,
  forward: boolean,
  weekday: number | null,
): PartialDate | null {
  if (anchor?.month == null) return null;
  const published = instantOf(latestDay(toPartialDate(anchor.year, anchor.month, anchor.day)!));
  const candidates: { date: PartialDate; months: number }[] = [];
  for (const year of [anchor.year - 1, anchor.year, anchor.year + 1]) {
    const date = toPartialDate(year, month, day);
    if (date === null) continue;
    const instant = instantOf(day === null ? `${date}-01` : date);
    if (weekday !== null && new Date(instant).getUTCDay() !== weekday) continue;
    candidates.push({ date, months: (published - instant) / dayLength / 30.4 });
  }
  // Ahead by up to eight months when the sentence looks forward, by up to three when going back would be most of a year.
  const ahead = candidates.find(({ months }) => months < 0 && months > (forward ? -8 : -3));
  const past = candidates.filter(({ months }) => months >= 0).at(-1);
  if (weekday !== null) return past?.date ?? ahead?.date ?? null;
  if (ahead !== undefined && (past === undefined || forward || past.months > 9)) return ahead.date;
  return past?.date ?? null;
}

/** "mercredi": the last one up to the day of publication; "vendredi dernier" lies before it, "lundi prochain" after. */
function nearWeekday(
  match: RegExpMatchArray,
  patterns: DatePatterns,
  published: PartialDate | null,
  anchor: DateParts | null,
  forward: boolean,
): PartialDate | null {
  if (anchor === null || anchor.day === null || published === null) return null;
  const wanted = indexIn(patterns.weekdays, match.groups?.weekday ?? '');
  const shift = match.groups?.shift ?? '';
  // "le lundi suivant" follows a day that the text told before.
  if (wanted < 0 || /suivant|following/.test(shift)) return null;
  const instant = instantOf(published);
  const today = new Date(instant).getUTCDay();
  const back = (today - wanted + 7) % 7;
  const onward = (wanted - today + 7) % 7;
  const strictlyBefore = /dernier|précédent|passé|last|previous/.test(shift);
  const after = /prochain|next/.test(shift) || (forward && shift === '' && back !== 0);
  const days = after ? onward || 7 : -(strictlyBefore ? back || 7 : back);
  return new Date(instant + days * dayLength).toISOString().slice(0, 10);
}
