import type { Language } from '../types.ts';
import type { Evidence } from './evidence.ts';

/** Openings whose antecedent is lost away from the article: "Ce résumé…", "Une troisième vise…"; not "Ce mardi". */
const hangsOnWhatWasBefore = {
  fr: /^(?:(?:il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|cela|les deux)(?!\p{L})|(?:ce|cet|cette|ces)\s+(?!(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|midi|soir|jour|mois|semaine|année|été|\d|sont?\s|n['’]|qu))|(?:une?|la|le|les|d['’])\s?(?:second|seconde|deuxième|troisième|quatrième|cinquième|autres?)(?!\p{L}))/iu,
  en: /^(?:(?:he|she|it|they|both|another|others|these|those|the (?:latter|former))(?!\p{L})|(?:this|that)\s+(?!(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|week|month|year|summer)(?!\p{L}))|an?\s(?:second|third|fourth|fifth)(?!\p{L}))/iu,
};

/** "L'Élysée l'a confirmé", "Rabat le dément", "could say so": what is confirmed or denied stands in the sentence before. */
const confirmsWhatWasBefore = {
  fr: /^[^,;:«]{0,60}?\s(?:l['’](?:a|ont|avait|avaient)\s+(?:aussi\s+|également\s+)?(?:confirmé|démenti|nié|reconnu|contesté|dit)|le\s+(?:confirme|dément|nie|reconnaît|conteste)(?:nt)?)(?!\p{L})/iu,
  en: /^[^,;:“"]{0,60}?\s(?:confirm(?:s|ed)?|den(?:y|ies|ied)|admit(?:s|ted)?|disput(?:es?|ed)|s(?:ay|ays|aid))\s+(?:it|this|that|so)(?=\s*(?:[.,;]|to\s|on\s|in\s))/iu,
};

/** "Son avocat", "Its chairman": whose stands in the sentence before; that it is said of somebody known needs no lead-in. */
const opensWithPossessive = /^(?:son|sa|ses|leurs?|his|her|its|their)(?!\p{L})/iu;

/** Whether nobody can tell, away from the article, whom or what the sentence goes on about. */
export function isAnaphoric(sentence: string, language: Language): boolean {
  return hangsOnWhatWasBefore[language].test(sentence) || confirmsWhatWasBefore[language].test(sentence);
}

/**
 * A sentence that goes on about somebody or something, together with the sentence before it in its paragraph: still an exact
 * slice of the article. Itself where it stands alone, begins a paragraph, or both would be longer than that many characters.
 */
export function withAntecedent<Told extends Pick<Evidence, 'article' | 'passage' | 'span' | 'place' | 'text'>>(
  told: Told,
  longest: number,
): Told {
  const { article, passage, span, place, text } = told;
  const before = passage.sentences[place - 1];
  if (!before || !(isAnaphoric(text, article.language) || opensWithPossessive.test(text))) return told;
  const both = article.text.slice(before.start, span.end);
  if (both.length > longest || both.includes('\n')) return told;
  return { ...told, place: place - 1, span: { start: before.start, end: span.end }, text: both };
}
