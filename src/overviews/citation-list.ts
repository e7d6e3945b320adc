import type { Article, ArticleReference, Citation, Span } from '../types.ts';

/** Numbers quotes in the order in which they are first cited. */
export class CitationList {
  readonly #citations: Citation[] = [];

  /** The marker of a quote; the same quote keeps its marker. */
  cite(article: Article, { start, end }: Span): number {
    const known = this.#citations.find((one) => one.articleId === article.id && one.start === start && one.end === end);
    if (known !== undefined) return known.marker;
    const marker = this.#citations.length + 1;
    const { articleId, title, outlet, published, url } = referenceTo(article);
    this.#citations.push({
      marker,
      articleId,
      title,
      outlet,
      published,
      url,
      quote: article.text.slice(start, end),
      start,
      end,
    });
    return marker;
  }

  get citations(): readonly Citation[] {
    return this.#citations;
  }
}

export function referenceTo({ id, title, outlet, published, url }: Article): ArticleReference {
  return { articleId: id, title, outlet, published, url };
}
