import { createRequire } from 'node:module';
import { fold } from './fold.ts';

const require = createRequire(import.meta.url);
const snowball = require('snowball-stemmers') as { newStemmer(language: string): { stem(word: string): string } };
const stopwordLists = require('stopwords-iso') as Record<string, string[]>;

const stemmers = { fr: snowball.newStemmer('french'), en: snowball.newStemmer('english') };

/** Function words of French and English, folded. Both at once: questions and passages mix the languages. */
export const stopwords: ReadonlySet<string> = new Set(
  [...(stopwordLists.fr ?? []), ...(stopwordLists.en ?? [])].map(fold),
);

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

/** Stemming costs more than all else in an answer, and words come back: the stems of the latest words are kept. */
const stemmed = new Map<string, readonly string[]>();
const stemmedWordsKept = 50_000;

/** The stems a folded word is indexed and searched under: French and English, one when they agree. */
export function stems(word: string): readonly string[] {
  const known = stemmed.get(word);
  if (known) return known;
  const french = /\d/.test(word) ? word : stemmers.fr.stem(word);
  const english = /\d/.test(word) ? word : stemmers.en.stem(word);
  const found = french === english ? [french] : [french, english];
  if (stemmed.size >= stemmedWordsKept) stemmed.clear();
  stemmed.set(word, found);
  return found;
}

/** Content words of a text as stems; stop words dropped. One entry per word: its French and English stem. */
export function contentStems(text: string): (readonly string[])[] {
  return words(text)
    .filter(({ word }) => word.length > 1 && !stopwords.has(word))
    .map(({ word }) => stems(word));
}
