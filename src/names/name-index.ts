import { commonRank } from '../text/common-words.ts';
import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { generalWords } from '../text/terms.ts';
import type { NameEntry, NameIndex, NameMention, Span } from '../types.ts';
import { officeWords } from './lexicon.ts';
import { isDemonym, regionOf } from './regions.ts';
import { allowedEdits, countBits, letterBits, nameKey } from './spelling.ts';

/** A word of the text that is searched for names. */
interface QueryWord extends Span {
  readonly key: string;
  readonly capital: boolean;
}

interface Spelling {
  readonly words: readonly string[];
  readonly entry: NameEntry;
  /** But for articles it is one ordinary word ("Le Monde", "Next"): capitals are needed to tell. */
  readonly ordinary: boolean;
  /** Two or three capitals that are also a word when small: "US", "UE". */
  readonly capitals: boolean;
}

interface NameWord {
  readonly word: string;
  readonly bits: number;
}

const queryWordPattern = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu;
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\p{L}\p{N}])/iu;

function queryWords(text: string): QueryWord[] {
  const found: QueryWord[] = [];
  for (const match of text.matchAll(queryWordPattern)) {
    let start = match.index;
    let raw = match[0];
    const cut = elision.exec(raw)?.[0].length ?? 0;
    start += cut;
    raw = raw.slice(cut);
    const possessive = /.['’]s$/i.test(raw) ? 2 : 0;
    let offset = start;
    // nameKey opens inner apostrophes ("Sa'ar" → "sa ar"): one word each, as in the spellings.
    for (const part of raw.slice(0, raw.length - possessive).split(/['’]/)) {
      const key = nameKey(part).replaceAll(' ', '');
      if (key !== '') found.push({ start: offset, end: offset + part.length, key, capital: /^\p{Lu}/u.test(part) });
      offset += part.length + 1;
    }
  }
  return found;
}

/**
 * Recognises the names of the file in any text: any case, no accents, typing errors in longer names, surnames alone.
 *
 * @param entries what `buildNames` found, most mentioned first: the first claims an ambiguous spelling.
 * @param ordinaryWords words of the file's language, folded (see `countOrdinaryWords`): a small-letter word among them is
 * never taken for a misspelt name, nor for a one-word name that is spelt like it.
 */
export function createNameIndex(entries: readonly NameEntry[], ordinaryWords: ReadonlySet<string>): NameIndex {
  const isOrdinary = (word: string): boolean =>
    ordinaryWords.has(word) || generalWords.has(word) || officeWords.has(word);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const spellings = new Map<string, Spelling>();
  const nameWords = new Map<string, NameWord>();
  let longest = 1;

  function add(spelling: string, entry: NameEntry): void {
    const key = wordsKey(spelling);
    if (key === '' || spellings.has(key)) return;
    const words = key.split(' ');
    longest = Math.max(longest, words.length);
    spellings.set(key, {
      words,
      entry,
      ordinary:
        regionOf(key) === undefined &&
        words.every(isOrdinary) &&
        words.filter((word) => !generalWords.has(word)).length < 2,
      capitals: words.length === 1 && key.length <= 3 && isOrdinary(key),
    });
    for (const word of words) if (!nameWords.has(word)) nameWords.set(word, { word, bits: letterBits(word) });
  }

  for (const entry of entries) for (const variant of entry.variants) add(variant, entry);
  for (const entry of entries)
    if (entry.kind === 'person') for (const surname of bareSurnames(entry)) add(surname, entry);
  const lists = [...nameWords.values()];
  const startsName = new Set([...spellings.keys()].map((key) => key.split(' ')[0]!));

  /** Words of names that this word may stand for, itself first. */
  function candidates(word: QueryWord, opening: boolean): readonly string[] {
    if (nameWords.has(word.key)) return [word.key];
    const { key } = word;
    if (key.length < 4 || /\d/.test(key) || isOrdinary(key) || isDemonym(key)) return [];
    // "genre", "lender": a common word typed small is not a misspelt name, unless a given name stands before it.
    if (opening && !word.capital && (isCommon(key) || isInflected(key, isOrdinary))) return [];
    const bits = letterBits(key);
    const found: { word: string; edits: number }[] = [];
    for (const name of lists) {
      // A four-letter word must at least be written like a name.
      const short = Math.min(key.length, name.word.length);
      const limit = key.length < 5 && !word.capital ? 0 : Math.min(allowedEdits(name.word.length), short < 8 ? 1 : 2);
      if (limit === 0 || Math.abs(name.word.length - key.length) > limit) continue;
      if (countBits(bits ^ name.bits) > 2 * limit) continue;
      const edits = editDistance(key, name.word, limit);
      if (edits > limit) continue;
      if (edits > 1 && key[0] !== name.word[0]) continue;
      // "lapin", "gants": a short word typed small is more likely another word than Lapid or Gantz with a wrong last letter.
      if (!word.capital && name.word.length < 7 && !sameEnd(key, name.word)) continue;
      found.push({ word: name.word, edits });
    }
    return found.sort((a, b) => a.edits - b.edits || (a.word < b.word ? -1 : 1)).map(({ word }) => word);
  }

  /** The longest name that starts at `from`; words that were mended count as not exact. */
  function match(
    text: string,
    words: readonly QueryWord[],
    from: number,
  ): { length: number; spelling: Spelling; exact: boolean } | null {
    let states = [{ key: '', exact: true }];
    let best: { length: number; spelling: Spelling; exact: boolean } | null = null;
    for (let length = 1; length <= longest && from + length <= words.length; length += 1) {
      const word = words[from + length - 1]!;
      if (
        length > 1 &&
        !/^[\s\u00a0\u202f'’.-]{1,2}$|^['’]s $/u.test(text.slice(words[from + length - 2]!.end, word.start))
      )
        break;
      const next: { key: string; exact: boolean }[] = [];
      const options = candidates(word, length === 1).filter((candidate) => length > 1 || startsName.has(candidate));
      for (const state of states) {
        for (const candidate of options.slice(0, 3)) {
          const key = state.key === '' ? candidate : `${state.key} ${candidate}`;
          next.push({ key, exact: state.exact && candidate === word.key });
        }
      }
      states = next;
      if (states.length === 0) break;
      for (const state of states) {
        const spelling = spellings.get(state.key);
        if (spelling === undefined || !plausible(text, words.slice(from, from + length), spelling, state.exact))
          continue;
        if (best === null || best.length < length || (state.exact && !best.exact)) {
          best = { length, spelling, exact: state.exact };
        }
      }
    }
    return best;
  }

  function plausible(text: string, words: readonly QueryWord[], spelling: Spelling, exact: boolean): boolean {
    const first = words[0]!;
    if (spelling.capitals) return /^[\p{Lu}.]+$/u.test(text.slice(first.start, first.end));
    if (!spelling.ordinary) return exact || words.some((word) => word.key.length >= 4);
    if (!exact) return false;
    const before = fold(text.slice(Math.max(0, first.start - 14), first.start));
    // "selon le monde" can only be the newspaper.
    if (/(?:\bselon|d'apres|according to|\bcite|\bdit) $/.test(before)) return true;
    const last = words.at(-1)!;
    if (!last.capital) return false;
    // Capitals at the start of the text prove nothing, unless the name is longer than that.
    return words.length > 1 || before.trim() !== '';
  }

  return {
    entries,
    get: (id) => byId.get(id),
    find(text) {
      const words = queryWords(text);
      const mentions: NameMention[] = [];
      for (let index = 0; index < words.length; ) {
        const found = match(text, words, index);
        if (found === null) {
          index += 1;
          continue;
        }
        const { start } = words[index]!;
        const { end } = words[index + found.length - 1]!;
        mentions.push({ start, end, entry: found.spelling.entry, exact: found.exact });
        index += found.length;
      }
      return mentions;
    },
    suggest: (prefix, limit) => suggest(entries, prefix, limit),
  };
}

/** As `nameKey`, with abbreviation dots gone: `U.S.` → `us`. */
function wordsKey(spelling: string): string {
  return nameKey(spelling.replace(/(?<=\b\p{Lu})\./gu, '')).trim();
}

/** The last letters agree, or have only changed places: `macrno`. */
function sameEnd(left: string, right: string): boolean {
  return left.at(-1) === right.at(-1) || (left.at(-1) === right.at(-2) && left.at(-2) === right.at(-1));
}

/** A word of general language, plural or not. */
function isCommon(word: string): boolean {
  return [word, word.replace(/(?:es|s|x)$/, '')].some((form) => commonRank(form) !== undefined);
}

/** `macrons`, `marocaines`: an ordinary word with an ending is an ordinary word. */
function isInflected(word: string, isOrdinary: (word: string) => boolean): boolean {
  return (
    /(?:s|x|e|es|ed|ing|er|ly)$/.test(word) &&
    [1, 2, 3].some((cut) => word.length - cut >= 4 && isOrdinary(word.slice(0, -cut)))
  );
}

/** Surnames that may stand for a person though the file never leaves the given name out. */
function bareSurnames(entry: NameEntry): string[] {
  return entry.variants.flatMap((variant) => {
    const words = variant.trim().split(/\s+/);
    const surname = nameKey(words.at(-1)!);
    if (words.length < 2 || surname.length < 3 || regionOf(surname) !== undefined || /^[ivx]+$/.test(surname))
      return [];
    return [surname];
  });
}

function suggest(entries: readonly NameEntry[], prefix: string, limit: number): readonly NameEntry[] {
  const typed = nameKey(prefix);
  // Before anything is typed the most mentioned are offered; what holds no letter resembles no name.
  if (typed === '') return prefix.trim() === '' ? entries.slice(0, limit) : [];
  const ranked: { entry: NameEntry; rank: number }[] = [];
  for (const entry of entries) {
    let rank = Number.POSITIVE_INFINITY;
    for (const variant of entry.variants) {
      const key = nameKey(variant);
      if (key.startsWith(typed)) rank = Math.min(rank, 0);
      else if (key.includes(` ${typed}`)) rank = Math.min(rank, 1);
      else {
        const limitOfEdits = allowedEdits(typed.length);
        const near = key
          .split(' ')
          .some((word) => editDistance(word.slice(0, typed.length), typed, limitOfEdits) <= limitOfEdits);
        if (limitOfEdits > 0 && near) rank = Math.min(rank, 2);
      }
    }
    if (rank < Number.POSITIVE_INFINITY) ranked.push({ entry, rank });
  }
  // Entries come most mentioned first, and sorting is stable.
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ entry }) => entry);
}
