import { formatPartialDate } from '../text/partial-date.ts';
import type { Article, Passage } from '../types.ts';

/**
 * What stands before a passage for search, and never in its quote: the article's title and date; the date in words, so
 * that a question that names a month meets it.
 */
export function passageHeading(article: Pick<Article, 'title' | 'published' | 'language'>): string {
  return article.published === null
    ? article.title
    : `${article.title} (${formatPartialDate(article.published, article.language)})`;
}

/** What is embedded for a passage. */
export function embeddedText(article: Pick<Article, 'title' | 'published' | 'language'>, passage: Passage): string {
  return `${passageHeading(article)}\n${passage.text}`;
}

/** Sentences shorter than this say too little to be found by. */
const fewestLetters = 12;

/** What is embedded for the parts of a passage: its sentences as they stand, when it has more than one. */
export function embeddedParts({ start, text, sentences }: Passage): string[] {
  if (sentences.length < 2) return [];
  return sentences
    .map((sentence) => text.slice(sentence.start - start, sentence.end - start))
    .filter((sentence) => sentence.length >= fewestLetters);
}
