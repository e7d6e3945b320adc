import { fold } from '../text/fold.ts';
import { detectLanguage } from '../text/language.ts';
import type { AnswerPart, OverviewOptions, Passage, Retriever, Verdict, VerdictKind } from '../types.ts';
import { CitationList } from './citation-list.ts';
import { type Content, contentOf, type Match, matchClaim } from './claim-match.ts';
import { type FileSentence, outletKey } from './file-sentences.ts';
import { statement, type WhoParts } from './who.ts';

export interface CheckParts extends WhoParts {
  readonly retriever: Retriever;
}

const passagesRead = 32;
const mostPerSide = 3;
/** Sentences after a statement in which somebody may deny it without repeating it. */
const reachOfDenial = 5;
/** Share of the claim that a sentence must hold to speak of it at all, and with its passage. */
const leastCoverage = 0.6;
const leastInPassage = 0.75;
/** A sentence with the claim's own figures may say the rest in other words. */
const leastWithFigures = 0.4;
/** Half of what the claim says of its names must stand in the sentence: names alone prove nothing. */
const leastPredicate = 0.5;
/** Other figures contradict only in a sentence that is surely about the same. */
const coverageForFigures = 0.75;

type Side = 'supports' | 'reports' | 'opposes' | 'leaves-open';

interface Evidence {
  readonly sentence: FileSentence;
  readonly side: Side;
  readonly match: Match;
}

/**
 * Holds a claim against the file. It is supported when a source tells it as a fact, attributed when sources only report
 * that somebody claims it, contradicted when they deny it or tell it with other figures, disputed when they do both,
 * and absent when no sentence covers its names, words and figures: then nothing is said for or against it.
 */
export function createCheck(parts: CheckParts): (claim: string, options: OverviewOptions) => Promise<Verdict> {
  return async (claim, options) => {
    options.signal?.throwIfAborted();
    const claimed = contentOf(claim, detectLanguage(claim, options.language), null, parts.dossier);
    const evidence = await gather(claim, claimed, options, parts);
    const citations = new CitationList();
    const show = (sides: readonly Side[]): AnswerPart[] =>
      best(evidence.filter(({ side }) => sides.includes(side))).map(({ sentence }) =>
        statement(sentence, citations, parts, options.language),
      );
    const verdict = judge(evidence);
    const absent = verdict === 'absent';
    return {
      claim,
      language: options.language,
      verdict,
      supporting: absent ? [] : show(['supports', 'reports']),
      opposing: absent ? [] : show(['opposes', 'leaves-open']),
      citations: citations.citations,
    };
  };
}

async function gather(
  claim: string,
  claimed: Content,
  options: OverviewOptions,
  parts: CheckParts,
): Promise<Evidence[]> {
  if (claimed.names.size === 0 && claimed.words.length === 0) return [];
  const { asOf, outlet, signal } = options;
  const retrieved = await parts.retriever.retrieve(claim, { limit: passagesRead, filter: { asOf, outlet }, signal });
  return retrieved.flatMap(({ passage }) => judgePassage(passage, claimed, parts));
}

function judgePassage(passage: Passage, claimed: Content, { dossier }: CheckParts): Evidence[] {
  const article = dossier.articles.get(passage.articleId);
  if (article === undefined) return [];
  const whole = contentOf(passage.text, article.language, article.published, dossier);
  const found: Evidence[] = [];
  let told: { index: number; match: Match } | undefined;
  for (const [index, { start, end }] of passage.sentences.entries()) {
    const text = article.text.slice(start, end);
    const content = contentOf(text, article.language, article.published, dossier);
    const own = matchClaim(claimed, content, whole);
    const answered =
      told !== undefined && index - told.index <= reachOfDenial && isBareDenial(content) ? told : undefined;
    const side =
      sideOf(claimed, content, own, outletKey(article.outlet)) ?? (answered && !claimed.negated ? 'opposes' : null);
    if (side === null) continue;
    if (side === 'supports' || side === 'reports') told = { index, match: own };
    const previous = passage.sentences[index - 1] ?? null;
    found.push({ sentence: { article, start, end, text, previous }, side, match: answered?.match ?? own });
  }
  return found;
}

/** "The French government contests this.": a denial that leaves what it denies to the sentences before it. */
function isBareDenial({ text, reporting, words }: Content): boolean {
  if (reporting.kind !== 'denial') return false;
  const pointing =
    /(?<!\p{L})(?:this|les faits|ces (?:faits|accusations|allégations)|l['’]information|the(?:se)? claims?)(?!\p{L})/iu;
  return words.length <= 6 || pointing.test(text);
}

/** Where a sentence stands; null when it does not speak of the claim. */
function sideOf(claim: Content, sentence: Content, match: Match, outlet: string): Side | null {
  const sameFigures = match.values === 'agree' && !sentence.negated;
  if (match.foreign || match.coverage < (sameFigures ? leastWithFigures : leastCoverage)) return null;
  if (!sameFigures && (match.inPassage < leastInPassage || match.predicate < leastPredicate)) return null;
  const { kind, hedged } = sentence.reporting;
  if (kind === 'question') return 'leaves-open';
  const denied = kind === 'denial' || sentence.negated;
  const claimDenied = claim.negated || claim.reporting.kind === 'denial';
  if (denied !== claimDenied) return 'opposes';
  if (match.values === 'differ') return match.coverage >= coverageForFigures && !denied ? 'opposes' : null;
  if (match.values === 'untold') return null;
  return hedged || kind === 'denial' || isSecondHand(sentence, outlet) ? 'reports' : 'supports';
}

/** Told by somebody other than the outlet itself; an official confirmation is as good as the outlet's own word. */
function isSecondHand({ text, reporting }: Content, outlet: string): boolean {
  if (!reporting.attributed || /confirm/i.test(text)) return false;
  const source = reporting.source === null ? '' : fold(text.slice(reporting.source.start, reporting.source.end));
  return outlet === '' || !(source.includes(outlet) || (source !== '' && outlet.includes(source)));
}

function judge(evidence: readonly Evidence[]): VerdictKind {
  const has = (side: Side): boolean => evidence.some((one) => one.side === side);
  const against = has('opposes');
  if (has('supports')) return against || has('leaves-open') ? 'disputed' : 'supported';
  if (has('reports')) return against || has('leaves-open') ? 'disputed' : 'attributed';
  return against ? 'contradicted' : 'absent';
}

/** The sentences that cover most of the claim, one an article; what is told as a fact before what is only reported. */
function best(evidence: readonly Evidence[]): Evidence[] {
  const weight = ({ side, match }: Evidence): number =>
    match.coverage + (side === 'supports' || side === 'opposes' ? 0.2 : 0);
  const chosen: Evidence[] = [];
  for (const one of [...evidence].sort((a, b) => weight(b) - weight(a))) {
    if (chosen.some(({ sentence }) => sentence.article.id === one.sentence.article.id)) continue;
    chosen.push(one);
    if (chosen.length === mostPerSide) break;
  }
  return chosen;
}
