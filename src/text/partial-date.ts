import type { Language, PartialDate } from '../types.ts';

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

export type DatePrecision = 'day' | 'month' | 'year';

/** The part of a month or a year that a phrase names: "début novembre", "mid-July", "à l'été 2021". */
export type DatePart = 'early' | 'middle' | 'late' | 'spring' | 'summer' | 'autumn';

/** First and last day of a stretch of time, `YYYY-MM-DD`. */
export interface Stretch {
  readonly first: PartialDate;
  readonly last: PartialDate;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Parts of a partial date, or null when it is none (`2021-13`, `2021-02-30`, ``). */
export function partsOf(date: string | null | undefined): DateParts | null {
  const match = pattern.exec(date ?? '');
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (year < 1 || (month !== null && (month < 1 || month > 12))) return null;
  if (day !== null && (day < 1 || day > daysIn(year, month ?? 1))) return null;
  return { year, month, day };
}

/** Whether a text is a partial date that exists. */
export function isPartialDate(text: string): boolean {
  return partsOf(text) !== null;
}

/** The partial date of parts, or null when there is no such day. */
export function toPartialDate(year: number, month?: number | null, day?: number | null): PartialDate | null {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  const text = [pad(year, 4), ...(month ? [pad(month, 2)] : []), ...(month && day ? [pad(day, 2)] : [])].join('-');
  return isPartialDate(text) ? text : null;
}

export function precisionOf(date: PartialDate): DatePrecision {
  if (date.length > 7) return 'day';
  return date.length > 4 ? 'month' : 'year';
}

/** First day that a partial date may mean, `YYYY-MM-DD`. What is no date comes back as it is. */
export function earliestDay(date: PartialDate): PartialDate {
  const parts = partsOf(date);
  return parts === null ? date : toPartialDate(parts.year, parts.month ?? 1, parts.day ?? 1)!;
}

/** Last day that a partial date may mean, `YYYY-MM-DD`. What is no date comes back as it is. */
export function latestDay(date: PartialDate): PartialDate {
  const parts = partsOf(date);
  if (parts === null) return date;
  const month = parts.month ?? 12;
  return toPartialDate(parts.year, month, parts.day ?? daysIn(parts.year, month))!;
}

/** First and last day of each part of a month; 31 is its last. */
const daysOfPart: Partial<Record<DatePart, readonly [number, number]>> = {
  early: [1, 10],
  middle: [11, 20],
  late: [25, 31],
};
/** First and last month of each part of a year. */
const monthsOfPart: Record<DatePart, readonly [number, number]> = {
  early: [1, 4],
  middle: [5, 8],
  late: [9, 12],
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
};

/** The days that a date may mean, narrowed to the part that the text names. */
export function stretchOf(date: PartialDate, part?: DatePart | undefined): Stretch {
  const whole = { first: earliestDay(date), last: latestDay(date) };
  const parts = partsOf(date);
  if (part === undefined || parts === null || parts.day !== null) return whole;
  const { year, month } = parts;
  if (month === null) {
    const [first, last] = monthsOfPart[part];
    return { first: earliestDay(toPartialDate(year, first)!), last: latestDay(toPartialDate(year, last)!) };
  }
  const days = daysOfPart[part];
  if (days === undefined) return whole;
  const last = Math.min(days[1], daysIn(year, month));
  return { first: toPartialDate(year, month, days[0])!, last: toPartialDate(year, month, last)! };
}

/** Negative when `left` comes first. Of two that start on one day the vaguer comes first. */
export function comparePartialDates(left: PartialDate, right: PartialDate): number {
  const [one, other] = [earliestDay(left), earliestDay(right)];
  if (one !== other) return one < other ? -1 : 1;
  return left.length - right.length;
}

/** Made once: a formatter holds much memory outside the heap, which is given back late. */
const formatters = Object.fromEntries(
  (['fr', 'en'] as const).map((language) => {
    const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
    const month = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
    return [
      language,
      {
        day: new Intl.DateTimeFormat(locale, { ...month, day: 'numeric' }),
        month: new Intl.DateTimeFormat(locale, month),
      },
    ];
  }),
) as Record<Language, Record<'day' | 'month', Intl.DateTimeFormat>>;

/** "22 octobre 2021", "1er novembre 2021", "octobre 2021"; "22 October 2021". What is no date is shown as it is. */
export function formatPartialDate(date: PartialDate, language: Language): string {
  const parts = partsOf(date);
  if (parts === null) return date;
  if (parts.month === null) return String(parts.year);
  const instant = new Date(Date.UTC(parts.year, parts.month - 1, parts.day ?? 1));
  const text = formatters[language][parts.day === null ? 'month' : 'day'].format(instant);
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}
