import { readFileSync } from 'node:fs';
import { fold } from './fold.ts';
import { stems, type Word } from './terms.ts';

/** Letters that a word and its inflections have in common: what is looked up by them is stemmed only then. */
const commonLetters = 3;
/** Words that may stand between two words of a set phrase: "mettre brutalement fin". */
const wordsBetween = 1;

interface SetPhrase {
  readonly group: number;
  readonly words: readonly string[];
}

/** A set phrase found in a text. */
export interface PhraseMention {
  readonly group: number;
  readonly start: number;
  readonly end: number;
}

/**
 * General vocabulary of the press, French and English, one group of near-synonyms a line, members separated by commas:
 * what a reader may call one and the same thing. It knows nothing of any affair. Words are compared by stem; a member
 * may stand in several groups and may be a set phrase ("coup de fil").
 */
class Thesaurus {
  readonly #wordsOfGroup: string[][] = [];
  readonly #groupsOfWord = new Map<string, number[]>();
  readonly #wordsByLetters = new Map<string, string[]>();
  /** By the first letters of their first two words: every word of every text read is looked up here. */
  readonly #phrases = new Map<string, SetPhrase[]>();
  readonly #groupsWithPhrases = new Set<number>();

  /** @param lines folded, without elided articles */
  constructor(lines: readonly string[]) {
    for (const [group, line] of lines.entries()) {
      const single: string[] = [];
      for (const member of line.split(/\s*,\s*/)) {
        const parts = member.split(/[\s-]+/);
        const [first, second] = parts;
        if (!first) continue;
        if (second === undefined) {
          single.push(first);
          if (!this.#groupsOfWord.has(first)) addTo(this.#wordsByLetters, letters(first), first);
          addTo(this.#groupsOfWord, first, group);
        } else {
          this.#groupsWithPhrases.add(group);
          addTo(this.#phrases, letters(first) + letters(second), { group, words: parts });
        }
      }
      this.#wordsOfGroup.push(single);
    }
  }

  /** Groups that hold a word as it is, else those that hold an inflection of it: "pays" is no form of "pay" here. */
  groups(word: string): number[] {
    const exact = this.#groupsOfWord.get(word);
    if (exact) return [...new Set(exact)];
    const own = stems(word);
    const inflections = (this.#wordsByLetters.get(letters(word)) ?? []).filter((other) =>
      stems(other).some((stem) => own.includes(stem)),
    );
    return [...new Set(inflections.flatMap((other) => this.#groupsOfWord.get(other) ?? []))];
  }

  /** Words of the groups, set phrases left out. */
  wordsOf(groups: Iterable<number>): string[] {
    return [...new Set([...groups].flatMap((group) => this.#wordsOfGroup[group] ?? []))];
  }

  /** Which of the groups hold a set phrase. */
  withPhrases(groups: Iterable<number>): number[] {
    return [...groups].filter((group) => this.#groupsWithPhrases.has(group));
  }

  /** Set phrases in a text, given its words in order. */
  phrasesIn(text: readonly Word[]): PhraseMention[] {
    const found: PhraseMention[] = [];
    const beginnings = text.map(({ word }) => letters(word));
    for (const [place, first] of beginnings.entries()) {
      for (let next = place + 1; next <= place + 1 + wordsBetween && next < text.length; next += 1) {
        for (const { group, words } of this.#phrases.get(first + beginnings[next]!) ?? []) {
          const last = endOfPhrase(words, text, place);
          if (last !== undefined) found.push({ group, start: text[place]!.start, end: text[last]!.end });
        }
      }
    }
    return found;
  }
}

const letters = (word: string) => word.slice(0, commonLetters).padEnd(commonLetters);

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Place of the last word of a phrase that begins at `place`; undefined when the text goes on otherwise. */
function endOfPhrase(phrase: readonly string[], text: readonly Word[], place: number): number | undefined {
  if (!sameStem(phrase[0]!, text[place]!.word)) return undefined;
  let at = place;
  for (const part of phrase.slice(1)) {
    const next = text.slice(at + 1, at + 2 + wordsBetween).findIndex(({ word }) => sameStem(part, word));
    if (next < 0) return undefined;
    at += next + 1;
  }
  return at;
}

function sameStem(first: string, second: string): boolean {
  return first === second || stems(first).some((stem) => stems(second).includes(stem));
}

/** French articles and pronouns cut short before a vowel; texts are read without them. */
const elision = /(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\p{L})/gu;

function readLines(name: string): string[] {
  return fold(readFileSync(new URL(`./thesaurus/${name}.txt`, import.meta.url), 'utf8'))
    .replace(elision, '')
    .split('\n')
    .filter(Boolean);
}

const files = [
  'places',
  'institutions',
  'actions',
  'qualities',
  'politics',
  'justice',
  'technology',
  'media',
  'verbs',
  'nouns',
];

let known: { readonly places: Thesaurus; readonly general: Thesaurus } | undefined;

/** Read when first needed. */
function thesauri() {
  known ??= { places: new Thesaurus(readLines('places')), general: new Thesaurus(files.flatMap(readLines)) };
  return known;
}

/** Stands for a group among the stems of a text that holds one of the group's set phrases. */
export const phraseKey = (group: number) => `#${group}`;

/** Keys, to be kept among a text's stems, of the groups of which it holds a set phrase. */
export function phraseKeys(text: readonly Word[]): string[] {
  return [...new Set(phrasesIn(text).map(({ group }) => phraseKey(group)))];
}

/** Set phrases of a text, given its words in order. */
export function phrasesIn(text: readonly Word[]): PhraseMention[] {
  return thesauri().general.phrasesIn(text);
}

/**
 * Stems of the near-synonyms of words, in both languages, the words' own stems and the keys of set phrases included, each
 * with the number of meanings among which it is one: 1 where the word can mean nothing else.
 * @param phrases groups of the set phrases that the words are part of; they have one meaning
 */
export function synonymStems(meant: readonly string[], phrases: readonly number[] = []): ReadonlyMap<string, number> {
  const { general } = thesauri();
  const meanings = new Map<string, number>();
  const add = (groups: readonly number[], among: number) => {
    for (const key of [...general.wordsOf(groups).flatMap(stems), ...general.withPhrases(groups).map(phraseKey)]) {
      meanings.set(key, Math.min(among, meanings.get(key) ?? among));
    }
  };
  add(phrases, 1);
  for (const word of meant) {
    const groups = general.groups(word);
    add(groups, groups.length);
  }
  return meanings;
}

/** What else a place is called: stems of its inhabitants, its capital. */
export function placeStems(name: readonly string[]): ReadonlyMap<string, number> {
  const { places } = thesauri();
  return new Map(
    places.wordsOf(name.flatMap((word) => places.groups(word))).flatMap((word) => stems(word).map((stem) => [stem, 1])),
  );
}

/** The near-synonyms of words as they are written, in both languages; themselves left out. */
export function synonyms(meant: readonly string[], phrases: readonly number[] = []): readonly string[] {
  const { general } = thesauri();
  const own = new Set(meant.flatMap(stems));
  return general
    .wordsOf([...new Set([...meant.flatMap((word) => general.groups(word)), ...phrases])])
    .filter((word) => !stems(word).some((stem) => own.has(stem)));
}
