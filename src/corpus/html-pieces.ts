import { compile, type FormatCallback, type HtmlToTextOptions } from 'html-to-text';
import type { Removal } from './draft.ts';
import { rootOf, textOf } from './html-dom.ts';
import { countWords } from './match-furniture.ts';
import { type Piece, tidy } from './pieces.ts';

/** Characters of the private use area, which `decode` drops, carry the page's structure through html-to-text. */
const mark = { heading: '\ue000', link: '\ue001', linkEnd: '\ue002', article: '\ue003', articleEnd: '\ue004' } as const;
const privateUse = /\p{Co}/gu;

/** A part of a page with a name like these is furniture, unless it holds most of the page's text. */
const furnitureName =
  /(?:^|[\s_-])(?:shar(?:e|ing)|social|related|recommend(?:ed|ation)s?|newsletter|cookies?|consent|gdpr|comments?|breadcrumbs?|adverts?|advertisement|ads?|promo|sponsored|sidebar|subscri(?:be|ption)|paywall|popup|modal|tags?|pagination|menu|footer|author-?(?:bio|box|card)|byline-?bio|most-?(?:read|popular)|trending|outbrain|taboola|caption|credits?)(?:$|[\s_-])/;
const largestFurniture = 0.3;
const skipped = [
  ...['nav', 'aside', 'footer', 'form', 'script', 'style', 'noscript', 'template', 'iframe', 'button', 'select', 'svg'],
  ...['figure', 'figcaption', 'picture', 'video', 'audio', 'object', 'dialog', 'label', 'input', 'textarea', 'head'],
  ...['[hidden]', '[aria-hidden="true"]', '[role="navigation"]', '[role="banner"]', '[role="complementary"]'],
  ...['[role="contentinfo"]', '[role="search"]', '[role="dialog"]', '[role="alertdialog"]'],
];

export interface HtmlText {
  readonly pieces: readonly Piece[];
  readonly removed: readonly Removal[];
}

/**
 * The readable text of an HTML page as pieces: the largest <article> or <main> where there is one that holds a fair part
 * of the text, else the body; navigation, asides, forms, scripts, captions and parts named as furniture left out.
 */
export function piecesOfHtml(html: string): HtmlText {
  const removed: Removal[] = [];
  const whole = toText(html, removed);
  const lines = chooseArticle(whole).split('\n');
  return { pieces: lines.map(toPiece).filter(({ text }) => text !== ''), removed };
}

function toText(html: string, removed: Removal[]): string {
  let pageLength: number | undefined;
  const skip: FormatCallback = (element) => {
    const text = tidy(textOf(element, ' ').replace(/\s+/g, ' '));
    if (/\p{L}/u.test(text) && !/^(?:script|style|noscript|template|svg|head)$/.test(element.name ?? '')) {
      removed.push({ text: text.slice(0, 300), reason: 'page-element' });
    }
  };
  const container: FormatCallback = (element, walk, builder, options) => {
    const name = `${element.attribs?.class ?? ''} ${element.attribs?.id ?? ''}`.toLowerCase();
    pageLength ??= textOf(rootOf(element)).length;
    if (furnitureName.test(name) && textOf(element).length < pageLength * largestFurniture) {
      skip(element, walk, builder, options);
      return;
    }
    builder.openBlock({ leadingLineBreaks: 1 });
    walk(element.children ?? [], builder);
    builder.closeBlock({ trailingLineBreaks: 1 });
  };
  const wrapped =
    (start: string, end: string, leadingLineBreaks: number): FormatCallback =>
    (element, walk, builder) => {
      if (leadingLineBreaks > 0) builder.openBlock({ leadingLineBreaks });
      builder.addLiteral(start);
      walk(element.children ?? [], builder);
      builder.addLiteral(end);
      if (leadingLineBreaks > 0) builder.closeBlock({ trailingLineBreaks: leadingLineBreaks });
    };
  const formats: readonly (readonly [format: string, selectors: readonly string[]])[] = [
    [
      'container',
      ['div', 'section', 'ul', 'ol', 'header', 'blockquote', 'table', 'tr', 'li', 'dl', 'dd', 'dt', 'center'],
    ],
    ['heading', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']],
    ['link', ['a']],
    ['articleText', ['article', 'main', '[role="main"]', '[itemprop="articleBody"]']],
    ['leaveOut', skipped],
  ];
  const options: HtmlToTextOptions = {
    wordwrap: false,
    baseElements: { selectors: ['body', 'html'], orderBy: 'selectors' },
    // A page nested deeper than this was made to exhaust the stack.
    limits: { maxDepth: 200, maxInputLength: 2 ** 24, maxBaseElements: 1 },
    formatters: {
      container,
      leaveOut: skip,
      heading: wrapped(mark.heading, '', 2),
      link: wrapped(mark.link, mark.linkEnd, 0),
      articleText: wrapped(`${mark.article}\n`, `\n${mark.articleEnd}`, 1),
    },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'hr', format: 'lineBreak' },
      ...formats.flatMap(([format, selectors]) => selectors.map((selector) => ({ selector, format }))),
    ],
  };
  return compile(options)(html);
}

/** The innermost of the marked parts that holds most of the text, else everything. */
function chooseArticle(text: string): string {
  const open: number[] = [];
  let best = { words: 0, text };
  for (const match of text.matchAll(/[\ue003\ue004]/gu)) {
    if (match[0] === mark.article) open.push(match.index);
    else {
      const start = open.pop();
      if (start === undefined) continue;
      const part = text.slice(start, match.index);
      const words = countWords(part);
      // Parts close from the inside out: an outer one must add a good deal to be preferred.
      if (words > best.words * 1.2) best = { words, text: part };
    }
  }
  const isFairPart = best.words >= 60 || best.words * 2 >= countWords(text);
  return isFairPart ? best.text : text;
}

function toPiece(line: string): Piece {
  const isHeading = line.includes(mark.heading);
  const linked = [...line.matchAll(/\ue001([^\ue002]*)/gu)].reduce((sum, match) => sum + match[1]!.trim().length, 0);
  const text = tidy(line.replace(privateUse, ''));
  return { text, isHeading, linkShare: text === '' ? 0 : Math.min(1, linked / text.length) };
}
