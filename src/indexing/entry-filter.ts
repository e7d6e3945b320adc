import { fold } from '../text/fold.ts';
import type { Filter, PartialDate } from '../types.ts';
import type { EntryAttributes } from './search-index.ts';

/** The last day a partial date can mean, as `YYYY-MM-DD`: `2021-02` → `2021-02-28`, `2021` → `2021-12-31`. */
export function latestDay(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  if (day !== undefined) return date;
  if (month === undefined) return `${year}-12-31`;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${String(last).padStart(2, '0')}`;
}

/**
 * A test of entries for one filter; undefined when everything passes. It never throws and always gives a boolean:
 * hnswlib aborts the process otherwise.
 *
 * As of a day, an article is in when the latest day its date can mean has come; an undated one is out.
 */
export function entryFilter(filter: Filter | undefined): ((attributes: EntryAttributes) => boolean) | undefined {
  if (filter?.asOf === undefined && filter?.outlet === undefined) return undefined;
  const asOf = filter.asOf === undefined ? undefined : latestDay(filter.asOf);
  const outlet = filter.outlet === undefined ? undefined : fold(filter.outlet).trim();
  return ({ published, outlet: name }) =>
    (asOf === undefined || (published !== null && latestDay(published) <= asOf)) &&
    (outlet === undefined || (name !== null && fold(name).trim() === outlet));
}
