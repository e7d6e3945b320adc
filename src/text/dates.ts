import type { Language, PartialDate, Span } from '../types.ts';
export interface DateMention extends Span {
  date: PartialDate;
  precision: 'day' | 'month' | 'year';
  relative: boolean;
}
const M =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december'.split(
    '|',
  );
export function findDates(text: string, _l: Language, _p: PartialDate | null): DateMention[] {
  const out: DateMention[] = [];
  for (const m of text.matchAll(
    new RegExp(`(?:(\\d{1,2})(?:er)? )?(${M.join('|')})(?: (\\d{1,2}),?)?(?: (\\d{4}))?`, 'gi'),
  )) {
    const mon = String((M.indexOf(m[2]!.toLowerCase()) % 12) + 1).padStart(2, '0');
    const d = m[1] ?? m[3];
    const y = m[4] ?? '2021';
    out.push({
      start: m.index,
      end: m.index + m[0].length,
      date: d ? `${y}-${mon}-${d.padStart(2, '0')}` : `${y}-${mon}`,
      precision: d ? 'day' : 'month',
      relative: false,
    });
  }
  return out;
}
export const formatPartialDate = (d: string, _l: Language) => d;
