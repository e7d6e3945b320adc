import type { Dossier } from '../types.ts';
import { originOf } from './attribution.ts';
import type { Question, QuestionTerm } from './question.ts';
import type { Candidate } from './ranking.ts';
import { settings } from './settings.ts';
import { type Stance, stanceOf } from './stance.ts';
import { contentOverlap, type Statement } from './statements.ts';
import type { TermMatcher } from './term-matcher.ts';

export interface Divergence {
  /** `values`: sources give different values; `stance`: some assert, others deny or do not know. */
  readonly by: 'values' | 'stance';
  /** One statement a version, best first. */
  readonly versions: readonly Statement[];
}

/**
 * Finds the versions of the point asked among statements given best first; null when the sources agree.
 *
 * Sources differ when sentences that answer about equally well, from different sources, hold different values of the
 * kind asked for; when one asserts what another denies or calls unknown; or when each side of "was it A or B?" has its
 * sentence.
 */
export function findDivergence(
  question: Question,
  statements: readonly Statement[],
  matcher: TermMatcher,
  dossier: Dossier,
): Divergence | null {
  const versions =
    byAlternatives(question, strong(statements, settings.divergence.alternatives), matcher) ??
    byValues(question, strong(statements, settings.divergence.values), matcher, dossier);
  if (versions) return { by: 'values', versions };
  const stances = byStance(question, strong(statements, settings.divergence.stance), dossier);
  return stances && { by: 'stance', versions: stances };
}

/** Statements that answer nearly as well as the best: only they can contradict it. */
function strong(statements: readonly Statement[], share: number): Statement[] {
  const best = statements[0]?.lead;
  if (!best) return [];
  return statements.filter(
    ({ lead }) =>
      lead.score >= share * best.score &&
      lead.coverage.total >= share * best.coverage.total &&
      lead.coverage.inSentence >= share * best.coverage.inSentence,
  );
}

function byAlternatives(
  question: Question,
  statements: readonly Statement[],
  matcher: TermMatcher,
): Statement[] | null {
  if (!question.alternatives) return null;
  const told = (terms: readonly QuestionTerm[], { lead }: Statement) =>
    terms.reduce((sum, term) => sum + matcher.strength(term, lead.sentence), 0) / terms.length;
  const [first, second] = question.alternatives.map((terms, side, all) => {
    const [, ...found] = statements.reduce<[number, ...Statement[]]>(
      (best, statement) => {
        const clear = told(terms, statement) - told(all[1 - side]!, statement);
        return clear > best[0] ? [clear, statement] : best;
      },
      [settings.divergence.alternativeClear],
    );
    return found[0];
  });
  return first && second ? [first, second] : null;
}

function byValues(
  question: Question,
  statements: readonly Statement[],
  matcher: TermMatcher,
  dossier: Dossier,
): Statement[] | null {
  const { samePoint, mostVersions } = settings.divergence;
  if (!['who', 'when', 'where', 'how-many', 'which'].includes(question.kind)) return null;
  const versions: Statement[] = [];
  for (const statement of statements) {
    if (versions.length === mostVersions) break;
    const { lead } = statement;
    const differs = versions.every(
      (other) =>
        originOf(other.lead, dossier) !== originOf(lead, dossier) &&
        valuesConflict(question, other.lead, lead) &&
        // A number of what is counted, or a degree, speaks for itself; a name or a date may belong to something else.
        (question.kind === 'how-many' || contentOverlap(lead.sentence, other.lead.sentence, matcher) >= samePoint),
    );
    if (lead.values.length > 0 && differs) versions.push(statement);
  }
  return versions.length > 1 ? versions : null;
}

/** Different best-fitting values; a date does not conflict with the month or year that holds it. */
function valuesConflict(question: Question, first: Candidate, second: Candidate): boolean {
  const [a, b] = [bestValues(first), bestValues(second)];
  if (a[0]?.type !== b[0]?.type) return false;
  if (question.kind === 'how-many' && [a[0], b[0]].some((value) => (value?.fit ?? 0) < settings.divergence.numberFit))
    return false;
  if (question.kind === 'which') {
    const shared = a.filter(({ key }) => b.some((other) => other.key === key)).length;
    return shared > 0 && shared < Math.max(a.length, b.length);
  }
  return a.every(({ key }) => b.every((other) => !other.key.startsWith(key) && !key.startsWith(other.key)));
}

/** The values that fit best; degrees only where there is no number that fits. */
function bestValues({ values }: Candidate): Candidate['values'] {
  const top = Math.max(...values.map(({ fit }) => fit));
  return values.filter(({ fit }) => fit === top);
}

function byStance(question: Question, statements: readonly Statement[], dossier: Dossier): Statement[] | null {
  if (question.kind !== 'yes-no') return null;
  const found = new Map<Stance, Statement>();
  for (const statement of statements) {
    const stance = stanceOf(statement.lead.text);
    const others = [...found.values()].map(({ lead }) => lead);
    const sameSource = others.some((other) => originOf(other, dossier) === originOf(statement.lead, dossier));
    if (!found.has(stance) && !sameSource) found.set(stance, statement);
  }
  return found.size > 1 && found.has('asserts') ? [...found.values()] : null;
}
