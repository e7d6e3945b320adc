import { fold } from '../text/fold.ts';
import { latestDay } from '../text/partial-date.ts';
import type { Article, Dossier, Filter, NameEntry, NameIndex, NameMention, Span } from '../types.ts';

/** A sentence of the file with what stands before it. */
export interface FileSentence extends Span {
  readonly article: Article;
  readonly text: string;
  /** The sentence before it in the same passage. */
  readonly previous: Span | null;
}

/** All sentences of the file, in article order, each once though passages may overlap. */
export function* fileSentences(dossier: Pick<Dossier, 'articles' | 'passages'>): Generator<FileSentence> {
  let articleId = '';
  let from = 0;
  for (const passage of dossier.passages.values()) {
    const article = dossier.articles.get(passage.articleId);
    if (article === undefined) continue;
    if (article.id !== articleId) from = 0;
    articleId = article.id;
    let previous: Span | null = null;
    for (const { start, end } of passage.sentences) {
      const text = article.text.slice(start, end);
      if (start >= from) yield { article, start, end, text, previous };
      from = Math.max(from, end);
      previous = { start, end };
    }
  }
}

/** The outlet without what an article adds to it: `RFI (texte repris par IsraelValley)` → `rfi`. */
export function outletKey(outlet: string | null): string {
  return fold((outlet ?? '').split(/\s*[(/]/)[0] ?? '').trim();
}

/** Whether an article may be used: published by the day, in the outlet. An article without a date is left out of an `asOf`. */
export function passes(article: Article, { asOf, outlet }: Filter): boolean {
  if (asOf !== undefined && (article.published === null || latestDay(article.published) > latestDay(asOf)))
    return false;
  if (outlet === undefined || outlet.trim() === '') return true;
  return outletKey(article.outlet) === outletKey(outlet) || fold(article.outlet ?? '') === fold(outlet).trim();
}

/**
 * Finds a name in texts. Looking for its spellings is cheaper than recognising all names, but only the name index tells
 * the name from an ordinary word spelt like it: "une bonne partie", "dans le monde".
 */
export function mentionsIn(entry: NameEntry, names: NameIndex): (text: string) => readonly NameMention[] {
  const spellings = entry.variants
    .map(fold)
    .sort((a, b) => b.length - a.length)
    .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${spellings.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  return (text) =>
    pattern.test(fold(text)) ? names.find(text).filter((mention) => mention.entry.id === entry.id) : [];
}
