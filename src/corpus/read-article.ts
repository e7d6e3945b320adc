import path from 'node:path';
import { detectLanguage } from '../text/language.ts';
import type { Article, Span } from '../types.ts';
import { type CleaningRecord, cleanArticle } from './clean-article.ts';
import type { CorpusFile, CorpusProblem } from './corpus-file.ts';
import { decode } from './decode.ts';
import { readFrontMatter } from './front-matter.ts';
import { piecesOfText } from './pieces.ts';

export type ArticleReading =
  | { readonly article: Article; readonly record: CleaningRecord }
  | { readonly problem: CorpusProblem };

/** Makes an article of a file's bytes, or tells why it cannot. Pure: reads nothing, runs nothing. */
export function readArticle(
  { id, file, sha256 }: Pick<CorpusFile, 'id' | 'file' | 'sha256'>,
  bytes: Uint8Array,
): ArticleReading {
  const decoded = decode(bytes);
  if ('reason' in decoded) return { problem: { file, reason: decoded.reason } };
  const frontMatter = readFrontMatter(decoded.text);
  if ('reason' in frontMatter) return { problem: { file, ...frontMatter } };
  const { fields, body } = frontMatter;

  const language = fields?.language ?? detectLanguage(body);
  const cleaned = cleanArticle(piecesOfText(body), language);
  const text = cleaned.paragraphs.join('\n\n');
  if (text === '') {
    return { problem: { file, reason: 'Expected an article, but nothing is left once page furniture is removed.' } };
  }
  const article: Article = {
    id,
    file,
    sha256,
    title: fields?.title ?? cleaned.title ?? path.posix.basename(file),
    outlet: fields?.outlet ?? cleaned.outlet,
    author: fields?.author ?? cleaned.author,
    published: fields?.published ?? cleaned.published,
    url: fields?.url ?? null,
    language,
    text,
  };
  return {
    article,
    record: { file, articleId: id, kept: paragraphSpans(cleaned.paragraphs), removed: cleaned.removed },
  };
}

function paragraphSpans(paragraphs: readonly string[]): Span[] {
  let start = 0;
  return paragraphs.map(({ length }) => {
    const span = { start, end: start + length };
    start = span.end + 2;
    return span;
  });
}
