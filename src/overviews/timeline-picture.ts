import { fileURLToPath } from 'node:url';
import { detectLanguage } from '../text/language.ts';
import { formatPartialDate } from '../text/partial-date.ts';
import type { Language, PartialDate, Timeline, TimelineEvent } from '../types.ts';
import { newsworthiness } from './newsworthiness.ts';
import { escapeXml, wrapText } from './picture-text.ts';

/** The font travels with the project: machines without fonts draw boxes, and web fonts (woff) draw nothing at all. */
const fontFile = fileURLToPath(new URL('../../assets/fonts/DejaVuSans.ttf', import.meta.url));
const fontFamily = 'DejaVu Sans';

/** Pixels. A phone shows the width of 1080 whole, with letters as large as those of its own texts. */
const layout = {
  width: 1080,
  margin: 64,
  line: 100,
  text: 156,
  top: 250,
  gap: 46,
  dateSize: 36,
  textSize: 34,
  noteSize: 27,
  textLines: 4,
} as const;
const colours = {
  paper: '#fbfaf6',
  ink: '#1d2733',
  date: '#9a3412',
  line: '#d6cfc2',
  dot: '#9a3412',
  note: '#667085',
} as const;
/** More would make a strip that no phone shows; the text form has them all. */
const mostEvents = 20;
/** Twice as many independent sources weigh as much as a date that is known a step better. */
const weightOfSources = 1;

const words = {
  fr: {
    title: 'Chronologie',
    period: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
    shown: (shown: number, all: number) => (shown === all ? `${all} événements` : `${shown} événements sur ${all}`),
    one: '1 événement',
    none: 'Aucun événement daté',
    sources: (count: number) => `${count} sources indépendantes : `,
  },
  en: {
    title: 'Timeline',
    period: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
    shown: (shown: number, all: number) => (shown === all ? `${all} events` : `${shown} of ${all} events`),
    one: '1 event',
    none: 'No dated event',
    sources: (count: number) => `${count} independent sources: `,
  },
} as const;

/** The most newsworthy events, those of several sources before others, in their order. */
function pick({ events, citations }: Timeline, language: Language): readonly TimelineEvent[] {
  if (events.length <= mostEvents) return events;
  const weight = ({ text, date, markers, sources }: TimelineEvent): number => {
    const cited = citations.find(({ marker }) => marker === markers[0]);
    const article = {
      language: detectLanguage(text, language),
      outlet: cited?.outlet ?? null,
      published: cited?.published ?? null,
    };
    return newsworthiness(text, date, article) + weightOfSources * Math.log2(Math.max(1, sources.independent));
  };
  const perDate = new Map<PartialDate, number>();
  const ranked = events
    .map((event) => ({ event, weight: weight(event) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ event, weight }) => {
      const told = perDate.get(event.date) ?? 0;
      perDate.set(event.date, told + 1);
      // As in the timeline: a second event of a day makes room for the first of another.
      return { event, weight: weight - 0.8 * told };
    })
    .sort((a, b) => b.weight - a.weight);
  const chosen = new Set(ranked.slice(0, mostEvents).map(({ event }) => event));
  return events.filter((event) => chosen.has(event));
}

interface Block {
  readonly height: number;
  readonly svg: (top: number) => string;
}

function line(text: string, x: number, y: number, size: number, fill: string, strong = false): string {
  // One font file is carried: a thin outline stands in for its bold.
  const weight = strong ? ` stroke="${fill}" stroke-width="${(size / 38).toFixed(2)}"` : '';
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${weight}>${escapeXml(text)}</text>`;
}

function block(event: TimelineEvent, language: Language): Block {
  const { text, textSize, noteSize, dateSize, width, margin } = layout;
  const room = width - text - margin;
  const lines = wrapText(event.text, room / textSize, layout.textLines);
  const { independent, outlets } = event.sources;
  const note = `${independent > 1 ? words[language].sources(independent) : ''}${outlets.join(', ')}`;
  const notes = wrapText(note, room / noteSize, 2);
  const textTop = dateSize + 16;
  const noteTop = textTop + lines.length * textSize * 1.34 + 4;
  const height = noteTop + notes.length * noteSize * 1.34;
  return {
    height,
    svg: (top) =>
      [
        `<circle cx="${layout.line}" cy="${top + dateSize * 0.62}" r="13" fill="${colours.dot}" stroke="${colours.paper}" stroke-width="5"/>`,
        line(formatPartialDate(event.date, language), text, top + dateSize, dateSize, colours.date, true),
        ...lines.map((part, index) =>
          line(part, text, top + textTop + (index + 0.9) * textSize * 1.34, textSize, colours.ink),
        ),
        ...notes.map((part, index) =>
          line(part, text, top + noteTop + (index + 0.9) * noteSize * 1.34, noteSize, colours.note),
        ),
      ].join('\n'),
  };
}

/** The timeline as an SVG of 1080 pixels' width; its texts are escaped, its long sentences cut with "…". */
export function timelineSvg(timeline: Timeline, language: Language): string {
  const { width, margin, top, gap } = layout;
  const say = words[language];
  const events = pick(timeline, language);
  const blocks = events.map((event) => block(event, language));
  const body = blocks.reduce((sum, { height }) => sum + height + gap, 0);
  const height = Math.ceil(top + body + margin);
  const [first, last] = [events[0], events.at(-1)];
  const period =
    first === undefined || last === undefined
      ? say.none
      : say.period(formatPartialDate(first.date, language), formatPartialDate(last.date, language));
  const count =
    events.length === 1 && timeline.events.length === 1 ? say.one : say.shown(events.length, timeline.events.length);
  const parts = [
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    line(say.title, margin, 118, 62, colours.ink, true),
    line(events.length === 0 ? period : `${period} · ${count}`, margin, 176, 30, colours.note),
  ];
  if (blocks.length > 0) {
    const lastHeight = blocks.at(-1)?.height ?? 0;
    parts.push(
      `<line x1="${layout.line}" y1="${top + 22}" x2="${layout.line}" y2="${top + body - gap - lastHeight + 22}" stroke="${colours.line}" stroke-width="5"/>`,
    );
  }
  let y = top;
  for (const one of blocks) {
    parts.push(one.svg(y));
    y += one.height + gap;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}">\n${parts.join('\n')}\n</svg>`;
}

/** The timeline as a picture. The same timeline gives the same bytes on every machine. */
export async function renderTimelinePicture(
  timeline: Timeline,
  language: Language,
): Promise<{ svg: string; png: Buffer }> {
  const svg = timelineSvg(timeline, language);
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: { fontFiles: [fontFile], loadSystemFonts: false, defaultFontFamily: fontFamily },
  });
  return { svg, png: Buffer.from(image.asPng()) };
}
