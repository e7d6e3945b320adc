import type { Dossier } from '../types.ts';
import { quotedOutlet } from './attribution.ts';
import type { TextFacts } from './evidence.ts';
import type { Candidate } from './ranking.ts';
import { settings } from './settings.ts';
import type { Carrier } from './sources.ts';
import { stanceOf } from './stance.ts';
import type { TermMatcher } from './term-matcher.ts';

/** One fact of the answer: the sentence that tells it best and the others that tell it too. */
export interface Statement {
  readonly lead: Candidate;
  /** Sentences of other articles that carry the same statement, best first. */
  readonly support: readonly Candidate[];
}

/** Names and stems that two texts must share to be compared at all. */
const fewestShared = 2;

/**
 * Weight-free share in [0, 1] of the first text's content that the second accounts for. Texts that share no name and
 * no stem count as unrelated without a closer look, in whatever languages they are.
 * @param least a share that cannot reach this need not be exact: 0 is given instead
 */
export function contentOverlap(first: TextFacts, second: TextFacts, matcher: TermMatcher, least = 0): number {
  const sharedNames = first.names.filter((name) => second.names.includes(name)).length;
  const rest = first.words.filter((_, index) => !first.wordStems[index]!.some((stem) => second.stems.has(stem)));
  const exact = first.words.length - rest.length;
  if (sharedNames + exact < fewestShared) return 0;
  const all = first.names.length + first.words.length;
  let similar = 0;
  for (const [index, word] of rest.entries()) {
    // Most pairs have nothing to do with each other, and comparing words one by one is what costs.
    if ((sharedNames + exact + similar + settings.coverage.similar * (rest.length - index)) / all < least) return 0;
    similar += matcher.wordStrength(word, second);
  }
  return (sharedNames + exact + similar) / all;
}

/**
 * Two sentences tell the same when their values agree, the content of the shorter stands in the longer, and neither
 * denies or leaves open what the other asserts: a denial repeats every word of the claim.
 */
export function tellTheSame(first: Candidate, second: Candidate, matcher: TermMatcher): boolean {
  const shareValues = second.values.some(({ key }) => first.values.some((value) => value.key === key));
  if (first.values.length > 0 && second.values.length > 0 && !shareValues) return false;
  const [a, b] = [first.sentence, second.sentence];
  if (!numbersAgree(a.numbers, b.numbers)) return false;
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const { content, contentOfOneValue, meaning } = settings.sameStatement;
  const least = shareValues ? contentOfOneValue : content;
  return (
    contentOverlap(shorter, longer, matcher, least) >= least &&
    matcher.similarity(first.text, second.text) >= meaning &&
    stanceOf(first.text, first.article.language) === stanceOf(second.text, second.article.language)
  );
}

/** Numbers of one sentence all stand in the other, or one of them has none. */
function numbersAgree(first: ReadonlySet<number>, second: ReadonlySet<number>): boolean {
  const [fewer, more] = first.size <= second.size ? [first, second] : [second, first];
  return [...fewer].every((value) => more.has(value));
}

/** Groups candidates, given best first, into statements; a sentence joins the first statement that it tells too. */
export function groupStatements(candidates: readonly Candidate[], matcher: TermMatcher): Statement[] {
  const groups: { lead: Candidate; support: Candidate[] }[] = [];
  for (const candidate of candidates) {
    const group = groups.find(
      ({ lead }) => lead.article.id !== candidate.article.id && tellTheSame(lead, candidate, matcher),
    );
    if (!group) groups.push({ lead: candidate, support: [] });
    else if (!group.support.some(({ article }) => article.id === candidate.article.id)) group.support.push(candidate);
  }
  return groups;
}

export function carriersOf({ lead, support }: Statement, dossier: Dossier): Carrier[] {
  return [lead, ...support].map((candidate) => ({
    articleId: candidate.article.id,
    quoted: quotedOutlet(candidate, dossier),
  }));
}
