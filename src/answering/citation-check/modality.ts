import type { Span } from '../../types.ts';
import { clauseAt } from './clauses.ts';
import { related, type Term } from './terms.ts';

/** A word that leaves open whether something is so. */
interface Hedge extends Span {
  /**
   * `doubt` must stay a doubt. `conditional` (the French press conditional, "would") is also kept by an attribution
   * in the other language or by a future tense.
   */
  readonly kind: 'doubt' | 'conditional';
}

const doubts =
  /(?<![\p{L}])(?:présumée?s?|supposée?s?|soupçonn\p{L}*|soupçons?|prétendu\p{L}*|éventuel\p{L}*|potentiel\p{L}*|possibles?|possiblement|probabl\p{L}*|vraisembl\p{L}*|peut-être|sans doute|apparemment|sembl(?:e|ent|ait|aient|erait)|paraît|paraissent|suspect\p{L}*|susceptibles?|allégations?|à condition|avérés?e?s?|hypothès\p{L}*|hypothétique\p{L}*|alleged(?:ly)?|allegations?|reportedly|apparent(?:ly)?|supposed(?:ly)?|purported(?:ly)?|presum\p{L}*|suspicions?|may(?= \p{Ll})|might|could(?! not|n['’]t)|possib\p{L}*|potential(?:ly)?|probabl[ey]|likely|perhaps|maybe|seem(?:s|ed)?|appear(?:s|ed)? to|believed|thought to|said to|unconfirmed|unproven|if (?:proven|confirmed|true|established))(?![\p{L}])/giu;

const conditionals =
  /(?<![\p{L}])(?:\p{L}*[ei]r|(?:s?aur|ser|pourr|devr|voudr|verr|enverr|(?:\p{L}*)(?:viendr|tiendr|prendr|rendr|tendr|perdr|mettr|battr|croir|vaudr|cevr|naîtr|suivr|vivr|plair|fer|dir|duir|crir)|faudr))(?:ait|aient)(?![\p{L}])|(?<![\p{L}])would(?![\p{L}])/giu;

/** Imperfects that look like conditionals. */
const imperfects = /^(?:re|at)?tir|^(?:ad)?mir|^(?:re|a|in|ex|trans|cons)?spir|^vir|^désir|^expir|^err|^(?:en)?tour/iu;

/** Words of a text that leave something open, conditionals last. */
export function hedgesOf(text: string): Hedge[] {
  const found: Hedge[] = [];
  for (const match of text.matchAll(doubts)) {
    found.push({ kind: 'doubt', start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(conditionals)) {
    if (imperfects.test(match[0])) continue;
    found.push({ kind: 'conditional', start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const future =
  /(?<![\p{L}])(?:will|shall|is to|are to|was to|were to|going to|intends? to|plans? to|ready to|\p{L}{2,}(?:era|eront|ira|iront|dra|dront)|va|vont|allait|devait|prêt\p{L}* à|compte\p{L}*|entend\p{L}*|veut|souhait\p{L}*)(?![\p{L}])/iu;

/** Whether a text leaves open, in any form, that something is so. */
export function isHedged(text: string): boolean {
  return hedgesOf(text).length > 0;
}

/** "if creditors demanded payment, its survival would …": not said to be so, whoever says it. */
const condition = /(?<![\p{L}])(?:if|unless|si|s['’]ils?|à moins que)(?![\p{L}])/iu;

interface Side {
  readonly text: string;
  readonly terms: readonly Term[];
}

/**
 * The doubts of the source that the sentence drops. A doubt concerns the sentence only when what it bears on
 * ("alleged USE", "auraient été VISÉS") is something the sentence says.
 */
export function hardened(
  sentence: Side & { readonly attributed: boolean },
  source: Side,
  sameLanguage: boolean,
): string[] {
  if (isHedged(sentence.text)) return [];
  const dropped: string[] = [];
  for (const hedge of hedgesOf(source.text)) {
    const keptOtherwise =
      sentence.attributed && !condition.test(source.text) && (!sameLanguage || isReportedFuture(source.text, hedge));
    if (
      hedge.kind === 'conditional' &&
      (keptOtherwise || (isReportedFuture(source.text, hedge) && future.test(sentence.text)))
    ) {
      continue;
    }
    const heads = headsOf(source, hedge);
    if (heads.some((head) => sentence.terms.some((term) => !term.stop && related(head, term)))) {
      dropped.push(source.text.slice(hedge.start, hedge.end));
    }
  }
  return dropped;
}

/** "a déclaré qu'il porterait plainte": the future seen from the past, no doubt about it. */
function isReportedFuture(text: string, hedge: Hedge): boolean {
  const written = text.slice(hedge.start, hedge.end).toLowerCase();
  if (written === 'would') return true;
  // "auraient été ciblés" is the conditional of rumour even after "rappelle que".
  if (/^aur/.test(written)) return false;
  return /\b(?:qu['’](?:il|elle|ils|elles|on|une?)|que)\s[^.;]*$/iu.test(text.slice(0, hedge.start));
}

const frenchAdjective = /^(?:présumé|supposé|prétendu|éventuel|potentiel|possible|probable|avéré|hypothé)/iu;

/** The content words a doubt bears on: the next ones of its clause, and the noun before a French adjective. */
function headsOf(source: Side, hedge: Hedge): Term[] {
  const clause = clauseAt(source.text, hedge.start);
  const isFrenchAdjective = frenchAdjective.test(source.text.slice(hedge.start, hedge.end));
  const content = source.terms.filter((term) => !term.stop && term.start >= clause.start && term.end <= clause.end);
  const inside = content.filter((term) => term.start >= hedge.start && term.end <= hedge.end);
  const isAdjective = /^alleged$|^apparent$/i.test(source.text.slice(hedge.start, hedge.end)) || isFrenchAdjective;
  const after = content.filter((term) => term.start >= hedge.end).slice(0, isAdjective ? 1 : 2);
  const before = content.filter((term) => term.end <= hedge.start).slice(-1);
  const own = hedge.kind === 'conditional' ? inside : [];
  const adjective = isFrenchAdjective ? before : [];
  return [...own, ...after, ...adjective];
}
