import { fold } from '../text/fold.ts';
import { analyseReporting } from '../text/reported-speech.ts';
import type { Article, PartialDate } from '../types.ts';
import { outletKey } from './file-sentences.ts';

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
  /^(?:«\s*)?(?:il|elle|ils|elles|celui-ci|celle-ci|ce(?! (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))|cette|ces|he|she|they|it|this|that|these|those|its|son|sa|ses|leur|la veille|le lendemain|le même jour|the (?:day before|day after|next day|same day))(?!\p{L})/iu;
/** "Ce sont", "these were": what they are was told before. */
const unsettledClause = /(?:^|, )(?:ce sont|ce fut|c['’]est|these were|this was|it was)\b/iu;
/** In these words it is surely so; "c'est" may only set off a part of its own sentence. */
const pointingBack = /(?:^|, )(?:ce fut|ce furent|these were|this was)\b/iu;
/** Leans on the sentence before: "Deux sources l'ont confirmé". */
const dangling =
  /(?<!\p{L})(?:l['’](?:a|ont|avait|avaient)|les (?:a|ont)|(?:le|la|les) (?:confirme(?:nt|ra)?|dément(?:ent)?|reconnaît|reconnaissent)|y (?:a|ont|avait|avaient|est|sont))(?!\p{L})/iu;

/** Whether a sentence points at something told before it, and so cannot be understood alone. */
export function leansOnBefore(text: string): boolean {
  if (unsettledStart.test(text) || pointingBack.test(text)) return true;
  return dangling.test(text) && !/,/.test(text.split(dangling)[0] ?? '');
}

/** How much like news a sentence reads, by its form alone; higher is better. */
export function newsworthiness(
  text: string,
  date: PartialDate,
  { language, outlet, published }: Pick<Article, 'language' | 'outlet' | 'published'>,
): number {
  const folded = fold(text);
  const reporting = analyseReporting(text, language);
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
  const teller = outletKey(outlet);
  if (date === published && teller !== '' && folded.includes(teller)) score -= 0.5;
  if (/(?<!\p{L})(?:l['’]article|the article|(?:ce|le) texte|this text)(?!\p{L})/iu.test(text)) score -= 3;
  return score;
}
