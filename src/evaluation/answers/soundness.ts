import type { Answer, Article } from '../../types.ts';

/** True when every [n] of the answer has exactly one citation and every citation is used. */
export function markersAreSound(answer: Pick<Answer, 'answer' | 'citations'>): boolean {
  const used = new Set([...answer.answer.matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1])));
  const given = new Set(answer.citations.map((citation) => citation.marker));
  return (
    given.size === answer.citations.length && used.size === given.size && [...used].every((marker) => given.has(marker))
  );
}

/** True when every quote is a non-empty slice of its article's text. */
export function quotesAreExact(answer: Pick<Answer, 'citations'>, articles: ReadonlyMap<string, Article>): boolean {
  return answer.citations.every(({ articleId, quote, start, end }) => {
    const article = articles.get(articleId);
    return article !== undefined && quote !== '' && article.text.slice(start, end) === quote;
  });
}
