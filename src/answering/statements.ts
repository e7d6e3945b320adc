import { findNumbers } from '../text/numbers.ts';
import { stems } from '../text/terms.ts';
import type { Dossier } from '../types.ts';
import { quotedOutlet } from './attribution.ts';
import { termStrength } from './coverage.ts';
import type { TextFacts } from './evidence.ts';
import type { Candidate } from './ranking.ts';
import type { Carrier } from './sources.ts';
import type { TextVectors } from './text-vectors.ts';

/** One fact of the answer: the sentence that tells it best and the others that tell it too. */
export interface Statement {
  readonly lead: Candidate;
  /** Sentences of other articles that carry the same statement, best first. */
  readonly support: readonly Candidate[];
}

/** Share of the shorter sentence's content that must stand in the longer for the two to tell the same. */
const sameContent = 0.62;

/** Weight-free share in [0, 1] of the first text's content that the second accounts for. */
export function contentOverlap(first: TextFacts, second: TextFacts, vectors: TextVectors): number {
  const named = new Set(first.names.map(({ id }) => id));
  const others = new Set(second.names.map(({ id }) => id));
  let total = named.size;
  let shared = [...named].filter((id) => others.has(id)).length;
  for (const word of first.words) {
    const term = {
      word,
      stems: stems(word),
      corrections: [],
      synonyms: new Set<string>(),
      weight: 1,
      inherited: false,
    };
    total += 1;
    shared += termStrength(term, second, vectors);
  }
  return total > 0 ? shared / total : 0;
}

/** Two sentences tell the same when their values agree and the content of the shorter stands in the longer. */
export function tellTheSame(first: Candidate, second: Candidate, vectors: TextVectors): boolean {
  const firstKeys = new Set(first.values.map(({ key }) => key));
  const shareValues = second.values.some(({ key }) => firstKeys.has(key));
  if (first.values.length > 0 && second.values.length > 0 && !shareValues) return false;
  if (!numbersAgree(first.text, second.text)) return false;
  const [shorter, longer] =
    first.sentence.words.length <= second.sentence.words.length ? [first, second] : [second, first];
  const overlap = contentOverlap(shorter.sentence, longer.sentence, vectors);
  return overlap >= (shareValues ? sameContent - 0.12 : sameContent);
}

/** Numbers of one sentence all stand in the other, or one of them has none. */
function numbersAgree(first: string, second: string): boolean {
  const [a, b] = [first, second].map((text) => new Set(findNumbers(text).map(({ value }) => value)));
  if (!a || !b || a.size === 0 || b.size === 0) return true;
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  return [...fewer].every((value) => more.has(value));
}

/** Groups candidates, given best first, into statements; a sentence joins the first statement that it tells too. */
export function groupStatements(candidates: readonly Candidate[], vectors: TextVectors): Statement[] {
  const groups: { lead: Candidate; support: Candidate[] }[] = [];
  for (const candidate of candidates) {
    const group = groups.find(
      ({ lead }) => lead.article.id !== candidate.article.id && tellTheSame(lead, candidate, vectors),
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
