import type { Dossier, Likeness, Stance } from '../types.ts';
import { originOf } from './attribution.ts';
import { isAboutOthers } from './other-subject.ts';
import { valuesConflict } from './other-version.ts';
import type { Question, QuestionTerm } from './question.ts';
import type { Candidate } from './ranking.ts';
import { settings } from './settings.ts';
import { stanceTo } from './stance.ts';
import { contentOverlap, type Statement } from './statements.ts';
import type { TermMatcher } from './term-matcher.ts';
import { versionOdds } from './version-odds.ts';

export interface Divergence {
  /**
   * - `values`: sources give different values, or each side of "A or B" has its sentence
   * - `stance`: some assert what others deny
   * - `unsettled`: a source says that it is not known
   */
  readonly by: 'values' | 'stance' | 'unsettled';
  /** One statement a version, best first. */
  readonly versions: readonly Statement[];
}

/**
 * Finds the versions of the point asked among statements given best first; null when the sources agree.
 *
 * Sources differ when sentences that account for the question about equally well, from different sources, hold different
 * values of the kind asked for; when one asserts what another denies or calls unknown; or when each side of "was it A
 * or B?" has its sentence.
 */
export function findDivergence(
  question: Question,
  statements: readonly Statement[],
  matcher: TermMatcher,
  dossier: Dossier,
  alike: Likeness,
): Divergence | null {
  const [first] = statements;
  if (!first) return null;
  const isLikely = ({ lead }: Statement) =>
    lead === first.lead ||
    versionOdds(question, first.lead, lead, alike(lead.passage.id, lead.place)) >= settings.divergence.odds;
  const likely = statements.filter(isLikely);
  const versions =
    byTellers(question, near(question, likely, settings.divergence.values), matcher) ??
    byAlternatives(question, likely, matcher) ??
    byValues(question, near(question, likely, settings.divergence.values), matcher, dossier);
  if (versions) return { by: 'values', versions };
  const stances = byStance(question, near(question, likely, settings.divergence.stance), dossier);
  if (!stances) return null;
  return { by: stances.has('unknown') ? 'unsettled' : 'stance', versions: [...stances.values()] };
}

/** Statements that account for the question nearly as well as the best: only they can contradict it. */
function near(question: Question, statements: readonly Statement[], share: number): Statement[] {
  const best = statements[0]?.lead;
  if (!best) return [];
  return statements.filter(
    ({ lead }) =>
      lead.coverage.total >= share * best.coverage.total &&
      lead.coverage.inSentence >= share * best.coverage.inSentence &&
      question.terms.every(
        ({ name, inherited }, index) =>
          !name ||
          inherited ||
          lead.coverage.perTerm[index]! >= settings.divergence.names * best.coverage.perTerm[index]!,
      ),
  );
}

/** For each side of "A or B" the sentence that answers best and tells of this side rather than of the other. */
function byAlternatives(
  question: Question,
  statements: readonly Statement[],
  matcher: TermMatcher,
): Statement[] | null {
  if (!question.alternatives) return null;
  const { alternativeClear, alternativeTold } = settings.divergence;
  const told = (terms: readonly QuestionTerm[], { lead }: Statement) =>
    Math.max(...terms.map((term) => matcher.strength(term, lead.sentence)));
  const both = question.terms.filter((term) => !question.alternatives?.some((side) => side.includes(term)));
  const shared = ({ lead }: Statement) =>
    both.reduce((sum, term) => sum + matcher.strength(term, lead.sentence), 0) / Math.max(1, both.length);
  const sides = question.alternatives.map((terms, side, all) => {
    const clear = (statement: Statement) => told(terms, statement) - told(all[1 - side]!, statement);
    return statements
      .filter((statement) => told(terms, statement) >= alternativeTold && clear(statement) >= alternativeClear)
      .sort((a, b) => shared(b) + clear(b) - (shared(a) + clear(a)))[0];
  });
  const [first, second] = sides;
  return first && second ? [first, second] : null;
}

/** Of "who told it": sentences about the same point that each name another outlet as the one they have it from. */
function byTellers(question: Question, statements: readonly Statement[], matcher: TermMatcher): Statement[] | null {
  if (!question.whoTold) return null;
  const versions = new Map<string, { lead: Candidate; support: Candidate[] }>();
  for (const candidate of statements.flatMap(({ lead, support }) => [lead, ...support])) {
    const [teller] = candidate.values;
    if (!teller) continue;
    const origin = teller.key;
    const same = versions.get(origin);
    const aboutIt = [...versions.values()].every(
      ({ lead }) => contentOverlap(candidate.sentence, lead.sentence, matcher) >= settings.divergence.samePoint,
    );
    if (same) same.support.push(candidate);
    else if (aboutIt && versions.size < settings.divergence.mostVersions)
      versions.set(origin, { lead: candidate, support: [] });
  }
  return versions.size > 1 ? [...versions.values()] : null;
}

function byValues(
  question: Question,
  statements: readonly Statement[],
  matcher: TermMatcher,
  dossier: Dossier,
): Statement[] | null {
  const { samePoint, mostVersions, predicate, read } = settings.divergence;
  if (!['who', 'when', 'where', 'how-many', 'which'].includes(question.kind)) return null;
  const versions: Statement[] = [];
  for (const statement of statements) {
    if (versions.length === mostVersions) break;
    const { lead } = statement;
    const differs = versions.every(
      (other) =>
        originOf(other.lead, dossier) !== originOf(lead, dossier) &&
        valuesConflict(question, other.lead, lead) &&
        // A number of what is counted, a degree, or a list that goes on speaks for itself; a name or a date may belong to something else.
        (['how-many', 'which'].includes(question.kind) ||
          contentOverlap(lead.sentence, other.lead.sentence, matcher) >= samePoint),
    );
    const tells =
      question.kind === 'how-many' ||
      lead.coverage.words >= predicate ||
      (question.kind === 'which' && (lead.reading?.answers ?? Number.NEGATIVE_INFINITY) >= read);
    if (lead.values.length > 0 && tells && differs) versions.push(statement);
  }
  return versions.length > 1 ? versions : null;
}

/** The best sentence of each stance, of different sources; null unless one asserts what another does not. */
function byStance(
  question: Question,
  statements: readonly Statement[],
  dossier: Dossier,
): ReadonlyMap<Stance, Statement> | null {
  if (question.kind !== 'yes-no') return null;
  const best = statements[0]?.lead;
  if (!best) return null;
  const found = new Map<Stance, Statement>();
  for (const statement of statements) {
    const { lead } = statement;
    const stance = stanceTo(question, lead);
    const sameSource = [...found.values()].some((other) => originOf(other.lead, dossier) === originOf(lead, dossier));
    if (!found.has(stance) && !sameSource && !isAboutOthers(question, lead) && aboutTheSame(question, best, lead))
      found.set(stance, statement);
  }
  return found.size > 1 && found.has('asserts') ? found : null;
}

/**
 * Whether a sentence accounts for the predicate and the names as the best does, or for all terms of a question without
 * a predicate: denying that a phone was hacked is not denying that it was changed.
 */
function aboutTheSame({ terms, predicate }: Question, best: Candidate, other: Candidate): boolean {
  const { missing } = settings.abstention;
  return terms.every(
    (term, index) =>
      (predicate && term !== predicate && !term.name) ||
      (best.coverage.perTerm[index] ?? 0) < missing ||
      (other.coverage.perTerm[index] ?? 0) >= missing,
  );
}
