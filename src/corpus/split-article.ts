import { sentenceSpans } from '../text/sentences.ts';
import type { Article, Passage, Span } from '../types.ts';

/** Recorded in the index: a change of any makes the index stale. */
export interface Chunking {
  /** A passage is closed at the first paragraph end behind this many words. */
  readonly fewestWords: number;
  /** A paragraph beyond this many words is cut between sentences. */
  readonly mostWords: number;
}

export const defaultChunking: Chunking = { fewestWords: 60, mostWords: 120 };

/** A paragraph, or a part of a long one, that is never cut further. */
interface Block extends Span {
  readonly words: number;
  readonly sentences: readonly Span[];
  /** A subheading: it belongs with what follows. */
  readonly isHeading: boolean;
}

/**
 * Cuts an article into passages of a few sentences that tile its text: the first starts at 0, each starts where the one
 * before ends, the last ends with the text; the white space between two belongs to the first.
 */
export function splitArticle(
  article: Pick<Article, 'id' | 'text' | 'language'>,
  chunking: Chunking = defaultChunking,
): Passage[] {
  const { text } = article;
  const groups = group(blocks(article, chunking), chunking);
  return groups.map((members, ordinal) => {
    const start = ordinal === 0 ? 0 : members[0]!.start;
    const end = groups[ordinal + 1]?.[0]?.start ?? text.length;
    return {
      id: `${article.id}#${ordinal}`,
      articleId: article.id,
      start,
      end,
      text: text.slice(start, end),
      sentences: members.flatMap(({ sentences }) => sentences),
    };
  });
}

function blocks({ text, language }: Pick<Article, 'text' | 'language'>, { mostWords }: Chunking): Block[] {
  const found: Block[] = [];
  for (const paragraph of text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)) {
    const sentences = sentenceSpans(paragraph[0], language).map(({ start, end }) => ({
      start: start + paragraph.index,
      end: end + paragraph.index,
    }));
    if (sentences.length > 0) found.push(...parts(text, sentences, mostWords));
  }
  return found;
}

/** A paragraph whole, or cut between sentences into parts of about equal length. */
function parts(text: string, sentences: readonly Span[], mostWords: number): Block[] {
  const counts = sentences.map(({ start, end }) => countWords(text.slice(start, end)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const wanted = total / Math.ceil(total / mostWords);
  const found: Block[] = [];
  let first = 0;
  let words = 0;
  for (let index = 0; index < sentences.length; index += 1) {
    words += counts[index]!;
    const next = counts[index + 1];
    if (next !== undefined && words + next / 2 < wanted && words + next <= mostWords) continue;
    const members = sentences.slice(first, index + 1);
    const [start, end] = [members[0]!.start, members.at(-1)!.end];
    const isHeading = sentences.length === 1 && words <= 12 && !/[.?!…:»”")]$/u.test(text.slice(start, end));
    found.push({ start, end, words, sentences: members, isHeading });
    first = index + 1;
    words = 0;
  }
  return found;
}

function group(all: readonly Block[], { fewestWords, mostWords }: Chunking): Block[][] {
  const groups: Block[][] = [];
  let current: Block[] = [];
  let words = 0;
  const close = () => {
    if (current.length > 0) groups.push(current);
    current = [];
    words = 0;
  };
  for (const block of all) {
    const isFull = words >= fewestWords || (words > 0 && words + block.words > mostWords);
    const waitsForText = words < fewestWords && current.every(({ isHeading }) => isHeading);
    if ((isFull && !waitsForText) || (block.isHeading && words >= fewestWords / 2)) close();
    current.push(block);
    words += block.words;
  }
  // A short end joins the passage before rather than stand alone.
  const before = groups.at(-1);
  if (before && words < fewestWords / 2 && sum(before) + words <= mostWords) before.push(...current.splice(0));
  close();
  return groups;
}

function sum(members: readonly Block[]): number {
  return members.reduce((total, { words }) => total + words, 0);
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
