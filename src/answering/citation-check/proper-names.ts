import { fold } from '../../text/fold.ts';
import { stopwords } from '../../text/terms.ts';
import type { NameIndex, Span } from '../../types.ts';
import { findCountries } from './places.ts';
import type { Actor } from './roles.ts';
import { related, termsOf } from './terms.ts';

/** A name of a sentence; `id` is the entry's, a country's code or the folded word itself. */
export interface NamedThing extends Actor {
  readonly text: string;
  readonly kind: 'entry' | 'country' | 'word';
  readonly adjective: boolean;
  readonly capital: boolean;
}

export const pronoun =
  /(?<![\p{L}])(?:il|elle|ils|elles|lui|leur|celui-ci|celle-ci|ceux-ci|ce dernier|cette dernière|son|sa|ses|he|she|they|him|her|them|his|their|it|its|the latter|the (?:company|firm|minister|official|paper|newspaper|group|president|site|department|adviser|country|kingdom)|l['’](?:entreprise|officiel|homme|organisation|avocat|ONG|État)|la (?:société|ministre|présidence|firme)|le (?:ministre|président|royaume|journal|site|conseiller|pays|consortium))(?![\p{L}])/iu;

/** Characters between the beginnings of words that make one name. */
const sideBySide = 25;

const calendar = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
    ' ',
  ),
);

/** Titles and forms of address: written with a capital, name nobody. */
const titles = new Set('m mm mme mlle me mr mrs ms dr sir lord lady i'.split(' '));

/** Everything that a text names: entries of the index, countries, and other capitalised words. */
export function namedThings(text: string, names: NameIndex): NamedThing[] {
  // A spelling that the index would mend may be another name altogether: it must stand in the source as it is.
  const exact = names.find(text).filter((mention) => mention.exact);
  const found: NamedThing[] = exact.map(({ entry, start, end }) => ({
    id: `entry:${entry.id}`,
    text: text.slice(start, end),
    kind: 'entry' as const,
    adjective: false,
    capital: false,
    start,
    end,
  }));
  const free = (start: number, end: number) => !found.some((other) => start < other.end && other.start < end);
  for (const { code, start, end, adjective, capital } of findCountries(text)) {
    const overlapping = found.findIndex((other) => start < other.end && other.start < end);
    const entry = found[overlapping];
    // A country that is also an entry of the file ("Israël") is compared as a country: the file knows no adjectives.
    if (entry && (entry.end - entry.start > end - start + 3 || entry.start < start - 3)) continue;
    if (entry) found.splice(overlapping, 1);
    found.push({
      id: `country:${code}`,
      text: text.slice(start, end),
      kind: 'country',
      adjective,
      capital,
      start,
      end,
    });
  }
  for (const match of text.matchAll(/\p{Lu}[\p{L}\p{M}\p{N}]*(?:[-'’.]\p{L}[\p{L}\p{M}\p{N}]*)*/gu)) {
    const word = fold(match[0]).replace(/^(?:[cdjlmnst]|qu)'/, '');
    const end = match.index + match[0].length;
    if (!free(match.index, end) || !isName(text, match.index, match[0], word)) continue;
    found.push({
      id: `word:${word}`,
      text: match[0],
      kind: 'word',
      adjective: false,
      capital: false,
      start: match.index,
      end,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

function isName(text: string, start: number, written: string, word: string): boolean {
  if (word.length < 2 || calendar.has(word) || titles.has(word)) return false;
  const acronym = written.length > 1 && written === written.toUpperCase();
  // "CEO" is a word of the language, "NSO" a name.
  const known = termsOf(written).some((term) => term.synonyms.size > 0);
  if (acronym) return !known;
  // A capital that a sentence's first word has anyway says nothing.
  const first = /(?:^|[.!?:«“"]\s*)$/u.test(text.slice(0, start));
  if (stopwords.has(word)) return false;
  return !first && !known;
}

export function heldBy(name: NamedThing, pool: readonly NamedThing[], poolText: string): boolean {
  if (
    name.kind === 'country' &&
    pool.some((other) => other.id === name.id && (!name.capital || sameCapital(name, other)))
  )
    return true;
  if (name.kind !== 'country' && pool.some((other) => other.id === name.id)) return true;
  const word = fold(name.text);
  const folded = fold(poolText);
  const at = folded.indexOf(word);
  if (at >= 0 && !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(folded[at + word.length] ?? ''))
    return true;
  if (inOtherOrder(name.text, poolText)) return true;
  return (
    name.kind === 'word' &&
    word.length >= 6 &&
    folded.includes(word.slice(0, Math.max(5, Math.floor(word.length * 0.6))))
  );
}

/** "Commerce Department" and "Department of Commerce", "Pegasus project" and "projet Pegasus": all its words side by side. */
function inOtherOrder(name: string, poolText: string): boolean {
  const own = termsOf(name).filter(({ word }) => word.length > 2);
  if (own.length < 2) return false;
  const pool = termsOf(poolText);
  const [rarest, ...rest] = own.toSorted((a, b) => b.word.length - a.word.length);
  return pool.some(
    (place) =>
      rarest?.word === place.word &&
      rest.every((word) =>
        pool.some((other) => Math.abs(other.start - place.start) <= sideBySide && related(word, other)),
      ),
  );
}

/** A capital is borne out only by itself: "went to Paris" says more than "went to France". */
function sameCapital(a: NamedThing, b: NamedThing): boolean {
  return b.capital || fold(a.text) === fold(b.text);
}

/** Blanks names, so that "20 Minutes" is no number and "Le Monde" no word to be covered. Same length as the text. */
export function maskNames(text: string, things: readonly Span[]): string {
  let masked = text;
  for (const { start, end } of things) masked = masked.slice(0, start) + ' '.repeat(end - start) + masked.slice(end);
  return masked;
}

/** A text without its names: "Reporters sans frontières" denies nothing. */
export function nameless({ text, names }: { readonly text: string; readonly names: readonly Span[] }) {
  const masked = maskNames(text, names);
  return { text: masked, terms: termsOf(masked) };
}
