import { detectLanguage } from '../text/language.ts';
import { sentenceSpans } from '../text/sentences.ts';
import type { Article, Language, Span } from '../types.ts';
import { type CleaningRecord, cleanArticle } from './clean-article.ts';
import type { CorpusFile, CorpusProblem } from './corpus-file.ts';
import { decode } from './decode.ts';
import type { Removal } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { type HtmlMetadata, readHtmlMetadata } from './html-metadata.ts';
import { piecesOfHtml } from './html-pieces.ts';
import { piecesOfMarkdown } from './markdown-pieces.ts';
import { type Piece, piecesOfText } from './pieces.ts';

const longestOpening = 110;

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
  const content = readContent(file, body);
  const metadata = fields ?? content.metadata;

  const language = fields?.language ?? detectLanguage(content.sample, content.metadata?.language ?? undefined);
  const isEdited = (fields?.title ?? null) !== null;
  const cleaned = cleanArticle(content.pieces, { language, title: metadata?.title ?? null, isEdited });
  const text = cleaned.paragraphs.join('\n\n');
  if (text === '') {
    return { problem: { file, reason: 'Expected an article, but nothing is left once page furniture is removed.' } };
  }
  const article: Article = {
    id,
    file,
    sha256,
    title: cleaned.title ?? openingWords(text, language),
    outlet: metadata?.outlet ?? cleaned.outlet,
    author: metadata?.author ?? cleaned.author,
    published: metadata?.published ?? cleaned.published,
    url: metadata?.url ?? null,
    language,
    text,
  };
  const removed = [...content.removed, ...cleaned.removed];
  return { article, record: { file, articleId: id, kept: paragraphSpans(cleaned.paragraphs), removed } };
}

interface Content {
  readonly pieces: readonly Piece[];
  readonly removed: readonly Removal[];
  readonly metadata: HtmlMetadata | null;
  /** Enough text to tell the language by. */
  readonly sample: string;
}

function readContent(file: string, body: string): Content {
  const isHtml = /\.x?html?$/i.test(file) || /^\s*(?:<!doctype html|<html)\b/i.test(body);
  if (isHtml) {
    const { pieces, removed } = piecesOfHtml(body);
    return { pieces, removed, metadata: readHtmlMetadata(body), sample: pieces.map(({ text }) => text).join('\n') };
  }
  const pieces = /\.(?:md|markdown)$/i.test(file) ? piecesOfMarkdown(body) : piecesOfText(body);
  return { pieces, removed: [], metadata: null, sample: body };
}

/** The first sentence, shortened, where no line would do as title. */
function openingWords(text: string, language: Language): string {
  const [first] = sentenceSpans(text, language);
  const sentence = text.slice(first?.start, first?.end).replace(/\.$/, '');
  if (sentence.length <= longestOpening) return sentence;
  return `${sentence.slice(0, longestOpening).replace(/[\s,;:]+\S*$/, '')}…`;
}

function paragraphSpans(paragraphs: readonly string[]): Span[] {
  let start = 0;
  return paragraphs.map(({ length }) => {
    const span = { start, end: start + length };
    start = span.end + 2;
    return span;
  });
}
