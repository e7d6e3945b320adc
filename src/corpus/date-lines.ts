import { fold } from '../text/fold.ts';
import type { Language, PartialDate } from '../types.ts';
import { countWords } from './match-furniture.ts';
import { dateAtStart } from './publication-date.ts';

export interface DateLine {
  readonly date: PartialDate;
  /** What the line itself says the date is; null for a bare date. */
  readonly label: 'published' | 'updated' | null;
  /** What is left of the line without dates, times and labels. */
  readonly rest: string;
}

const published =
  /\b(?:date(?: de (?:publication|parution))?|publiee?|parue?|mise? en ligne|postee?|cree|ecrit|publication|published|posted|created|issued|first published|date published|publication date)\b/;
const updated = /\b(?:mise? a jour|modifiee?|actualisee?|updated|modified|edited|maj)\b/;
/** Words that belong to dates and times; what is left over is something else. */
const filler =
  /\b(?:date|de|publication|parution|publiee?|parue?|mise?|en|ligne|postee?|cree|ecrit|published|posted|created|issued|first|last|derniere|modification|a|jour|modifiee?|actualisee?|updated|modified|edited|maj|le|the|on|at|by|par|il|y|heures?|hours?|min|minutes?|lecture|read|gmt|utc|cest|cet|est|edt|et|ist|pst|am|pm|h)\b|\d{1,2}\s?[h:]\s?\d{0,2}(?::\d\d)?|[^\p{L}\p{N}]+/gu;
const longestLine = 22;

/** Reads a short line that states a date with its year, whatever else it says; null where there is none. */
export function readDateLine(line: string, language: Language): DateLine | null {
  if (countWords(line) > longestLine || !/(?:19|20)\d\d/.test(line)) return null;
  const found: { date: PartialDate; before: string }[] = [];
  let rest = '';
  let from = 0;
  for (let at = 0; at < line.length; ) {
    const reading = /^[\p{L}\p{N}]/u.test(line.slice(at)) ? dateAtStart(line.slice(at), language) : null;
    if (reading) {
      found.push({ date: reading.date, before: fold(line.slice(from, at)) });
      rest += `${line.slice(from, at)} `;
      at += reading.length;
      from = at;
    } else {
      // On to the next word; inside one no date starts.
      at += /^(?:[\p{L}\p{N}]+|.)[^\p{L}\p{N}]*/su.exec(line.slice(at))?.[0].length ?? 1;
    }
  }
  rest += line.slice(from);
  const labelled = found.find(({ before }) => published.test(before) && !updated.test(before));
  const best = labelled ?? found.find(({ before }) => !updated.test(before)) ?? found[0];
  if (!best) return null;
  const label = labelled ? 'published' : updated.test(best.before) ? 'updated' : null;
  return { date: best.date, label, rest: fold(rest).replace(filler, ' ').trim() };
}

/** A date that an export stuck to the text: " date 2021-10 Des pourparlers…", "… sortie de crise. date 2021-10". */
export function takeStuckDate(
  text: string,
  language: Language,
  side: 'start' | 'end',
): { readonly date: PartialDate; readonly removed: string; readonly text: string } | null {
  const label =
    side === 'start'
      ? /^\s*date\s*:?\s+/i
      : /(?:^|\s)(?:date\s*:?\s+|(?<=[.!?…»"”]\s)(?:publié|mis en ligne|published|posted)(?: le| on)?\s*:?\s+)(?=\S[^.]{3,30}$)/i;
  const match = label.exec(text);
  if (!match) return null;
  const after = match.index + match[0].length;
  const reading = dateAtStart(text.slice(after), language);
  if (!reading) return null;
  const end = after + reading.length;
  if (side === 'end' && countWords(text.slice(end)) > 2) return null;
  return {
    date: reading.date,
    removed: text.slice(match.index, side === 'end' ? undefined : end).trim(),
    text: (side === 'end' ? text.slice(0, match.index) : text.slice(end).replace(/^\s*[:|–—-]?\s*/, '')).trim(),
  };
}
