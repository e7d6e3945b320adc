import { formatPartialDate } from '../../text/partial-date.ts';
import type {
  AnswerPart,
  ArticleReference,
  PartialDate,
  Profile,
  Timeline,
  Verdict,
  VerdictKind,
} from '../../types.ts';
import { wrap } from '../layout.ts';
import { safeLine } from '../plain-text.ts';
import type { Colours } from '../style.ts';
import { colourMarkers, renderCitations, renderReference } from './citations.ts';
import type { RenderContext } from './context.ts';
import { renderParts, sourceCount } from './parts.ts';

/** An overview under the day up to which the file was used, as an answer says it; as it is when all of the file was. */
export function renderAsOf(asOf: PartialDate | undefined, overview: string, context: RenderContext): string {
  if (asOf === undefined) return overview;
  const { colours, texts, language, width } = context;
  const heading = texts('answer.asOf', { date: formatPartialDate(asOf, language) });
  return `${wrap(colours.yellow(heading), width)}\n\n${overview}`;
}

/** Dated events in order, then the citations. */
export function renderTimeline(timeline: Timeline, context: RenderContext): string {
  const { colours, texts, language, width } = context;
  if (timeline.events.length === 0) return texts('timeline.empty');
  const events = timeline.events.map((event) => {
    const date = colours.bold(colours.yellow(formatPartialDate(event.date, language)));
    const text = colourMarkers(withMarkers(event.text, event.markers), timeline.citations, context);
    const sources = event.sources.independent > 1 ? ` ${colours.dim(`(${sourceCount(event.sources, context)})`)}` : '';
    return `${date}\n${wrap(safeLine(text) + sources, width, { first: '  ' })}`;
  });
  const shown = timeline.events.map(({ text }) => text).join('\n');
  return [
    colours.bold(texts('timeline.title')),
    ...events,
    '',
    renderCitations(timeline.citations, shown, context),
  ].join('\n');
}

/** Who that is: spellings, roles with the day of their article, telling sentences, first and last mention. */
export function renderProfile(profile: Profile, context: RenderContext): string {
  const { colours, texts, language, width } = context;
  const { entry, citations } = profile;
  const count = texts('who.articles', { count: entry.articleIds.length });
  const lines = [`${colours.bold(safeLine(entry.canonical))} ${colours.dim(`(${count})`)}`];
  const others = entry.variants.filter((variant) => variant !== entry.canonical).map(safeLine);
  if (others.length > 0) lines.push(wrap(texts('who.variants', { variants: others.join(', ') }), width));
  if (profile.roles.length > 0) lines.push('', colours.bold(texts('who.roles')));
  for (const role of profile.roles) {
    const date = role.date === null ? '' : ` ${colours.dim(`(${formatPartialDate(role.date, language)})`)}`;
    const text = colourMarkers(withMarkers(safeLine(role.text), role.markers), citations, context);
    lines.push(wrap(text + date, width, { first: '  • ', rest: '    ' }));
  }
  if (profile.statements.length > 0) {
    lines.push('', colours.bold(texts('who.statements')), renderParts(profile.statements, citations, context));
  }
  const mention = (label: string, reference: ArticleReference | null) =>
    reference === null ? [] : ['', label, renderReference(reference, ' ', context)];
  lines.push(...mention(texts('who.first'), profile.firstMention), ...mention(texts('who.last'), profile.lastMention));
  const shown = [...profile.roles, ...profile.statements].map(({ text }) => text).join('\n');
  const list = renderCitations(citations, shown, context);
  return list === '' ? lines.join('\n') : `${lines.join('\n')}\n\n${list}`;
}

/** The file names nobody like that; the nearest names it does have. */
export function renderUnknownName(name: string, suggestions: readonly string[], { texts }: RenderContext): string {
  const unknown = texts('who.unknown', { name: safeLine(name) });
  if (suggestions.length === 0) return unknown;
  return `${unknown}\n${texts('who.suggestions', { names: suggestions.map(safeLine).join(', ') })}`;
}

const verdictColour: Record<VerdictKind, keyof Pick<Colours, 'green' | 'yellow' | 'red' | 'dim'>> = {
  supported: 'green',
  disputed: 'yellow',
  contradicted: 'red',
  attributed: 'yellow',
  absent: 'dim',
};

/** The verdict, then the statements on each side. */
export function renderVerdict(verdict: Verdict, context: RenderContext): string {
  const { colours, texts } = context;
  if (verdict.notice !== undefined) return verdict.notice;
  const lines = [colours.bold(colours[verdictColour[verdict.verdict]](texts(`check.${verdict.verdict}`)))];
  const side = (label: string, parts: readonly AnswerPart[]) =>
    parts.length === 0 ? [] : ['', colours.bold(label), renderParts(parts, verdict.citations, context)];
  lines.push(...side(texts('check.supporting'), verdict.supporting));
  lines.push(...side(texts('check.opposing'), verdict.opposing));
  const shown = [...verdict.supporting, ...verdict.opposing].map(({ text }) => text).join('\n');
  const list = renderCitations(verdict.citations, shown, context);
  return list === '' ? lines.join('\n') : `${lines.join('\n')}\n\n${list}`;
}

function withMarkers(text: string, markers: readonly number[]): string {
  const missing = markers.filter((marker) => !text.includes(`[${marker}]`));
  return missing.length === 0 ? text : `${text} ${missing.map((marker) => `[${marker}]`).join('')}`;
}
