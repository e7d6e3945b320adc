import { createRequire } from 'node:module';
import type { Language } from '../types.ts';
import { fold } from './fold.ts';
import { stopwords } from './stopwords.ts';

export { stopwords };

const require = createRequire(import.meta.url);
const snowball = require('snowball-stemmers') as { newStemmer(language: string): { stem(word: string): string } };

/** Enough for the vocabulary of a large press file; beyond it the memory is emptied rather than left to grow. */
const rememberedStems = 60_000;

/** Stemming costs ten times what looking up costs, and texts repeat their words. */
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

/** French elided articles and pronouns: l'offre → offre, qu'Israël → israel, aujourd'hui stays. */
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\p{L})/u;

/** Digits in groups of three (1 000, 1,000, 1.000 000), other numbers with their separators (14,2; 12.5), words. */
const wordPattern =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|(?<![\p{N}.,])\d{1,3}(?:[ \u00a0\u202f\u2009.,']\d{3})+(?![\p{N}]|[.,]\p{N})|\p{N}+(?:[.,]\p{N}+)*/gu;

/** A word of a text, folded, with its place. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words and numbers of a text in order. Numbers are written one way: 1 000, 1.000 and 1,000 are 1000; 14,2 is 14.2. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const end = match.index + match[0].length;
    if (/^\p{N}/u.test(match[0])) {
      found.push({ word: plainNumber(match[0]), start: match.index, end });
      continue;
    }
    const raw = fold(match[0]);
    const cut = elision.exec(raw)?.[0].length ?? 0;
    found.push({ word: raw.slice(cut).replace(/'s$/, ''), start: match.index + cut, end });
  }
  return found;
}

function plainNumber(raw: string): string {
  if (/^\d{1,3}(?:[^\d]\d{3})+$/.test(raw)) return raw.replace(/\D/g, '');
  return raw.replaceAll(',', '.');
}

/** The stem of a folded word in one language; words with digits are their own. */
export function stemIn(word: string, language: Language): string {
  return /\d/.test(word) ? word : stemmers[language](word);
}

/** The stems a folded word has: French and English, one when they agree. */
export function stems(word: string): string[] {
  const french = stemIn(word, 'fr');
  const english = stemIn(word, 'en');
  return french === english ? [french] : [french, english];
}

/** Content words of a text as stems; stop words dropped. One entry per word: its French and English stem. */
export function contentStems(text: string): string[][] {
  return words(text)
    .filter(({ word }) => word.length > 1 && !stopwords.has(word))
    .map(({ word }) => stems(word));
}
