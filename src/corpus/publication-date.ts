import { fold } from '../text/fold.ts';
import type { Language, PartialDate } from '../types.ts';

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'janvier janv january jan',
    'fevrier fevr fev february feb',
    'mars march mar',
    'avril avr april apr',
    'mai may',
    'juin june jun',
    'juillet juil juill july jul',
    'aout august aug',
    'septembre sept september sep',
    'octobre oct october',
    'novembre nov november',
    'decembre dec december',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
);
const month = `(${Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|')})\\b\\.?`;
const year = '((?:19|20)\\d{2})';
const day = '(\\d{1,2})(?:er|st|nd|rd|th)?';

/** Year, month, day as written. */
type DateParts = readonly (string | undefined)[];
type Reading = (match: RegExpMatchArray, language: Language) => DateParts | null;

/** Ways to write a date with its year, most telling first. Anchored at the start of folded text. */
const forms: readonly (readonly [RegExp, Reading])[] = [
  [new RegExp(`^${year}[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`), ([, y, m, d]) => [y!, m, d]],
  [new RegExp(`^${year}-(\\d{2})(?![-\\d])`), ([, y, m]) => [y!, m]],
  [
    new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2${year}(?!\\d)`),
    ([, a, , b, y], language) => numeric(a!, b!, y!, language),
  ],
  [new RegExp(`^${day} (?:of )?${month},? ${year}\\b`), ([, d, m, y]) => [y!, `${months[m!]}`, d]],
  [new RegExp(`^${month} ${day},? ${year}\\b`), ([, m, d, y]) => [y!, `${months[m!]}`, d]],
  [new RegExp(`^${month},? ${year}\\b`), ([, m, y]) => [y!, `${months[m!]}`]],
];

/** 10/11/2021 is the tenth of November in French; in English it may be either, so that only the year is certain. */
function numeric(first: string, second: string, y: string, language: Language): DateParts {
  if (Number(first) > 12 || language === 'fr') return [y, second, first];
  if (Number(second) > 12) return [y, first, second];
  return first === second ? [y, first, second] : [y];
}

export interface DateReading {
  readonly date: PartialDate;
  /** Characters of the text that the date takes. */
  readonly length: number;
}

const weekday =
  /^(?:(?:le |on )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?),? (?:le |the )?|le |on )/;

/** The date a text starts with ("vendredi 22 octobre 2021", "Oct. 21, 2021", "2021-10"); null where there is none. */
export function dateAtStart(text: string, language: Language): DateReading | null {
  const folded = fold(text.slice(0, 60));
  // Offsets survive folding only where it changes no length ("œ" does).
  if (folded.length !== Math.min(60, text.length)) return null;
  const lead = weekday.exec(folded)?.[0].length ?? 0;
  for (const [form, read] of forms) {
    const match = form.exec(folded.slice(lead));
    const parts = match && read(match, language);
    const date = parts?.map((part) => part?.padStart(2, '0')).join('-');
    if (match && date && isPartialDate(date)) return { date, length: lead + match[0].length };
  }
  return null;
}

/** Whether a value is a real day, month or year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export function isPartialDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [y, m, d] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(y, m - 1, d));
  return y >= 1000 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
}
