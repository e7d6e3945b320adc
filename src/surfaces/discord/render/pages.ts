import { splitText } from './split-text.ts';

/** A paragraph with the markers that stand in it. */
export interface Block {
  readonly text: string;
  readonly markers: readonly number[];
}

/** One line of the source list with the markers it explains. */
export interface SourceLine {
  readonly text: string;
  readonly markers: readonly number[];
}

export interface PageLayout {
  /** UTF-16 units of a page at most, at least 600. */
  readonly limit: number;
  /** Above the source list of each page. */
  readonly sourcesTitle: string;
  /** Below the last page, in small print; at most 300 units. */
  readonly footer?: string | undefined;
  /** Between paragraphs; an empty line by default. */
  readonly separator?: string | undefined;
}

/**
 * Lays paragraphs out on pages. Each page carries below its paragraphs the sources of the markers that stand on it, so
 * that no page needs another one to be checked. Paragraphs stay whole unless one alone is longer than a page.
 * @returns at least one page, each of at most `limit` units.
 */
export function layOutPages(
  blocks: readonly Block[],
  sourcesOf: (markers: readonly number[]) => readonly SourceLine[],
  layout: PageLayout,
): string[] {
  const { sourcesTitle, footer = '', separator = '\n\n' } = layout;
  const limit = layout.limit - (footer === '' ? 0 : footer.length + 1);
  const pieces = blocks.flatMap(({ text, markers }) =>
    splitText(text, limit).map((piece) => ({ text: piece, markers: markers.filter((m) => piece.includes(`[${m}]`)) })),
  );
  const list = (lines: readonly SourceLine[]): string =>
    lines.length === 0 ? '' : [sourcesTitle, ...lines.map(({ text }) => text)].join('\n');
  const compose = (page: readonly Block[], lines: readonly SourceLine[]): string =>
    [page.map(({ text }) => text).join(separator), list(lines)].filter((part) => part !== '').join('\n\n');
  const markersOf = (page: readonly Block[]): number[] => [...new Set(page.flatMap(({ markers }) => markers))];

  const pages: string[] = [];
  let page: Block[] = [];
  const close = (): void => {
    if (page.length === 0) return;
    // Sources that do not fit below a very long paragraph have the next page to themselves.
    let lines = [...sourcesOf(markersOf(page))];
    let body = page;
    while (body.length > 0 || lines.length > 0) {
      let taken = lines.length;
      while (taken > 0 && compose(body, lines.slice(0, taken)).length > limit) taken -= 1;
      if (taken === 0 && body.length === 0) {
        lines = lines.slice(1);
        continue;
      }
      pages.push(compose(body, lines.slice(0, taken)));
      lines = lines.slice(taken);
      body = [];
    }
    page = [];
  };
  for (const piece of pieces) {
    const grown = [...page, piece];
    if (page.length > 0 && compose(grown, sourcesOf(markersOf(grown))).length > limit) {
      close();
      page = [piece];
    } else page = grown;
  }
  close();
  if (pages.length === 0) pages.push('…');
  if (footer !== '') pages.push(`${pages.pop()}\n${footer}`);
  return pages;
}
