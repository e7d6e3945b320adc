import { readFileSync } from 'node:fs';
import { stems, type Word, words } from './terms.ts';

/** Letters by which members are found: stems of one word and its inflections begin alike. */
const bucketLetters = 2;
/** Words that may stand between two words of a set phrase: "mettre brutalement fin". */
const wordsBetween = 1;

interface Member {
  readonly group: number;
  /** One word, or several that make a set phrase. */
  readonly words: readonly string[];
}

interface StemmedMember extends Member {
  readonly stems: readonly (readonly string[])[];
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
  readonly #buckets = new Map<string, Member[]>();
  /** Stemming is dear: a bucket is stemmed when first asked for. */
  readonly #stemmed = new Map<string, readonly StemmedMember[]>();
  readonly #groupsWithPhrases = new Set<number>();

  constructor(lines: readonly string[]) {
    for (const [group, line] of lines.entries()) {
      const single: string[] = [];
      for (const text of line.split(',')) {
        const parts = words(text).map(({ word }) => word);
        const first = parts[0];
        if (first === undefined) continue;
        if (parts.length === 1) single.push(first);
        else this.#groupsWithPhrases.add(group);
        const key = first.slice(0, bucketLetters);
        const bucket = this.#buckets.get(key);
        if (bucket) bucket.push({ group, words: parts });
        else this.#buckets.set(key, [{ group, words: parts }]);
      }
      this.#wordsOfGroup.push(single);
    }
  }

  /** Groups that hold a word as it is, else those that hold an inflection of it: "pays" is no form of "pay" here. */
  groups(word: string): number[] {
    const alone = this.#bucket(word).filter((member) => member.words.length === 1);
    const exact = alone.filter((member) => member.words[0] === word);
    const own = stems(word);
    const found =
      exact.length > 0 ? exact : alone.filter((member) => member.stems[0]!.some((stem) => own.includes(stem)));
    return [...new Set(found.map(({ group }) => group))];
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
    const textStems = text.map(({ word }) => stems(word));
    const found: PhraseMention[] = [];
    for (const [place, own] of textStems.entries()) {
      for (const member of this.#phrasesFrom(own)) {
        const last = endOfPhrase(member.stems, textStems, place);
        if (last !== undefined) found.push({ group: member.group, start: text[place]!.start, end: text[last]!.end });
      }
    }
    return found;
  }

  #phrasesFrom(wordStems: readonly string[]): StemmedMember[] {
    const found = new Set<StemmedMember>();
    for (const stem of wordStems) {
      for (const member of this.#bucket(stem)) {
        if (member.stems.length > 1 && member.stems[0]!.includes(stem)) found.add(member);
      }
    }
    return [...found];
  }

  #bucket(stem: string): readonly StemmedMember[] {
    const key = stem.slice(0, bucketLetters);
    let bucket = this.#stemmed.get(key);
    if (!bucket) {
      bucket = (this.#buckets.get(key) ?? []).map((member) => ({ ...member, stems: member.words.map(stems) }));
      this.#stemmed.set(key, bucket);
    }
    return bucket;
  }
}

/** Place of the last word of a phrase that begins at `place`; undefined when the text goes on otherwise. */
function endOfPhrase(
  phrase: readonly (readonly string[])[],
  text: readonly (readonly string[])[],
  place: number,
): number | undefined {
  let at = place;
  for (const part of phrase.slice(1)) {
    const next = text.slice(at + 1, at + 2 + wordsBetween).findIndex((own) => own.some((stem) => part.includes(stem)));
    if (next < 0) return undefined;
    at += next + 1;
  }
  return at;
}

function readLines(name: string): string[] {
  return readFileSync(new URL(`./thesaurus/${name}.txt`, import.meta.url), 'utf8')
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
const phraseKey = (group: number) => `#${group}`;

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
