import { readArticle } from '../../src/corpus/read-article.ts';
import type { Article } from '../../src/types.ts';

/** Reads one file from its text or bytes. */
export function read(content: string | Uint8Array, file = 'article.txt') {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readArticle({ id: file.replace(/\.\w+$/, ''), file, sha256: 'digest' }, bytes);
}

/** The article of a file that must be sound. */
export function article(content: string | Uint8Array, file?: string): Article {
  const reading = read(content, file);
  if ('problem' in reading) throw new Error(reading.problem.reason);
  return reading.article;
}

/** The problem of a file that must not be sound. */
export function problem(content: string | Uint8Array, file?: string) {
  const reading = read(content, file);
  if ('article' in reading) throw new Error(`Expected a problem, got the article ${reading.article.title}`);
  return reading.problem;
}
