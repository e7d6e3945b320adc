import { formatPartialDate } from '../../../text/partial-date.ts';
import type {
  Answer,
  AnswerPart,
  Citation,
  Language,
  Profile,
  SourceCount,
  Timeline,
  Verdict,
} from '../../../types.ts';
import { safeLine } from '../../plain-text.ts';
import type { StoredDocument } from '../state/bot-state.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown, shorten } from './markdown.ts';
import { type Block, layOutPages } from './pages.ts';
import { referenceText, sourceLines, sourcesTitle } from './sources.ts';

/** Discord allows 2000 characters; the rest is for the question above a published answer. */
export const pageLimit = 1750;

export interface RenderOptions {
  readonly texts: Texts;
  readonly language: Language;
}

/** An answer: headings bold, versions of a divergence set apart; who wrote it, sources and as-of date below. */
export function answerDocument(answer: Answer, { texts }: RenderOptions): StoredDocument {
  const { language, asOf, nearest } = answer;
  const blocks = partBlocks(answer.parts.length > 0 ? answer.parts : [wholeText(answer)], texts);
  if (nearest && !answer.answer.includes(nearest.title)) {
    blocks.push({ text: `${texts('answer.nearest')} ${referenceText(nearest, language)}`, markers: [] });
  }
  // An abstention is the bot's own word.
  if (answer.mode === 'generative' && answer.status === 'answered') {
    blocks.push({ text: `-# ${texts('answer.mode.generative')}`, markers: [] });
  }
  const stated = asOf !== undefined && answer.answer.includes(formatPartialDate(asOf, language));
  const footer =
    asOf === undefined || stated
      ? undefined
      : `-# ${texts('answer.asOf', { date: formatPartialDate(asOf, language) })}`;
  return document(
    blocks,
    answer.citations,
    answer.parts.map(({ sources }) => sources),
    { texts, language },
    footer,
  );
}

export function timelineDocument(timeline: Timeline, options: RenderOptions): StoredDocument {
  const { texts, language } = options;
  if (timeline.events.length === 0) return { pages: [texts('timeline.empty')], citations: [] };
  const events = timeline.events.map(({ date, text, markers, sources }) => ({
    text: `**${formatPartialDate(date, language)}** — ${withMarkers(text, markers)}${sourceNote(text, sources, texts)}`,
    markers,
  }));
  const blocks = [{ text: `**${texts('timeline.title')}**`, markers: [] }, ...events];
  return document(
    blocks,
    timeline.citations,
    timeline.events.map(({ sources }) => sources),
    options,
  );
}

export function profileDocument(profile: Profile, options: RenderOptions): StoredDocument {
  const { texts, language } = options;
  const { entry } = profile;
  const others = entry.variants.filter((variant) => variant !== entry.canonical).map(safeLine);
  const title = `**${escapeMarkdown(safeLine(entry.canonical))}** · ${texts('who.articles', { count: entry.articleIds.length })}`;
  const also =
    others.length === 0
      ? ''
      : `\n${texts('who.variants', { variants: escapeMarkdown(shorten(others.join(', '), 300)) })}`;
  const blocks: Block[] = [{ text: title + also, markers: [] }];
  for (const { text, date, markers } of profile.roles) {
    const when = date === null ? '' : ` (${formatPartialDate(date, language)})`;
    blocks.push({ text: `• ${withMarkers(safeLine(text), markers)}${when}`, markers });
  }
  blocks.push(...partBlocks(profile.statements, texts));
  for (const [label, reference] of [
    [texts('who.first'), profile.firstMention],
    [texts('who.last'), profile.lastMention],
  ] as const) {
    if (reference !== null) blocks.push({ text: `${label} ${referenceText(reference, language)}`, markers: [] });
  }
  return document(
    blocks,
    profile.citations,
    profile.statements.map(({ sources }) => sources),
    options,
  );
}

const verdictSign = { supported: '✅', disputed: '⚖️', contradicted: '❌', attributed: '💬', absent: '❔' } as const;

export function verdictDocument(verdict: Verdict, options: RenderOptions): StoredDocument {
  const { texts } = options;
  const claim = escapeMarkdown(shorten(safeLine(verdict.claim), 280));
  const judged = verdict.notice ?? `${verdictSign[verdict.verdict]} **${texts(`check.${verdict.verdict}`)}**`;
  const head = `> ${claim}\n${judged}`;
  const blocks: Block[] = [{ text: head, markers: [] }];
  for (const [label, parts] of [
    [texts('check.supporting'), verdict.supporting],
    [texts('check.opposing'), verdict.opposing],
  ] as const) {
    if (parts.length > 0) blocks.push({ text: `**${label}**`, markers: [] }, ...partBlocks(parts, texts));
  }
  const counts = [...verdict.supporting, ...verdict.opposing].map(({ sources }) => sources);
  return document(blocks, verdict.citations, counts, options);
}

function document(
  blocks: readonly Block[],
  citations: readonly Citation[],
  counts: readonly (SourceCount | undefined)[],
  { texts, language }: RenderOptions,
  footer?: string | undefined,
): StoredDocument {
  const outlets = new Set(counts.flatMap((count) => count?.outlets ?? []));
  const layout = { limit: pageLimit, sourcesTitle: sourcesTitle(texts, outlets), footer };
  const stored = citations.map(({ quote: _, ...citation }) => citation);
  return { pages: layOutPages(blocks, (markers) => sourceLines(stored, markers, language), layout), citations: stored };
}

function wholeText({ answer, citations }: Answer): AnswerPart {
  return { kind: 'notice', text: answer, markers: citations.map(({ marker }) => marker) };
}

function partBlocks(parts: readonly AnswerPart[], texts: Texts): Block[] {
  return parts.map(({ kind, text, markers, sources }) => {
    const shown = withMarkers(text, markers);
    if (kind === 'heading') return { text: `**${shown}**`, markers };
    const note = sourceNote(text, sources, texts);
    if (kind === 'version') return { text: `> ${`${shown}${note}`.replaceAll('\n', '\n> ')}`, markers };
    return { text: shown + note, markers };
  });
}

/** The sentence's own markers are kept; those it should have and does not show are added. */
function withMarkers(text: string, markers: readonly number[]): string {
  const missing = markers.filter((marker) => !text.includes(`[${marker}]`));
  const escaped = escapeMarkdown(text).trim();
  return missing.length === 0 ? escaped : `${escaped} ${missing.map((marker) => `[${marker}]`).join('')}`;
}

/** Several independent sources are worth saying at the sentence, unless it already ends on such a note. */
function sourceNote(text: string, sources: SourceCount | undefined, texts: Texts): string {
  if (sources === undefined || sources.independent < 2 || /\(\d+ [^()]*sources?[^()]*\)\s*$/.test(text)) return '';
  return ` *(${texts('sources.independent', { count: sources.independent })})*`;
}
