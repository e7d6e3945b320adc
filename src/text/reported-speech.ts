import type { Language, Span } from '../types.ts';
import { findReportingVerbs, type ReportingVerbKind } from './reporting-verbs.ts';
import { type ReportingWords, reportingWords } from './reporting-words.ts';

export type ReportingKind = ReportingVerbKind | 'question' | 'none';

/** Who says what a sentence says, and how surely. */
export interface Reporting {
  /** The sentence names or points to whoever says it. */
  readonly attributed: boolean;
  /** Where the sentence names its source: `Axios`, `une source diplomatique`. Null when it has none or only implies it. */
  readonly source: Span | null;
  /**
   * - `report`: somebody tells something ("Axios rapporte", "according to")
   * - `claim`: somebody asserts or judges it ("NSO affirme", "insists")
   * - `denial`: somebody denies it ("Rabat dément", "NSO assure n'avoir jamais")
   * - `question`: the sentence asks it or says that it is not known
   */
  readonly kind: ReportingKind;
  /** Told with reserve: the conditional of the French press, "allegedly", "présumé". */
  readonly hedged: boolean;
}

interface VerbMatch extends Span {
  readonly kind: ReportingVerbKind;
  readonly inverted: boolean;
}

/** Ends a source: punctuation, or a word that begins another clause. */
const sourceEnd = {
  fr: /[,;:.()!?«»"“”—]|\s(?:(?:que|qui|et|mais|dont|il|elle|ils|elles|on|où|est|sont|a|ont|avait|ne|se|y)\s|(?:qu|n|s)['’]|d['’]après)/iu,
  en: /[,;:.()!?"“”—]|\s(?:that|which|who|and|but|is|are|was|were|has|had|have|as|to)\s/i,
} as const;
/** Takes the front off a subject: what stands before it in its clause. */
const clauseStart = {
  fr: /^[\s\S]*(?:[,;:.()«»"“”—]|\s(?:que|qui|dont|mais|et|car|or|lorsque|quand|où))\s+/iu,
  en: /^[\s\S]*(?:[,;:.()"“”—]|\s(?:that|but|and|because|when|while|which|whom))\s+/i,
} as const;
/** What follows an inverted verb: ", rapporte franceinfo", ", dit-elle", ", says the paper". */
const subjectAhead = {
  fr: /^(?:-t)?-(?:il|elle|on)|^\s+(?!(?:sur|à|au|aux|dès|en|dans|par|que|avoir|être|avec|lors|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lundi|vouloir|devoir|pouvoir|ne|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d)|la veille|à)\s|qu['’]|n['’]|\d)/iu,
  en: /^\s+(?:\p{Lu}[\p{L}\d'’-]*|the|an?)(?:\s[\p{L}\d'’-]+){0,4}[.,;]/u,
} as const;
/** Clitics and adverbs between a subject and its verb. */
const beforeVerb = {
  fr: /(?:\s+(?:l['’]|le|la|les|lui|leur|se|s['’]|n['’]|ne|en|y|aussi|également|pourtant|toutefois|toujours|aussitôt)|\s+(?:l|s|n)['’])\s*$/iu,
  en: /\s+(?:also|further|nevertheless|then|still|later|has|had|have|never|since|again|only|however|did|does|do|not|would|reportedly)\s*$/i,
} as const;

const trimmed = (text: string, start: number, end: number): Span | null => {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  const to = end - (piece.length - piece.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
};

/** English forms that are as often nouns, and what follows them when they are verbs. */
const nounForms = /^(?:claims|reports|notes|calls|states|estimates|disputes|contests|promises)$/;
const verbAhead = /^(?:,?\s(?:that|to|it|its|he|she|they|the|a|an|his|her|["“]|\p{Lu})|[.,])/u;

/** The verb that says how the sentence is told: a denial before a claim before a report, the main clause before others. */
function findVerb(sentence: string, language: Language): VerbMatch | null {
  const { nounMarkers } = reportingWords[language];
  let best: VerbMatch | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const { start, end, kind, compound } of findReportingVerbs(sentence, language)) {
    const before = sentence.slice(Math.max(0, start - 40), start);
    const after = sentence.slice(end);
    if (!compound && nounMarkers.test(before)) continue;
    const form = sentence.slice(start, end);
    if (nounForms.test(form) && !/\p{Lu}[\p{L}\d'’]*\s$/u.test(before) && !verbAhead.test(after)) continue;
    // "aux démentis du royaume, qui nient…": the main clause comes first.
    const rank = ['denial', 'claim', 'report'].indexOf(kind) + (/\s(?:qui|who|which)\s+$/i.test(before) ? 3 : 0);
    if (rank >= bestRank) continue;
    const mayInvert = /[,»”"]\s*$/.test(before) && (language === 'fr' || kind === 'report');
    const inverted = before.trim() === '' || (mayInvert && subjectAhead[language].test(after));
    best = { start, end, kind, inverted };
    bestRank = rank;
  }
  return best;
}

function sourceAfter(sentence: string, from: number, language: Language): Span | null {
  const rest = sentence.slice(from);
  const end = sourceEnd[language].exec(rest)?.index ?? rest.length;
  return end > 90 ? null : trimmed(sentence, from, from + end);
}

function sourceBefore(sentence: string, until: number, language: Language): Span | null {
  let text = sentence.slice(0, until);
  for (let previous = ''; previous !== text; ) {
    previous = text;
    text = text.replace(beforeVerb[language], '');
  }
  // A bracketed or appositive part between the subject and its verb: "Axios, citing officials, says".
  const apposed = /^([^,;:]{2,60}),[^,;:]{2,120},\s*$/u.exec(text)?.[1];
  if (apposed !== undefined) return trimmed(sentence, 0, apposed.length);
  const start = clauseStart[language].exec(text)?.[0].length ?? 0;
  const span = trimmed(sentence, start, text.length);
  return span === null || sentence.slice(span.start, span.end).split(/\s+/).length > 14 ? null : span;
}

/** Endings that no imparfait has: "exploiterait", "contiendrait", "permettrait", "finirait", but not "montrait", "tirait". */
const conditional = /(?<!\p{L})\p{L}+(?:er|dr|ttr|evr|(?:[nldgc]|ss|rv|rt|st)ir)ai(?:t|ent)(?!\p{L})/giu;

/** Whether the sentence is told in the conditional of reserve, or in words of reserve. */
function isHedged(sentence: string, language: Language): boolean {
  if (reportingWords[language].hedges.some((hedge) => hedge.test(sentence))) return true;
  if (language !== 'fr') return false;
  // Other conditionals ("daterait", "exigeraient"), unless they are a future told in the past ("a dit qu'il porterait").
  for (const match of sentence.matchAll(conditional)) {
    const before = sentence.slice(0, match.index);
    if (!/(?:avait|avaient|a|ont|pensait|comptait)\s[^.;]*\bqu(?:e\s|['’])[^.;]*$/iu.test(before)) return true;
  }
  return false;
}

/**
 * Detects attribution and modality. Judges the sentence alone: a sentence that points back to a source named before it
 * comes out as attributed without a `source` (see `needsAttribution`).
 */
export function analyseReporting(sentence: string, language: Language): Reporting {
  const words = reportingWords[language];
  const hedged = isHedged(sentence, language);
  const verb = findVerb(sentence, language);
  const opener = [...sentence.matchAll(words.openers)][0];
  const openSource = opener === undefined ? null : sourceAfter(sentence, opener.index + opener[0].length, language);
  const verbSource =
    verb === null
      ? null
      : ((verb.inverted ? sourceAfter(sentence, verb.end, language) : null) ??
        sourceBefore(sentence, verb.start, language));
  const source = [openSource, verbSource].find(
    (span) => span !== null && namesSomebody(sentence.slice(span.start, span.end), words),
  );
  const attributed = opener !== undefined || verb !== null;
  return { attributed, source: source ?? null, kind: kindOf(sentence, verb, attributed, language), hedged };
}

/** A name or a noun phrase that stands for itself: no pronoun, nothing that points back, no stray words. */
function namesSomebody(source: string, words: ReportingWords): boolean {
  if (/^(?:-t)?-?(?:il|elle|ils|elles|on|lui|eux|he|she|they|it|who|which|that|this)$/i.test(source)) return false;
  return !words.pointsBack.test(source) && words.nounPhrase.test(source);
}

function kindOf(sentence: string, verb: VerbMatch | null, attributed: boolean, language: Language): ReportingKind {
  const words = reportingWords[language];
  if (words.open.test(sentence)) return 'question';
  if (!attributed) return 'none';
  if (verb === null) return 'report';
  // "NSO assure que Macron n'était pas une cible" denies as much as "NSO nie" does.
  const told = sentence.slice(verb.end);
  const denying = words.denyingVerbs.test(sentence.slice(verb.start, verb.end));
  return denying && words.deniedContent.test(told) ? 'denial' : verb.kind;
}

/**
 * Whether a sentence taken out of its place needs a lead-in that says who speaks: it points back to a source
 * ("Il a ajouté", "Selon elle", "the same source"), goes on with a claim begun before it, or is told with reserve but
 * without a source.
 *
 * @param previous the sentence before it in the same paragraph, if any.
 */
export function needsAttribution(sentence: string, previous: string | null, language: Language): boolean {
  const own = analyseReporting(sentence, language);
  if (own.source !== null) return false;
  if (own.attributed || own.hedged) return true;
  if (previous === null) return false;
  const before = analyseReporting(previous, language);
  return before.attributed && reportingWords[language].pronounSubject.test(sentence);
}
