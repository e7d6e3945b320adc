import type { Language, QuoteContext } from '../../../types.ts';
import type { StoredCitation } from '../state/bot-state.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown } from './markdown.ts';
import { type Block, layOutPages } from './pages.ts';
import { referenceText } from './sources.ts';

/** Text of the passage shown on each side of the quote. */
const surroundings = 350;

/** Each quote in bold inside its passage, under its number and article. */
export function quotePages(
  citations: readonly StoredCitation[],
  /** In the order of the citations; null where the article has gone. */
  contexts: readonly (QuoteContext | null)[],
  { texts, language, limit }: { texts: Texts; language: Language; limit: number },
): string[] {
  const blocks = citations.map((citation, index): Block => {
    const head = `**[${citation.marker}]** ${referenceText(citation, language)}`;
    const context = contexts[index] ?? null;
    if (context === null) return { text: `${head}\n${texts('quotes.gone')}`, markers: [] };
    const before = lastOf(context.before, surroundings);
    const after = firstOf(context.after, surroundings);
    // Bold and block quotes end at a line feed, so the passage is set as one line.
    const passage = `${inline(before)}${bold(context.quote)}${inline(after)}`;
    return { text: `${head}\n> ${passage.trim()}`, markers: [] };
  });
  return layOutPages(blocks, () => [], { limit, sourcesTitle: '' });
}

const inline = (text: string): string => escapeMarkdown(text.replace(/\s*\n\s*/g, ' ')).replace(/^\\([->#])/, '$1');

function bold(quote: string): string {
  const text = inline(quote);
  const inner = text.trim();
  return inner === '' ? text : text.replace(inner, () => `**${inner}**`);
}

function firstOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.lastIndexOf(' ', length);
  return `${text.slice(0, cut > 0 ? cut : length)} …`;
}

function lastOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.indexOf(' ', text.length - length);
  return `… ${text.slice(cut > 0 ? cut + 1 : text.length - length)}`;
}
