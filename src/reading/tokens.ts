import { fold } from '../text/fold.ts';
import { stems } from '../text/terms.ts';
import { phraseKey, phrasesIn } from '../text/thesaurus.ts';
import type { NameEntry, NameIndex, NameKind } from '../types.ts';
import { knownNumber, marks } from './known-words.ts';

/** A word or mark of a text as the reader sees it. */
export interface Token {
  /** Folded. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Own number of a word that the reader knows or of a mark; 0 for all others. */
  readonly known: number;
  /** Bits: 1 begins with a capital, 2 holds a digit, 4 is a mark. */
  readonly shape: number;
  /** The name that it is part of. */
  readonly name: NameEntry | undefined;
  /** What it is compared by: its stems, and the keys of the set phrases that it is part of. */
  readonly keys: readonly string[];
  /** Groups of the thesaurus of those set phrases. */
  readonly phrases: readonly number[];
}

export const nameKindNumbers: Readonly<Record<NameKind, number>> = { person: 1, organisation: 2, place: 3, other: 4 };

const pattern =
  /(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\p{N}+(?:[.,\u00a0\u202f ]\p{N}{3})*(?:[.,]\p{N}+)?|[.,;:!?"«»“”()–—/%$€]/giu;

const isMark = (word: string) => marks.includes(word);

/** Words, elided articles and marks of a text, folded, in order. */
export function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(pattern), ([word]) => foldedWord(word));
}

const foldedWord = (word: string) => fold(word).replace(/'s$/, '');

/** The same with what the reader knows of them. */
export function tokensOf(text: string, names: NameIndex): Token[] {
  const mentions = names.find(text);
  const found = [...text.matchAll(pattern)].map((match) => ({
    word: foldedWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    capital: /^\p{Lu}/u.test(match[0]),
  }));
  const phrases = phrasesIn(found.filter(({ word }) => !isMark(word)));
  return found.map(({ word, start, end, capital }) => {
    const mark = isMark(word);
    const own = phrases.filter((phrase) => start >= phrase.start && end <= phrase.end).map(({ group }) => group);
    return {
      word,
      start,
      end,
      known: knownNumber(word),
      shape: (capital ? 1 : 0) + (/\d/.test(word) ? 2 : 0) + (mark ? 4 : 0),
      name: mentions.find((mention) => start < mention.end && end > mention.start)?.entry,
      keys: !mark && !word.endsWith("'") ? [...stems(word), ...own.map(phraseKey)] : [],
      phrases: own,
    };
  });
}
