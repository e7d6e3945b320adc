import type { Span } from '../../types.ts';

/**
 * Lexical patterns of reported speech, hedges and denials in French and English. On purpose independent of what the answers
 * are made with: a measure that shared their patterns would share their blind spots.
 * All patterns run on `flat` text.
 */

/** Lower case, no accents, straight apostrophes; every offset stays what it was. */
export function flat(text: string): string {
  return text
    .replace(/[\u0080-\uffff]/g, (unit) => {
      if (unit === '’') return "'";
      const base = unit.normalize('NFD').charAt(0);
      return base.toLowerCase().length === 1 ? base : unit;
    })
    .toLowerCase();
}

const frenchRegular =
  'affirm|assur|declar|indiqu|precis|expliqu|rapport|estim|soulign|ajout|confirm|racont|relat|revel|contest|refut|denonc|annonc|evoqu|relev|signal|insist|avert|rappel|rappell|avanc|temoign|mentionn|qualifi|cit|detaill|resum|repliqu|reclam|regrett|argu';
const frenchIrregular =
  "dit|disent|disait|disaient|ecrit|ecrivent|soutient|soutiennent|soutenu|pretend|pretendent|reconnait|reconnaissent|reconnu|nie|nient|niait|dement|dementent|dementi|rejette|rejettent|rejete|repond|repondent|repondu|note que|notent que|juge que|jugent que|promet|promis|croit savoir|laisse entendre|fait savoir|font savoir|fait etat|font etat|fait valoir|font valoir|decrit|decrivent|conclut|concluent|parle d[eu']|parlent d[eu']|s'est dit|se dit";
const englishVerbs =
  'say|says|said|claim|claims|claimed|stated|reported|reports that|told|tells|deny|denies|denied|denying|confirm|confirms|confirmed|insist|insists|insisted|argue|argues|argued|allege|alleges|assert|asserts|asserted|maintain|maintains|maintained|notes|noted|write|writes|wrote|describes|described|adds|added|acknowledges|acknowledged|admits|admitted|warns|warned|announced|announces|accuses|suggests|suggested|recalls|recalled|replied|explained|explains|believes|believed|spoke of|disputes|disputed|rejects|rejected|repeats|repeated|concludes|concluded|points out|pointed out|cautioned|quoted|cited';

const reportingVerb = new RegExp(
  `(?<![\\p{L}'])(?:(?:${frenchRegular})(?:e|ent|ait|aient|a|erent|ant)|${frenchIrregular}|${englishVerbs})(?!\\p{L})`,
  'gu',
);
const reportingPreposition =
  /(?<!\p{L})(?:selon|d'apres|a en croire|aux yeux d[eu]s?|de l'avis d[eu]s?|de sources?|citant|according to|citing|quoting|in the words of|pour (?=\p{L}+ (?:il|elle) ))(?!\p{L})/gu;

const subjectPronoun = /^(?:il|elle|ils|elles|he|she|they|it)$/u;
const betweenSubjectAndVerb =
  /^(?:a|ont|avait|avaient|aurait|auraient|est|sont|etait|ne|n'a|n'ont|n'avait|pas|se|s'est|lui|leur|y|en|l'a|l'ont|has|have|had|is|was|were|also|aussi|then|later|never|not|did|does|\p{L}+ment|\p{L}+ly)$/u;

/** A phrase that tells who says so. `named` is false when only a pronoun stands for the speaker. */
export interface ReportingPhrase extends Span {
  readonly named: boolean;
}

/** The phrases of a text that attribute what it says to someone, in text order. */
export function reportingPhrases(text: string): ReportingPhrase[] {
  const folded = flat(text);
  const phrases: ReportingPhrase[] = [];
  for (const match of folded.matchAll(reportingVerb)) {
    const end = match.index + match[0].length;
    phrases.push({ start: match.index, end, named: verbHasNamedSubject(text, folded, match.index, end) });
  }
  for (const match of folded.matchAll(reportingPreposition)) {
    const end = match.index + match[0].length;
    const pronoun = /^\s+(?:lui|elle|eux|elles|him|her|them)(?!\p{L})/u.test(folded.slice(end));
    phrases.push({ start: match.index, end, named: !pronoun || hasNameBefore(text, match.index) });
  }
  return phrases.sort((a, b) => a.start - b.start);
}

function verbHasNamedSubject(text: string, folded: string, start: number, end: number): boolean {
  const inverted = /^(?:-t)?-(?:il|elle|ils|elles)(?!\p{L})|^\s(?:he|she|they)(?!\p{L})/u.test(folded.slice(end));
  const before = folded.slice(Math.max(0, start - 80), start).match(/[\p{L}']+/gu) ?? [];
  const subject = before.reverse().find((word) => !betweenSubjectAndVerb.test(word));
  const invertedAuxiliary = /-t?-?(?:il|elle|ils|elles)\s+$/u.test(folded.slice(0, start));
  if (!inverted && !invertedAuxiliary && !(subject && subjectPronoun.test(subject))) return true;
  return hasNameBefore(text, start);
}

/** A capitalised word that is not the first word of the text: the pronoun has someone to stand for. */
function hasNameBefore(text: string, end: number): boolean {
  return /\P{L}\p{Lu}[\p{L}\p{N}]+/u.test(text.slice(0, end).replace(/^\P{L}*\p{L}+/u, ''));
}

/** Words that make a claim hearsay: without a speaker they float. */
const hearsay =
  /(?<!\p{L})(?:n')?(?:aurai(?:t|ent)|serai(?:t|ent)|allegedly|reportedly|supposedly|would have)(?!\p{L})/gu;
/**
 * The French conditional of other verbs ("daterait", "coûterait"), on text with its accents: "considérait" is no conditional.
 * Not the imperfects that look like it, nor the verbs whose conditional is a wish or a duty.
 */
const conditional =
  /(?<!\p{L})(?!\p{L}*(?:tir|désir|spir|admir|vir|cadr|gendr|voudr|faudr)ai)\p{L}{2,}[eid]r(?:ait|aient)(?!\p{L})/giu;
/** Words that weaken a claim. */
const epistemic =
  /(?<!\p{L})(?:peut-etre|probablement|sans doute|apparemment|vraisemblablement|possiblement|potentiellement|pourrait|pourraient|presumee?s?|supposee?s?|pretendue?s?|soupconnee?s?|soupconne|accusee?s?|suspectee?s?|alleged|probably|possibly|perhaps|apparently|potentially|likely|unlikely|may|might|could|suspected|accused|purported|seems?|semble|semblent)(?!\p{L})/gu;
const denial =
  /(?<!\p{L})(?:nie|nient|niait|niee?s?|dement|dementent|dementi|conteste|contestent|refute|refutent|rejette|rejettent|rejete|deny|denies|denied|denying|denial|rejects|rejected|disputes|disputed)(?!\p{L})/gu;
const negation =
  /(?<!\p{L})(?:ne|pas|aucune?|jamais|ni|not|never|no|none|neither|nor|without|sans|cannot)(?!\p{L})|n't(?!\p{L})/gu;

export type ModalityKind = 'hearsay' | 'epistemic' | 'denial' | 'negation';

const patterns: Record<ModalityKind, RegExp> = { hearsay, epistemic, denial, negation };

/** The words of one kind in a text, flat. */
export function modalityWords(text: string, kind: ModalityKind): string[] {
  const words = [...flat(text).matchAll(patterns[kind])].map((match) => match[0]);
  if (kind !== 'hearsay') return words;
  const conditionals = [...text.normalize('NFC').matchAll(conditional)].map((match) => flat(match[0]));
  return [...new Set([...words, ...conditionals])];
}
