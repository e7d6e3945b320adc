import { formatPartialDate } from '../../text/partial-date.ts';
import type { ArticleReference, Citation } from '../../types.ts';
import { wrap } from '../layout.ts';
import { safeLine, safeUrl } from '../plain-text.ts';
import type { RenderContext } from './context.ts';

/** Outlet, date, title on one line and the address on the next; `label` stands before them. */
export function renderReference(reference: ArticleReference, label: string, context: RenderContext): string {
  const { colours, texts, language, width } = context;
  const outlet = colours.bold(safeLine(reference.outlet ?? texts('citation.noOutlet')));
  const date =
    reference.published === null
      ? texts('citation.noDate')
      : safeLine(formatPartialDate(reference.published, language));
  const rest = ' '.repeat(label.length + 1);
  const line = wrap(`${outlet}, ${date} · ${safeLine(reference.title)}`, width, { first: `${label} `, rest });
  const url = safeUrl(reference.url);
  const text = line.replace(label, () => colours.cyan(label));
  return url === null ? text : `${text}\n${rest}${colours.dim(colours.underline(url))}`;
}

/**
 * The numbered list under an answer. A quote is repeated here only when `shown`, the text above, does not hold it word
 * for word, as in answers that a chat model wrote.
 */
export function renderCitations(citations: readonly Citation[], shown: string, context: RenderContext): string {
  if (citations.length === 0) return '';
  const { colours, texts, width } = context;
  const labelWidth = Math.max(...citations.map(({ marker }) => `[${marker}]`.length));
  const entries = citations.map((citation) => {
    const label = `[${citation.marker}]`.padStart(labelWidth + 2);
    const reference = renderReference(citation, label, context);
    if (holds(shown, citation.quote)) return reference;
    const indent = ' '.repeat(label.length + 1);
    const quote = wrap(texts('quote.open', { quote: safeLine(citation.quote) }), width, { first: indent });
    return `${reference}\n${colours.italic(quote)}`;
  });
  return `${colours.bold(texts('citations.title'))}\n${entries.join('\n')}`;
}

/** Markers set in colour, when they belong to a citation. */
export function colourMarkers(text: string, citations: readonly Citation[], { colours }: RenderContext): string {
  const known = new Set(citations.map(({ marker }) => marker));
  return text.replace(/\[(\d+)\]/g, (whole, digits) => (known.has(Number(digits)) ? colours.cyan(whole) : whole));
}

function holds(text: string, quote: string): boolean {
  const words = (value: string) =>
    safeLine(value)
      .replace(/\[\d+\]/g, '')
      .replace(/[\s.]+/g, ' ')
      .trim()
      .toLowerCase();
  return words(text).includes(words(quote));
}
