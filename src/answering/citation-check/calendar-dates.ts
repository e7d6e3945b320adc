import type { PartialDate, Span } from '../../types.ts';
import { foldInPlace } from './fold-in-place.ts';

/** A date as a text gives it; what it leaves out is undefined. */
export interface DateMention extends Span {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** "avant le", "before", "depuis", "since", "après", "until": the day itself is not meant. */
  readonly relation?: 'before' | 'after' | 'since' | 'until' | undefined;
}

const monthNames = [
  'janvier january jan',
  'fevrier february feb fev',
  'mars march',
  'avril april apr',
  'mai may',
  'juin june',
  'juillet july',
  'aout august aug',
  'septembre september sept sep',
  'octobre october oct',
  'novembre november nov',
  'decembre december dec',
];
const months = new Map(
  monthNames.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);
const month = `(${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})\\b\\.?`;
const day = '(\\d{1,2})(?:er|st|nd|rd|th)?';
const year = '((?:19|20)\\d\\d)';

/** In order: the longer form first, so that a shorter one does not take a part of it. */
const patterns: readonly { readonly expression: RegExp; readonly fields: readonly ('year' | 'month' | 'day')[] }[] = [
  { expression: new RegExp(`\\b${year}-(\\d\\d)-(\\d\\d)\\b`, 'g'), fields: ['year', 'month', 'day'] },
  { expression: new RegExp(`\\b${day} (?:of )?${month},? (?:de )?${year}\\b`, 'g'), fields: ['day', 'month', 'year'] },
  { expression: new RegExp(`\\b${month} ${day},? ${year}\\b`, 'g'), fields: ['month', 'day', 'year'] },
  { expression: new RegExp(`\\b${day} (?:of )?${month}`, 'g'), fields: ['day', 'month'] },
  { expression: new RegExp(`\\b${month} ${day}\\b(?![.,]?\\d| \\d{3}\\b)`, 'g'), fields: ['month', 'day'] },
  { expression: new RegExp(`\\b${month},? (?:de |of )?${year}\\b`, 'g'), fields: ['month', 'year'] },
  { expression: new RegExp(`\\b${month}`, 'g'), fields: ['month'] },
  { expression: new RegExp(`(?<![$€£\\d.,] ?)\\b${year}\\b(?![.,]\\d| \\d{3}\\b| ?%)`, 'g'), fields: ['year'] },
];

const relations: readonly [RegExp, DateMention['relation']][] = [
  [/(?:\bavant(?: le| la| l')?|\bbefore|\bprior to|\bveille du)\s*$/, 'before'],
  [/(?:\bapres(?: le| la| l')?|\bafter|\blendemain du)\s*$/, 'after'],
  [/(?:\bdepuis(?: le| l')?|\bsince|\ba partir du|\ba partir de|\bfrom)\s*$/, 'since'],
  [/(?:\bjusqu'(?:au|en|a)|\buntil|\btill|\bup to)\s*$/, 'until'],
];

/** Dates of a text in text order, in French and English forms. */
export function findDates(text: string): DateMention[] {
  const folded = foldInPlace(text);
  const taken: DateMention[] = [];
  for (const { expression, fields } of patterns) {
    for (const match of folded.matchAll(expression)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (taken.some((other) => span.start < other.end && other.start < span.end)) continue;
      // "may", "march", "mars", "jan" and "sep" alone are words unless written as a month would be.
      const alone = fields.length === 1 && fields[0] === 'month';
      const written = text.slice(span.start, span.end);
      if (
        alone &&
        /^(?:may|march|jan|sept?|oct|dec|nov|fe[bv]|apr|aug)\.?$/i.test(written) &&
        !/^(?:March|May)$/.test(written)
      ) {
        continue;
      }
      if (
        alone &&
        /^May$/.test(written) &&
        !/\b(?:in|of|since|until|by|last|early|late|mid)[ -]$/i.test(text.slice(0, span.start))
      )
        continue;
      const mention: { -readonly [key in keyof DateMention]: DateMention[key] } = { ...span };
      fields.forEach((field, index) => {
        const part = match[index + 1] ?? '';
        mention[field] = field === 'month' ? (months.get(part) ?? Number(part)) : Number(part);
      });
      if ((mention.day ?? 1) > 31 || (mention.month ?? 1) > 12 || mention.day === 0) continue;
      const before = folded
        .slice(0, span.start)
        .replace(
          /(?:\ble |\bthe |\bon |(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) |(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )+$/,
          '',
        );
      mention.relation = relations.find(([pattern]) => pattern.test(before))?.[1];
      taken.push(mention);
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** The text with its dates blanked, same length: what is left to be read as numbers. */
export function maskDates(text: string, dates: readonly DateMention[]): string {
  let masked = text;
  for (const { start, end } of dates) masked = masked.slice(0, start) + ' '.repeat(end - start) + masked.slice(end);
  return masked;
}

/**
 * Whether a date of the source bears out one of the sentence. What the source's date leaves out is taken
 * from the day of publication; the sentence may say less than the source, never more.
 */
export function bearsOut(found: DateMention, claimed: DateMention, published: PartialDate | null | undefined): boolean {
  const [publishedYear] = (published ?? '').split('-').map(Number);
  const sourceYear = found.year ?? (found.month === undefined ? undefined : publishedYear);
  if (claimed.year !== undefined && claimed.year !== sourceYear) return false;
  if (claimed.month !== undefined && claimed.month !== found.month) return false;
  if (claimed.day !== undefined && claimed.day !== found.day) return false;
  if (found.relation !== claimed.relation && (found.relation === 'before' || claimed.relation === 'before'))
    return false;
  return true;
}

/** The day of publication as a date of the source. */
export function publicationDate(published: PartialDate | null | undefined): DateMention | null {
  if (!published) return null;
  const [yearPart, monthPart, dayPart] = published.split('-').map(Number);
  return { start: 0, end: 0, year: yearPart, month: monthPart, day: dayPart };
}
