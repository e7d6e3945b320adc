import { fold } from '../text/fold.ts';
import type { Language, PartialDate, Span } from '../types.ts';
import { readHead } from './article-head.ts';
import { cutBylines, cutTail, readSource } from './article-tail.ts';
import { type Facts, makeDraft, type Removal } from './draft.ts';
import { cutSections } from './furniture-sections.ts';
import type { Piece } from './pieces.ts';
import { unstick } from './stuck-furniture.ts';

/** What became of a file's text, piece by piece; for `build-index -- --report`. */
export interface CleaningRecord {
  readonly file: string;
  readonly articleId: string;
  /** Paragraphs of the article's text. */
  readonly kept: readonly Span[];
  readonly removed: readonly Removal[];
}

/** What the text itself tells about the article, and the text without its page furniture. */
export interface CleanedArticle {
  readonly paragraphs: readonly string[];
  readonly removed: readonly Removal[];
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: PartialDate | null;
}

export interface CleaningOptions {
  readonly language: Language;
  /** The title where the file's front matter or markup gives it: no line of the text is taken for it. */
  readonly title: string | null;
  /** The file was written for the corpus: only what is furniture by its wording goes, no line by its place. */
  readonly isEdited: boolean;
}

/** Parts an article's text from the furniture of the page it was copied from. Looks at this one text alone. */
export function cleanArticle(pieces: readonly Piece[], { language, title, isEdited }: CleaningOptions): CleanedArticle {
  const unstuck = unstick(pieces, language);
  const lines = makeDraft(unstuck.pieces);
  const facts: Facts = { title: null, outlet: null, author: null, published: unstuck.published, updated: null };
  if (title !== null) {
    facts.title = title;
    // The headline stands above the text once more.
    const heading = lines.slice(0, 8).find((line) => fold(line.text) === fold(title));
    if (heading) heading.reason = 'title';
  }
  if (!isEdited) {
    cutSections(lines);
    readHead(lines, facts, language);
    cutTail(lines, facts, language);
    cutBylines(lines, facts, language);
    readSource(lines, facts, language);
  }
  const kept = lines.filter(({ reason }) => reason === null);
  return {
    paragraphs: kept.map(({ text }) => text),
    removed: [...unstuck.removed, ...lines.flatMap(({ text, reason }) => (reason === null ? [] : [{ text, reason }]))],
    title: facts.title,
    outlet: facts.outlet,
    author: facts.author,
    published: facts.published ?? facts.updated,
  };
}
