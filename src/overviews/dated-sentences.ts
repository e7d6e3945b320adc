import { findDates } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { earliestDay, latestDay } from '../text/partial-date.ts';
import { analyseReporting } from '../text/reported-speech.ts';
import type { Dossier, PartialDate } from '../types.ts';
import { type FileSentence, fileSentences, outletKey } from './file-sentences.ts';

/** A sentence that tells something of a day, a month or a year. */
export interface DatedSentence extends FileSentence {
  readonly date: PartialDate;
  /** How much like news it reads, by its form alone; higher is better. */
  readonly newsworthiness: number;
}

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
/** Before such a word the date bounds the event and does not tell its day. */
const boundary =
  /(?:\b(?:avant|before|jusqu(?:'|’)?(?:au|en|à)?|until|till|d['’]ici(?: au)?|depuis|since|dès|from|entre|between|loi de|law of|après|after|prior to|by|texte du|édition du|dans un texte du)(?:\s+(?:le|la|the|l['’]))?|\()\s*$/iu;

/** Finds the date of the event that a sentence tells; null when it has none, only bounds, or one that lies ahead. */
function eventDate({ article, text }: FileSentence): PartialDate | null {
  const published = article.published === null ? null : latestDay(article.published);
  const dates = findDates(text, article.language, article.published).filter(
    ({ start, date }) =>
      !boundary.test(text.slice(Math.max(0, start - 30), start)) &&
      (published === null || earliestDay(date) <= published),
  );
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
  if (unsettledStart.test(text)) score -= 1.5;
  if (reporting.kind === 'question') score -= 2;
  if (reporting.hedged) score -= 0.25;
  if (text.length > 330) score -= 0.5;
  if (text.length < 50) score -= 1;
  // "RFI s'interroge, le 21 juillet 2021": the day of the article rather than of an event.
  const outlet = outletKey(article.outlet);
  if (date === article.published && outlet !== '' && folded.includes(outlet)) score -= 0.5;
  if (/\b(?:l['’]article|the article|ce texte|this text)\b/i.test(text)) score -= 2;
  return score;
}

/** All sentences of the file that tell something of a date of their own. */
export function datedSentences(dossier: Pick<Dossier, 'articles' | 'passages'>): DatedSentence[] {
  const found: DatedSentence[] = [];
  for (const sentence of fileSentences(dossier)) {
    const date = eventDate(sentence);
    if (date !== null) found.push({ ...sentence, date, newsworthiness: newsworthiness(sentence, date) });
  }
  return found;
}
