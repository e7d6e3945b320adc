import type { Language, PartialDate } from '../types.ts';
import { findDates } from './dates.ts';
import { earliestDay, isPartialDate, latestDay } from './partial-date.ts';
import { readWithLibrary } from './relative-dates.ts';

const todaysDate = (): PartialDate => new Date().toISOString().slice(0, 10);

/** What a person typed for "as of": a day that has begun, or why it is none. */
export type AsOf =
  | { readonly kind: 'date'; readonly date: PartialDate }
  | { readonly kind: 'ahead'; readonly date: PartialDate }
  | { readonly kind: 'no-year' }
  | { readonly kind: 'unreadable' };

/** @param lastPublished day of the file's last article: a date without a year ("31 octobre") takes its year from it */
export function readAsOf(
  text: string,
  language: Language,
  lastPublished: PartialDate | null = null,
  today: PartialDate = todaysDate(),
): AsOf {
  const whole = parseAsOf(text, language, today);
  const date = whole ?? readYearless(withoutPreposition(text), language, latestDay(lastPublished ?? today));
  if (date === null) return { kind: 'unreadable' };
  if (whole === null && lastPublished === null) return { kind: 'no-year' };
  return { kind: liesAhead(date, today) ? 'ahead' : 'date', date };
}

/** Nothing of a file can have been published by then; a month or a year that has begun does not lie ahead. */
export function liesAhead(date: PartialDate, today: PartialDate = todaysDate()): boolean {
  return earliestDay(date) > today;
}

/** "31 octobre" in the year of the last article, unless that would be long after it. */
function readYearless(typed: string, language: Language, lastPublished: PartialDate): PartialDate | null {
  if (!/\d/.test(typed) || /^\d{4}-/.test(typed)) return null;
  return wholeDate(typed, language, lastPublished);
}

/** The only date of a text, when it is the whole text. */
function wholeDate(typed: string, language: Language, published: PartialDate | null): PartialDate | null {
  for (const tongue of language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const)) {
    const [found, another] = findDates(typed, tongue, published);
    if (found !== undefined && another === undefined && found.end - found.start >= typed.length - 2) return found.date;
  }
  return null;
}

const withoutPreposition = (text: string): string => text.trim().replace(/^(?:au|le|du|on|as of|by)\s+/i, '');

/**
 * A date as a person types it: `2021-10-01`, `1er octobre 2021`, `oct 1, 2021`, `fin septembre 2021`, `01/10/2021`, `hier`.
 * Null when it is none, or when its year would have to be guessed. `today` is what `hier` counts from, `YYYY-MM-DD`.
 */
export function parseAsOf(text: string, language: Language, today: PartialDate = todaysDate()): PartialDate | null {
  const typed = withoutPreposition(text);
  if (isPartialDate(typed)) return typed;
  // What looks like a date in numbers but is no day of the calendar must not be read as another.
  if (/^\d{4}-/.test(typed)) return null;
  return wholeDate(typed, language, null) ?? readWithLibrary(typed, language, today);
}
