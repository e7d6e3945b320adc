import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Language } from '../types.ts';
import { contentWords } from './content-words.ts';
import { fold } from './fold.ts';

const require = createRequire(import.meta.url);
const snowball = require('snowball-stemmers') as { newStemmer(language: string): { stem(word: string): string } };
// Read rather than required: a loader for TypeScript takes 150 ms to look at this file of 57 languages.
const stopwordLists = JSON.parse(readFileSync(require.resolve('stopwords-iso/stopwords-iso.json'), 'utf8')) as Record<
  string,
  string[]
>;

/** Enough for the vocabulary of a large press file; beyond it the memory is emptied rather than left to grow. */
const rememberedStems = 60_000;

/** Stemming costs more than all else in indexing and answering, and words come back. */
function rememberingStemmer(language: string): (word: string) => string {
  const stemmer = snowball.newStemmer(language);
  const known = new Map<string, string>();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) {
      stem = stemmer.stem(word);
      if (known.size >= rememberedStems) known.clear();
      known.set(word, stem);
    }
    return stem;
  };
}

const stemmers: Readonly<Record<Language, (word: string) => string>> = {
  fr: rememberingStemmer('french'),
  en: rememberingStemmer('english'),
};

/**
 * Words of general language in French and English, folded: what is no name though a capital begins it. Both at once:
 * questions and passages mix the languages.
 */
export const generalWords: ReadonlySet<string> = new Set(
  [...(stopwordLists.fr ?? []), ...(stopwordLists.en ?? [])].map(fold),
);

/** Those of them that a text is never about. */
export const stopwords: ReadonlySet<string> = new Set([...generalWords].filter((word) => !contentWords.has(word)));

/** French elided articles and pronouns: l'offre → offre, qu'Israël → israel, aujourd'hui stays. */
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\p{L})/u;

/** A word of a text, folded, with its place. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words and numbers of a text in order; numbers keep their inner separators ("1 000", "14,2" stay in pieces at spaces only). */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\p{N}+(?:[.,]\p{N}+)*/gu)) {
    const raw = fold(match[0]);
    const cut = elision.exec(raw)?.[0].length ?? 0;
    found.push({
      word: raw.slice(cut).replace(/'s$/, ''),
      start: match.index + cut,
      end: match.index + match[0].length,
    });
  }
  return found;
}

/** The stem of a folded word in one language; a word with digits is its own. */
export function stemIn(word: string, language: Language): string {
  return /\d/.test(word) ? word : stemmers[language](word);
}

const knownStems = new Map<string, readonly string[]>();

/** The stems a folded word is searched under: French and English, one when they agree. */
export function stems(word: string): readonly string[] {
  let both = knownStems.get(word);
  if (both === undefined) {
    const french = stemIn(word, 'fr');
    const english = stemIn(word, 'en');
    both = french === english ? [french] : [french, english];
    if (knownStems.size >= rememberedStems) knownStems.clear();
    knownStems.set(word, both);
  }
  return both;
}
