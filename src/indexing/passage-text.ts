import type { Article, Language, PartialDate, Passage } from '../types.ts';

/** A date in words, so that a question that names a month or a year in words meets it: `2021-10-21` → `21 octobre 2021`. */
export function dateInWords(date: PartialDate, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(Date.UTC(year as number, (month ?? 1) - 1, day ?? 1));
}

/** What stands before a passage for search, and never in its quote: the article's title and date. */
export function passageHeading(article: Pick<Article, 'title' | 'published' | 'language'>): string {
  return article.published === null
    ? article.title
    : `${article.title} (${dateInWords(article.published, article.language)})`;
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
