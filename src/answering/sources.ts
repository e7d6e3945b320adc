import { fold } from '../text/fold.ts';
import type { Article, Dossier, Language, SourceCount } from '../types.ts';

/** "RFI (texte repris par IsraelValley)" and "AFP / France 24 (via TellerReport)" go back to RFI and AFP. */
export function originalOutlet(outlet: string): string {
  return outlet.split(/\s*[(/]/)[0]?.trim() || outlet;
}

/** By which outlets are compared. */
export const outletKey = (outlet: string): string => fold(originalOutlet(outlet));

/** What stands for the outlet of an article that names none. */
const noOutlet: Readonly<Record<Language, string>> = {
  fr: 'un article sans média indiqué',
  en: 'an article that names no outlet',
};

/** A statement as one article carries it; `quoted` is the outlet that the sentence itself names as its source. */
export interface Carrier {
  readonly articleId: string;
  readonly quoted?: string | undefined;
}

/** The one outlet a carrier goes back to: the outlet it quotes, else the article it copies, else its own outlet. */
function origin(carrier: Carrier, dossier: Dossier, language?: Language): { key: string; label: string } {
  if (carrier.quoted) return { key: outletKey(carrier.quoted), label: originalOutlet(carrier.quoted) };
  const id = dossier.copies.get(carrier.articleId) ?? carrier.articleId;
  const article = dossier.articles.get(id);
  if (!article?.outlet) return { key: `article:${id}`, label: noOutlet[language ?? article?.language ?? 'fr'] };
  const outlet = originalOutlet(article.outlet);
  return { key: fold(outlet), label: outlet };
}

/**
 * Counts independent sources: copies, reprints, one outlet's several articles and reports of one outlet's story count once.
 *
 * @param language of the words for an article without outlet; when absent, that of the article
 */
export function countSources(carriers: readonly Carrier[], dossier: Dossier, language?: Language): SourceCount {
  const published = (article: Article | undefined) => article?.published ?? '9999';
  const sorted = [...carriers].sort((a, b) => {
    const [first, second] = [
      published(dossier.articles.get(a.articleId)),
      published(dossier.articles.get(b.articleId)),
    ];
    return first < second ? -1 : first > second ? 1 : 0;
  });
  const outlets = new Map<string, string>();
  for (const carrier of sorted) {
    const { key, label } = origin(carrier, dossier, language);
    if (!outlets.has(key)) outlets.set(key, label);
  }
  return { independent: outlets.size, outlets: [...outlets.values()] };
}
