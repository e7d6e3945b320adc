import type { Language, PartialDate } from '../types.ts';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** `2021-10-01` → "1er octobre 2021", `2021-10` → "October 2021", `2021` → "2021"; anything else unchanged. */
export function longDate(date: PartialDate, language: Language): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
  if (year === undefined || month === undefined) return date;
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  if (Number.isNaN(instant.getTime())) return date;
  const text = new Intl.DateTimeFormat(locales[language], {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(instant);
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** Whether a text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and a day that exists. */
export function isPartialDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const instant = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return instant.getUTCMonth() === Number(month ?? 1) - 1 && instant.getUTCDate() === Number(day ?? 1);
}

/** The last day of a month or a year; a full date unchanged. "As of October 2021" includes its last article. */
export function lastDay(date: PartialDate): PartialDate {
  const [year, month, day] = date.split('-');
  if (day !== undefined) return date;
  const end = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0));
  return end.toISOString().slice(0, 10);
}

/**
 * A date as a person writes it: ISO, "1er octobre 2021", "October 2021", "yesterday".
 * A month or a year alone stays one. @returns null when none can be read.
 */
export async function readDate(text: string, language: Language, now = new Date()): Promise<PartialDate | null> {
  const trimmed = text.trim();
  if (isPartialDate(trimmed)) return trimmed;
  // Half a second to load under tsx, and most runs give no date or an ISO one.
  const chrono = await import('chrono-node');
  // The French parser knows months only with a day.
  const monthOnly = /^\p{L}+ \d{4}$/u.test(trimmed) && chrono.fr.parse(`1er ${trimmed}`, now)[0];
  if (monthOnly) return isoDate(monthOnly.start).slice(0, 7);
  const inOrder = language === 'fr' ? [chrono.fr, chrono.en.GB] : [chrono.en.GB, chrono.fr];
  for (const parser of inOrder) {
    const [found] = parser.parse(trimmed, now);
    // A date that explains only part of the text ("March" of "Marchand") is a guess.
    if (found === undefined || found.text.length < trimmed.length * 0.6) continue;
    const date = isoDate(found.start);
    const dayKnown =
      found.start.isCertain('day') || found.start.isCertain('weekday') || !found.start.isCertain('month');
    return dayKnown ? date : date.slice(0, 7);
  }
  return null;
}

function isoDate(components: { get(component: 'year' | 'month' | 'day'): number | null }): string {
  const part = (component: 'year' | 'month' | 'day', length: number) =>
    String(components.get(component)).padStart(length, '0');
  return `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`;
}
