import { fold } from '../../text/fold.ts';
import { parseAsOf } from '../../text/parse-as-of.ts';
import type { Language, PartialDate } from '../../types.ts';

export interface TimelineFilter {
  readonly name?: string;
  readonly outlet?: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

export type ReadTimelineFilter =
  | { readonly kind: 'filter'; readonly filter: TimelineFilter }
  | { readonly kind: 'unknown-filter'; readonly word: string }
  | { readonly kind: 'unreadable-date'; readonly text: string };

/** Folded spellings of each filter in both languages. */
const keys: ReadonlyMap<string, 'outlet' | 'from' | 'to'> = new Map([
  ['outlet', 'outlet'],
  ['media', 'outlet'],
  ['from', 'from'],
  ['de', 'from'],
  ['depuis', 'from'],
  ['to', 'to'],
  ['a', 'to'],
  ['until', 'to'],
]);

/** Reads `Hulata from:2021-09 to:"1 October 2021" outlet:"Le Monde"`; what is no `key:value` is the name. */
export function readTimelineFilter(argument: string, language: Language): ReadTimelineFilter {
  const filter: { name?: string; outlet?: string; from?: PartialDate; to?: PartialDate } = {};
  const name: string[] = [];
  for (const [word, key, quoted, bare] of argument.matchAll(/(?:(\p{L}+):)?(?:"([^"]*)"|(\S+))/gu)) {
    const value = quoted ?? bare ?? '';
    if (key === undefined) name.push(value);
    else {
      const known = keys.get(fold(key));
      if (known === undefined) return { kind: 'unknown-filter', word };
      if (known === 'outlet') filter.outlet = value;
      else {
        const date = parseAsOf(value, language);
        if (date === null) return { kind: 'unreadable-date', text: value };
        filter[known] = date;
      }
    }
  }
  if (name.length > 0) filter.name = name.join(' ');
  return { kind: 'filter', filter };
}
