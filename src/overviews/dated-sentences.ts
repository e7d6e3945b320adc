import { findDates } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { earliestDay, latestDay, partsOf, toPartialDate } from '../text/partial-date.ts';
import { analyseReporting } from '../text/reported-speech.ts';
import type { Dossier, PartialDate } from '../types.ts';
import { type FileSentence, fileSentences, outletKey } from './file-sentences.ts';

/** A sentence that tells something of a day, a month or a year. */
export interface DatedSentence extends FileSentence {
  readonly date: PartialDate;
  /** How much like news it reads, by its form alone; higher is better. */
  readonly newsworthiness: number;
}

/** The digest of an article may speak of its headline rather than of what happened. */
const aboutHeadline = /^(?:le titre|dans son titre|the headline)(?!\p{L})/iu;
/** What happens in news, as stems of folded verbs and nouns in both languages. */
const newsVerbs = new RegExp(
  `\\b(?:${[
    'annonc|announc|revel|reveal|publi|confirm|dement|den(?:y|ie)|accus|decid|declar|ordonn|order|ouvr|ouvert|open|lanc|launch',
    'rencontr|met\\b|meet|recu|recoit|recev|accueil|rend(?:u|re|\\b)|visit|telephon|appel|phon|parl|talk|discut|negoci|negoti',
    'depos|fil(?:ed|es)\\b|port(?:e|er|ent|ait)\\b plainte|poursui|sued?\\b|lawsuit|rejet|reject|condamn|convict|found\\b|juge|rul(?:ed|ing)',
    'gel(?:e|er|ee)?\\b|freez|froze|suspen|interrom|interrupt|rompu|end(?:ed)?\\b|mis(?:e|es)? fin|met\\b fin|clos|ferm|shut',
    'demission|resign|quit|depart|nomm|appoint|succed|elect|vot|adopt|approuv|approv|sign|accept|refus|sanction|blacklist|inscri',
    'envoy|sent\\b|depech|attaqu|attack|pirat|hack|infect|espionn|spied|target|vis(?:e|er|es)\\b|saisi|seiz|arret|arrest|tu(?:e|es)\\b|kill',
    'reuni|rassembl|gather|remis|remet|hand(?:ed)?|promi|engag|pledg|demand|reclam|ask|appel|chang|reduc|redui|ramen|cut\\b|rais|augment',
    'creat|cre(?:e|er|ee)\\b|form(?:e|ed|s)\\b|design|examin|analys|detect|decouv|discover|identifi|fix(?:e|ed)\\b|won\\b|gagn|perd|lost\\b',
  ].join('|')})`,
);
const unsettledStart =
  /^(?:«\s*)?(?:il|elle|ils|elles|celui-ci|celle-ci|ce|cette|ces|he|she|they|it|this|that|these|those|its|son|sa|ses|leur)\b/i;
/** "Ce sont", "these were": what they are was told before. */
const unsettledClause = /(?:^|, )(?:ce sont|ce fut|c['’]est|these were|this was|it was)\b/iu;
/** Before such a word the date bounds the event and does not tell its day. */
const boundary =
  /(?:(?<!\p{L})(?:avant|before|jusqu['’]?(?:au|en|à)?|until|till|d['’]ici(?: au)?|from|entre|between|loi de|law of|après|after|prior to|by|texte du|édition du|numéro du|briefing of)(?:\s+(?:le|la|the|l['’]))?|\()\s*$/iu;
/** A whole month or year after such a word is a stretch of time; a day is when something began. */
const stretch = /(?<!\p{L})(?:depuis|since|dès)(?:\s+(?:le|la|l['’]))?\s*$/iu;

/** The event is recent as the article appears; its day is not told. */
const recently =
  /(?<!\p{L})(?:récemment|ces derniers jours|ces jours-ci|cette semaine|la même semaine|quelques jours (?:plus tôt|auparavant|avant)|recently|this week|in recent days|a few days (?:ago|before|earlier))(?!\p{L})/iu;
/** Leans on the sentence before: "Deux sources l'ont confirmé". */
const dangling =
  /(?<!\p{L})(?:l['’](?:a|ont|avait|avaient)|les (?:a|ont)|le confirme|y (?:a|ont|avait|avaient|est|sont))(?!\p{L})/iu;
/** With the sentence before it, it must still be read in one go. */
const longestText = 420;

/** The month of what happened "a few days ago", when that is surely the month of the article. */
function recentMonth({ article, text }: FileSentence): PartialDate | null {
  const parts = partsOf(article.published);
  if (parts === null || parts.month === null || !recently.test(text)) return null;
  return parts.day === null || parts.day >= 8 ? toPartialDate(parts.year, parts.month) : null;
}

/** A sentence that leans on the one before it is told together with it. */
function whole(sentence: FileSentence): FileSentence {
  const { article, previous, end, text } = sentence;
  const leans = unsettledStart.test(text) || (dangling.test(text) && !/,/.test(text.split(dangling)[0] ?? ''));
  if (previous === null || !leans || end - previous.start > longestText) return sentence;
  const before = article.text.slice(previous.start, previous.end);
  // A sentence that leans too, that stands in another paragraph or tells of a date of its own, is no help.
  if (unsettledStart.test(before) || article.text.slice(previous.end, sentence.start).includes('\n')) return sentence;
  if (findDates(before, article.language, article.published).length > 0) return sentence;
  return { ...sentence, start: previous.start, text: article.text.slice(previous.start, end), previous: null };
}

/** Finds the date of the event that a sentence tells; null when it has none, only bounds, or one that lies ahead. */
function eventDate({ article, text }: FileSentence): PartialDate | null {
  const published = article.published === null ? null : latestDay(article.published);
  const dates = findDates(text, article.language, article.published).filter(({ start, date, precision }) => {
    const before = text.slice(Math.max(0, start - 30), start);
    if (precision === 'month' && /\bthe $/i.test(before)) return false;
    if (boundary.test(before) || (precision !== 'day' && stretch.test(before))) return false;
    return published === null || earliestDay(date) <= published;
  });
  const best = [...dates].sort((a, b) => b.date.length - a.date.length || a.start - b.start)[0];
  return best?.date ?? null;
}

function newsworthiness({ article, text }: FileSentence, date: PartialDate): number {
  const folded = fold(text);
  const reporting = analyseReporting(text, article.language);
  const capitals = text.match(/(?<=[\p{L}\p{N},'’] ?)\p{Lu}[\p{L}\p{N}]/gu)?.length ?? 0;
  let score = { 10: 2, 7: 1 }[date.length] ?? 0;
  score += newsVerbs.test(folded) ? 1 : -1;
  score += Math.min(capitals, 4) * 0.25;
  if (unsettledStart.test(text) || unsettledClause.test(text)) score -= 1.5;
  if (reporting.kind === 'question') score -= 2;
  if (reporting.hedged) score -= 0.75;
  // "D'après cette publication": who says it was told before.
  if (reporting.attributed && reporting.source === null) score -= 0.75;
  if (dangling.test(text) && text.split(dangling)[0]!.length < 80) score -= 0.5;
  if (text.length > 340) score -= 0.5;
  if (text.length < 50) score -= 1;
  // "RFI s'interroge, le 21 juillet 2021": the day of the article rather than of an event.
  const outlet = outletKey(article.outlet);
  if (date === article.published && outlet !== '' && folded.includes(outlet)) score -= 0.5;
  if (/(?<!\p{L})(?:l['’]article|the article|(?:ce|le) texte|this text)(?!\p{L})/iu.test(text)) score -= 3;
  return score;
}

/** All sentences of the file that tell something of a date of their own. */
export function datedSentences(dossier: Pick<Dossier, 'articles' | 'passages'>): DatedSentence[] {
  const found: DatedSentence[] = [];
  for (const sentence of fileSentences(dossier)) {
    const date = eventDate(sentence) ?? recentMonth(sentence);
    if (date === null || aboutHeadline.test(sentence.text)) continue;
    const told = whole(sentence);
    found.push({ ...told, date, newsworthiness: newsworthiness(told, date) });
  }
  return found;
}
