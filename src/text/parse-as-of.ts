import type { Language, PartialDate } from '../types.ts';
import { findDates } from './dates.ts';
import { isPartialDate } from './partial-date.ts';
import { readWithLibrary } from './relative-dates.ts';

/**
 * A date as a person types it: `2021-10-01`, `1er octobre 2021`, `oct 1, 2021`, `fin septembre 2021`, `01/10/2021`, `hier`.
 * Null when it is none, or when its year would have to be guessed. `today` is what `hier` counts from, `YYYY-MM-DD`.
 */
export function parseAsOf(
  text: string,
  language: Language,
  today: PartialDate = new Date().toISOString().slice(0, 10),
): PartialDate | null {
  const typed = text.trim().replace(/^(?:au|le|du|on|as of|by)\s+/i, '');
  if (isPartialDate(typed)) return typed;
  // What looks like a date in numbers but is no day of the calendar must not be read as another.
  if (/^\d{4}-/.test(typed)) return null;
  for (const tongue of language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const)) {
    const [found, another] = findDates(typed, tongue, null);
    if (found !== undefined && another === undefined && found.end - found.start >= typed.length - 2) return found.date;
  }
  return readWithLibrary(typed, language, today);
}
