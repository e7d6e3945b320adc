import { compile, type FormatCallback } from 'html-to-text';
import type { Language, PartialDate } from '../types.ts';
import { textOf } from './html-dom.ts';
import { dateAtStart } from './publication-date.ts';

/** What the markup of a page says about its article. */
export interface HtmlMetadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: PartialDate | null;
  readonly url: string | null;
  readonly language: Language | null;
}

interface Found {
  readonly meta: Map<string, string>;
  readonly linkedData: Record<string, unknown>[];
  readonly texts: Map<string, string>;
}

/** Reads linked data (schema.org), Open Graph and other meta elements, canonical address, first <time> and <title>. */
export function readHtmlMetadata(html: string): HtmlMetadata {
  const { meta, linkedData, texts } = collect(html);
  const article = linkedData.find((node) => /Article|Posting|Report/.test(String(node['@type']))) ?? {};
  const first = (...names: string[]) => names.map((name) => meta.get(name)).find(Boolean) ?? null;
  const outlet = nameOf(article.publisher) ?? first('og:site_name', 'application-name', 'dc.publisher', 'publisher');
  const title =
    text(article.headline) ?? first('og:title', 'twitter:title', 'dc.title') ?? texts.get('h1') ?? texts.get('title');
  const date = text(article.datePublished) ?? first(...dateNames) ?? texts.get('time') ?? null;
  const language = (texts.get('lang') ?? first('og:locale', 'language', 'content-language') ?? '')
    .slice(0, 2)
    .toLowerCase();
  return {
    title: title ? withoutOutlet(title, outlet) : null,
    outlet,
    author:
      nameOf(article.author) ??
      first('author', 'dc.creator', 'article:author_name', 'parsely-author', 'byl')?.replace(/^(?:par|by) /i, '') ??
      null,
    published: date ? (dateAtStart(date, 'en')?.date ?? null) : null,
    url: webAddress(texts.get('canonical') ?? first('og:url') ?? texts.get('saved')),
    language: language === 'fr' || language === 'en' ? language : null,
  };
}

const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'pubdate',
  'publish-date',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
];

function collect(html: string): Found {
  const found: Found = { meta: new Map(), linkedData: [], texts: new Map() };
  const note = (name: string, value: string | undefined) => {
    const trimmed = value?.replace(/\s+/g, ' ').trim().normalize('NFC');
    if (trimmed && !found.texts.has(name)) found.texts.set(name, trimmed);
  };
  const metaElement: FormatCallback = ({ attribs = {} }) => {
    const name = (attribs.property ?? attribs.name ?? attribs.itemprop ?? attribs['http-equiv'])?.toLowerCase();
    const content = attribs.content?.trim().normalize('NFC');
    if (name && content && !found.meta.has(name)) found.meta.set(name, content);
  };
  const linkElement: FormatCallback = ({ attribs = {} }) => {
    if (attribs.rel === 'canonical') note('canonical', attribs.href);
  };
  const linkedDataElement: FormatCallback = ({ children = [] }) => {
    found.linkedData.push(...nodes(children.map(({ data }) => data ?? '').join('')));
  };
  const timeElement: FormatCallback = ({ attribs = {}, children = [] }, walk, builder) => {
    note('time', attribs.datetime);
    walk(children, builder);
  };
  const rootElement: FormatCallback = ({ attribs = {}, children = [] }, walk, builder) => {
    note('lang', attribs.lang);
    walk(children, builder);
  };
  const noted =
    (name: string): FormatCallback =>
    (element) =>
      note(name, textOf(element));
  const read = compile({
    baseElements: { selectors: ['html'] },
    limits: { maxDepth: 200 },
    formatters: {
      metaElement,
      linkElement,
      linkedDataElement,
      timeElement,
      rootElement,
      title: noted('title'),
      h1: noted('h1'),
    },
    selectors: [
      { selector: 'html', format: 'rootElement' },
      { selector: 'meta', format: 'metaElement' },
      { selector: 'link', format: 'linkElement' },
      { selector: 'script', format: 'skip' },
      { selector: 'script[type="application/ld+json"]', format: 'linkedDataElement' },
      { selector: 'style', format: 'skip' },
      { selector: 'svg', format: 'skip' },
      { selector: 'title', format: 'title' },
      { selector: 'h1', format: 'h1' },
      { selector: 'time', format: 'timeElement' },
      { selector: 'a', format: 'inline' },
      { selector: 'img', format: 'skip' },
    ],
  });
  read(html);
  note('saved', /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 1000))?.[1]);
  return found;
}

/** All nodes of a block of linked data, those of a @graph included; none where it is not sound JSON. */
function nodes(json: string): Record<string, unknown>[] {
  try {
    const value: unknown = JSON.parse(json);
    const list = Array.isArray(value) ? value : [value];
    return list.flatMap((node) =>
      isRecord(node) ? [node, ...(Array.isArray(node['@graph']) ? node['@graph'].filter(isRecord) : [])] : [],
    );
  } catch {
    return [];
  }
}

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) {
    const names = value.map(nameOf).filter((name) => name !== null);
    return names.length > 0 ? names.join(', ') : null;
  }
  return isRecord(value) ? text(value.name) : text(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().normalize('NFC') : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function webAddress(value: string | null | undefined): string | null {
  return value && /^https?:\/\/\S+$/.test(value) ? value : null;
}

/** "Pourparlers secrets - RFI" → "Pourparlers secrets". */
function withoutOutlet(title: string, outlet: string | null): string {
  const match = /^(.+?)\s+[|–—-]\s+([^|–—]+)$/u.exec(title);
  return match && outlet && match[2]!.trim().toLowerCase() === outlet.toLowerCase() ? match[1]! : title;
}
