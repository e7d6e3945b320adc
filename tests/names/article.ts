import type { Article } from '../../src/types.ts';

let count = 0;

/** An article of a test corpus. */
export function article(text: string, fields: Partial<Article> = {}): Article {
  count += 1;
  return {
    id: `article-${count}`,
    file: `article-${count}.md`,
    sha256: '',
    title: 'Title',
    outlet: null,
    author: null,
    published: null,
    url: null,
    language: 'fr',
    text,
    ...fields,
  };
}
