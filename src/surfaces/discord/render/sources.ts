import { formatPartialDate } from '../../../text/partial-date.ts';
import type { ArticleReference, Language } from '../../../types.ts';
import { safeLine } from '../../plain-text.ts';
import type { StoredCitation } from '../state/bot-state.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown, maskedLink, shorten } from './markdown.ts';
import type { SourceLine } from './pages.ts';

/** `Axios · 21 October 2021 · [title](<address>)`; at most about 650 units. */
export function referenceText(
  { outlet, published, title, url }: Omit<ArticleReference, 'articleId'>,
  language: Language,
): string {
  return [
    ...(outlet === null ? [] : [escapeMarkdown(shorten(safeLine(outlet), 60))]),
    ...(published === null ? [] : [formatPartialDate(published, language)]),
    maskedLink(title, url),
  ].join(' · ');
}

/** One small line per article, with all the markers that lead to it. */
export function sourceLines(
  citations: readonly StoredCitation[],
  markers: readonly number[],
  language: Language,
): SourceLine[] {
  const articles = new Map<string, { citation: StoredCitation; markers: number[] }>();
  for (const citation of citations) {
    if (!markers.includes(citation.marker)) continue;
    const entry = articles.get(citation.articleId) ?? { citation, markers: [] };
    entry.markers.push(citation.marker);
    articles.set(citation.articleId, entry);
  }
  return [...articles.values()].map(({ citation, markers: own }) => {
    // Fifteen quotes of one article are enough numbers for a line.
    const numbers = own.slice(0, 15).map((marker) => `[${marker}]`);
    return { text: `-# ${numbers.join('')} ${referenceText(citation, language)}`, markers: own };
  });
}

/** "Sources", with the number of independent ones where it is known. */
export function sourcesTitle(texts: Texts, outlets: ReadonlySet<string>): string {
  if (outlets.size === 0) return `-# **${texts('sources.title')}**`;
  return `-# **${texts('sources.title')}** · ${texts('sources.independent', { count: outlets.size })}`;
}
