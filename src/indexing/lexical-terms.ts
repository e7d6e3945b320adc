import { functionWords } from '../text/function-words.ts';
import { detectLanguage } from '../text/language.ts';
import { stemIn, words } from '../text/terms.ts';
import type { Language } from '../types.ts';

/** Marks a word as it is written (folded), so that it is never taken for a stem. */
const surface = '=';

/**
 * The terms a text is indexed under: each content word as it is written, which both languages share (names, loans),
 * and its stem in the text's language. Both, because a word found in the very form asked for counts for more than
 * another of its inflections.
 */
export function indexTerms(text: string, language: Language): string[] {
  return termsOf(text, [language]);
}

/** The terms a query is searched under; its stems are those of its language, of both when nothing tells which it is. */
export function queryTerms(query: string): string[] {
  const languages = [...new Set([detectLanguage(query, 'fr'), detectLanguage(query, 'en')])];
  return [...new Set(termsOf(query, languages))];
}

/** The length of typing errors mended in a query term that the index does not have; only words as written are mended. */
export function mendingDistance(term: string): number | false {
  if (!term.startsWith(surface) || term.length < 6 || /\d/.test(term)) return false;
  return term.length < 9 ? 1 : 2;
}

function termsOf(text: string, languages: readonly Language[]): string[] {
  return words(withPlainNumbers(text))
    .filter(({ word }) => !functionWords.has(word))
    .flatMap(({ word }) => [surface + word, ...languages.map((language) => stemIn(word, language))]);
}

/** Numbers written one way: 1 000, 1.000 and 1,000 become 1000; 14,2 becomes 14.2. */
function withPlainNumbers(text: string): string {
  return text
    .replace(/(?<![\p{N}.,])\d{1,3}(?:[ \u00a0\u202f\u2009.,']\d{3})+(?!\p{N}|[.,]\p{N})/gu, (number) =>
      number.replace(/\D/g, ''),
    )
    .replace(/(\d),(?=\d)/g, '$1.');
}
