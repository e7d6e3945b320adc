import type { Dossier, Passage } from '../../types.ts';
import type { CitedPassage } from './contracts.ts';

/** A passage of the file as the check reads it, with what is known of its article. */
export function citedPassage(
  { articleId, text, start }: Passage,
  { articles }: Pick<Dossier, 'articles'>,
): CitedPassage {
  const article = articles.get(articleId);
  return {
    articleId,
    text,
    start,
    outlet: article?.outlet,
    title: article?.title,
    published: article?.published,
  };
}
