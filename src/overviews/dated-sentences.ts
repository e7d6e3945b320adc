import { type DateMention, findDates } from '../text/dates.ts';
import { earliestDay, latestDay, partsOf, type Stretch, stretchOf, toPartialDate } from '../text/partial-date.ts';
import type { Dossier, PartialDate } from '../types.ts';
import { type FileSentence, fileSentences } from './file-sentences.ts';
import { leansOnBefore, newsworthiness } from './newsworthiness.ts';

/** A sentence that tells something of a day, a month or a year. */
export interface DatedSentence extends FileSentence {
  readonly date: PartialDate;
  /** The days that may be meant: of "fin juillet" the last ten. */
  readonly stretch: Stretch;
  /** How much like news it reads, by its form alone; higher is better. */
  readonly newsworthiness: number;
}

/** The digest of an article may speak of its headline rather than of what happened. */
const aboutHeadline = /^(?:le titre|dans son titre|the headline)(?!\p{L})/iu;
/** Before such a word the date bounds the event and does not tell its day. */
const boundary =
  /(?:(?<!\p{L})(?:avant|before|jusqu['’]?(?:au|en|à)?|until|till|d['’]ici(?: au)?|from|entre|between|loi de|law of|après|after|prior to|by|texte du|édition du|numéro du|briefing of)(?:\s+(?:le|la|the|l['’]))?|\()\s*$/iu;
/** A whole month or year after such a word is a stretch of time; a day is when something began. */
const since = /(?<!\p{L})(?:depuis|since|dès)(?:\s+(?:le|la|l['’]))?\s*$/iu;
const between = /(?<!\p{L})(?:entre|between)(?:\s+(?:le|la|the|l['’]))?\s*$/iu;
const and = /^\s+(?:et|and)\s+(?:le\s+|la\s+|the\s+|l['’])?$/iu;
const upTo = /^\s*(?:(?:à|au|jusqu['’](?:à|au|en)|to|through|until|till)\s+(?:la\s+|the\s+|l['’])?|[-–])\s*$/iu;

/** The event is recent as the article appears; its day is not told. */
const recently =
  /(?<!\p{L})(?:récemment|ces derniers jours|ces jours-ci|cette semaine|la même semaine|quelques jours (?:plus tôt|auparavant|avant)|recently|this week|in recent days|a few days (?:ago|before|earlier))(?!\p{L})/iu;
/** With the sentence before it, it must still be read in one go. */
const longestText = 420;

/** The month of what happened "a few days ago", when that is surely the month of the article. */
function recentMonth({ article, text }: FileSentence): PartialDate | null {
  const parts = partsOf(article.published);
  if (parts === null || parts.month === null || !recently.test(text)) return null;
  return parts.day === null || parts.day >= 8 ? toPartialDate(parts.year, parts.month) : null;
}

/** A sentence that leans on the one before it is told together with it; null when it cannot be understood even so. */
function whole(sentence: FileSentence): FileSentence | null {
  const { article, previous, start, end, text } = sentence;
  if (!leansOnBefore(text)) return sentence;
  if (previous === null || end - previous.start > longestText) return null;
  const before = article.text.slice(previous.start, previous.end);
  if (leansOnBefore(before) || article.text.slice(previous.end, start).includes('\n')) return null;
  return { ...sentence, start: previous.start, text: article.text.slice(previous.start, end), previous: null };
}

/** Dates that together bound a stretch of time: "entre 2018 et 2021", "from May to July 2021". */
function boundOthers(text: string, earlier: DateMention, later: DateMention): boolean {
  const gap = text.slice(earlier.end, later.start);
  if (between.test(text.slice(0, earlier.start))) return and.test(gap);
  return earlier.precision !== 'day' && later.precision !== 'day' && upTo.test(gap);
}

/** Finds the date of the event that a sentence tells; null when it has none, only bounds, or one that lies ahead. */
function eventDate({ article, text }: FileSentence): DateMention | null {
  const published = article.published === null ? null : latestDay(article.published);
  const dates = findDates(text, article.language, article.published);
  const own = dates.filter(({ start, date, precision }, index) => {
    const [earlier, mention, later] = [dates[index - 1], dates[index]!, dates[index + 1]];
    if (earlier !== undefined && boundOthers(text, earlier, mention)) return false;
    if (later !== undefined && boundOthers(text, mention, later)) return false;
    const before = text.slice(Math.max(0, start - 30), start);
    if (precision === 'month' && /\bthe $/i.test(before)) return false;
    if (boundary.test(before) || (precision !== 'day' && since.test(before))) return false;
    return published === null || earliestDay(date) <= published;
  });
  return own.sort((a, b) => b.date.length - a.date.length || a.start - b.start)[0] ?? null;
}

/** All sentences of the file that tell something of a date of their own, and that can be understood. */
export function datedSentences(dossier: Pick<Dossier, 'articles' | 'passages'>): DatedSentence[] {
  const found: DatedSentence[] = [];
  for (const sentence of fileSentences(dossier)) {
    const own = eventDate(sentence);
    const date = own?.date ?? recentMonth(sentence);
    if (date === null || aboutHeadline.test(sentence.text)) continue;
    const told = whole(sentence);
    if (told === null) continue;
    found.push({
      ...told,
      date,
      stretch: stretchOf(date, own?.part),
      newsworthiness: newsworthiness(told.text, date, told.article),
    });
  }
  return found;
}
