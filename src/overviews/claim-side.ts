import { fold } from '../text/fold.ts';
import { type Content, type Match, predicateIn, turnsRoles } from './claim-match.ts';
import { tellsDenial } from './denied-clauses.ts';

export type Side = 'supports' | 'reports' | 'opposes' | 'leaves-open';

/** A sentence of the file as it is held against a claim. */
export interface Told {
  readonly outlet: string;
  readonly whole: Content;
  readonly match: Match;
  /** The clauses that tell what the claim does, and their match. */
  readonly stretch: Content;
  readonly told: Match;
  /** What is denied: clauses with a negation or a denial, each with the clause that it governs. */
  readonly denied: readonly Content[];
  /** The statement that they belong to, and with what leads up to it. */
  readonly statement: Content;
  readonly lead: Content;
  /** The reader's log-odds that the sentence, or its stretch, bears the claim out. */
  readonly bearsOut?: number | undefined;
  /** The same for the claim without its figures, where the sentence has others. */
  readonly butForValues?: number | undefined;
}

/** Share of the claim that a sentence must hold to speak of it at all, and with its passage. */
const leastCoverage = 0.6;
const leastInPassage = 0.75;
/** A sentence with the claim's own figures may say the rest in other words. */
const leastWithFigures = 0.4;
/** Half of what the claim says of its names must stand in the sentence: names alone prove nothing. */
const leastPredicate = 0.5;
/** Other figures contradict only in a sentence that is surely about the same. */
const coverageForFigures = 0.75;
/** A denial is one of the claim when it holds half of what the claim says, or as many words. */
const wordsDenied = 3;
/** Who denies the claim must speak of what it says: more than half of its words. */
const predicateOfDenial = 0.65;

/** The reader's log-odds from which a sentence bears a claim out, in whatever words. */
const sure = 0.5;
/** The same where one stretch holds all words of the claim: a short claim is borne out by few. */
const likely = -2;
/** The same for a sentence that only reports it: it makes nothing a fact. */
const likelyReported = -3;
/** What came near or was talked of did not happen. */
const unachieved =
  /(?<!\p{L})(?:failli|presque|sur le point d|s['’]apprêt\p{L}*|envisag\p{L}*|en discussion|tent\p{L}* d|(?:came|come|comes) close|nearly|almost|about to|considered|in talks|tried to|attempted)(?!\p{L})/iu;
const leastRead = 0.3;
const allWords = 0.95;

/** Where a sentence stands; null when it does not speak of the claim. */
export function sideOf(claim: Content, told: Told): Side | null {
  const borneOut = isBorneOut(claim, told);
  const claimDenied = claim.negated || tellsDenial(claim.text);
  const denied = told.denied.some((one) => isAboutClaim(claim, one));
  if (denied !== claimDenied && !(borneOut && (told.bearsOut ?? 0) >= sure))
    return opposes(claim, told, denied) ? 'opposes' : null;
  if (told.match.values === 'differ' && (told.bearsOut ?? 0) < sure && opposesByValues(told, denied)) return 'opposes';
  // Whoever denies what the claim denies reports it, in whatever words.
  if (
    claimDenied &&
    denied &&
    told.told.predicate >= allWords &&
    (told.bearsOut ?? 0) >= likelyReported &&
    isAbout(claim, told)
  )
    return 'reports';
  if (!borneOut) return null;
  if (told.statement.reporting.kind === 'question') return 'leaves-open';
  if (told.match.values === 'untold' || told.match.values === 'differ') return null;
  const reported = isReported(told, denied);
  if (told.bearsOut !== undefined && told.bearsOut < (reported ? likelyReported : likely)) return null;
  return reported ? 'reports' : 'supports';
}

/** Told with reserve, or on the word of others. */
function isReported({ stretch, statement: { reporting }, lead, outlet }: Told, denied: boolean): boolean {
  if (stretch.reporting.hedged || reporting.kind === 'claim') return true;
  return (reporting.kind === 'denial' && denied) || isSecondHand(lead, outlet);
}

/** Whether the sentence tells the claim, sure or not. */
function isBorneOut(claim: Content, { match, told, stretch, whole, bearsOut }: Told): boolean {
  if (match.foreign || turnsRoles(claim, stretch)) return false;
  if (bearsOut !== undefined) {
    if (bearsOut >= sure) return match.coverage >= leastRead;
    if (unachieved.test(stretch.text) && !unachieved.test(claim.text)) return false;
    return told.coverage >= allWords && bearsOut >= likelyReported;
  }
  const sameFigures = match.values === 'agree' && !whole.negated;
  if (match.coverage < (sameFigures ? leastWithFigures : leastCoverage)) return false;
  return sameFigures || (match.inPassage >= leastInPassage && match.predicate >= leastPredicate);
}

function isAboutClaim(claim: Content, denied: Content): boolean {
  const share = predicateIn(claim, denied);
  return share >= leastPredicate || share * claim.words.length >= wordsDenied;
}

/** Whether a sentence that denies what the claim tells, or tells what it denies, speaks of the same. */
function opposes(claim: Content, told: Told, denied: boolean): boolean {
  // That somebody is charged with something is no word against his denying it.
  if (!denied && (tellsDenial(claim.text) || unachieved.test(told.stretch.text))) return false;
  return told.statement.reporting.kind !== 'question' && isAbout(claim, told);
}

/** About the same names and acts; where others are named beside, all names of the claim must be. */
function isAbout(claim: Content, { match, told, stretch }: Told): boolean {
  if (match.foreign || told.predicate < predicateOfDenial || turnsRoles(claim, stretch)) return false;
  const others = [...stretch.names].some((id) => !claim.names.has(id));
  return told.names >= (others ? 1 : 0.5);
}

function opposesByValues({ match, butForValues }: Told, denied: boolean): boolean {
  if (match.foreign || denied) return false;
  if (butForValues !== undefined && butForValues >= 0) return match.coverage >= leastWithFigures;
  return match.coverage >= coverageForFigures && match.predicate >= leastPredicate;
}

/** "The French government contests this.": a denial that leaves what it denies to the sentences before it. */
export function isBareDenial({ text, reporting, words }: Content): boolean {
  if (reporting.kind !== 'denial') return false;
  const pointing =
    /(?<!\p{L})(?:this|les faits|ces (?:faits|accusations|allégations)|l['’]information|the(?:se)? claims?)(?!\p{L})/iu;
  return words.length <= 6 || pointing.test(text);
}

/** Told by somebody other than the outlet itself; an official confirmation is as good as the outlet's own word. */
function isSecondHand({ text, reporting }: Content, outlet: string): boolean {
  if (!reporting.attributed || /confirm/i.test(text)) return false;
  const source = reporting.source === null ? '' : fold(text.slice(reporting.source.start, reporting.source.end));
  return outlet === '' || !(source.includes(outlet) || (source !== '' && outlet.includes(source)));
}
