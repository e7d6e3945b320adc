import type { ArticleReference, Citation, QuoteContext } from '../../types.ts';
import { wrap } from '../layout.ts';
import { safeLine, safeText } from '../plain-text.ts';
import { renderReference } from './citations.ts';
import type { RenderContext } from './context.ts';

/** The articles of the file, one after the other. */
export function renderSources(
  articles: readonly ArticleReference[],
  filter: string | undefined,
  context: RenderContext,
): string {
  const { colours, texts } = context;
  if (articles.length === 0) return texts('sources.none', { filter: safeLine(filter ?? '') });
  const title = colours.bold(texts('sources.title', { count: articles.length }));
  return [title, ...articles.map((article) => renderReference(article, '•', context))].join('\n');
}

/** A quote inside its passage: in reverse video, or between guillemets of its own where there are no colours. */
export function renderQuote(citation: Citation, passage: QuoteContext, context: RenderContext): string {
  const { colours, width } = context;
  const highlight = colours.isColorSupported
    ? // Each word by itself: a terminal would stretch the reverse video over the indent of a wrapped line.
      (text: string) => text.replace(/[^ \n]+/g, (word) => colours.inverse(word))
    : (text: string) => `>>>${text}<<<`;
  const text = safeText(passage.before) + highlight(safeText(passage.quote)) + safeText(passage.after);
  return `${renderReference(citation, `[${citation.marker}]`, context)}\n\n${wrap(text, width, { first: '  ' })}`;
}
