import type { Dossier } from '../types.ts';
import { originOf } from './attribution.ts';
import type { Question } from './question.ts';
import type { Candidate } from './ranking.ts';
import { settings } from './settings.ts';
import { type Stance, stanceOf } from './stance.ts';
import { contentOverlap, type Statement } from './statements.ts';
import type { TextVectors } from './text-vectors.ts';

export interface Divergence {
  /** `values`: sources give different values; `stance`: some assert, others deny or do not know. */
  readonly by: 'values' | 'stance';
  /** One statement a version, best first. */
  readonly versions: readonly Statement[];
}

const { nearlyAsGood, samePoint, mostVersions } = settings.divergence;

/** Finds the versions of the point asked among statements given best first; null when the sources agree. */
export function findDivergence(
  question: Question,
  statements: readonly Statement[],
  vectors: TextVectors,
  dossier: Dossier,
): Divergence | null {
  const best = statements[0];
  if (!best) return null;
  const strong = statements.filter(
    ({ lead }) =>
      lead.score >= nearlyAsGood * best.lead.score &&
      lead.coverage.total >= nearlyAsGood * best.lead.coverage.total &&
      lead.coverage.inSentence >= 0.6 * best.lead.coverage.inSentence,
  );
  return byStance(question, strong, vectors, dossier) ?? byValues(question, strong, vectors, dossier);
}

function byValues(
  question: Question,
  strong: readonly Statement[],
  vectors: TextVectors,
  dossier: Dossier,
): Divergence | null {
  if (!['who', 'when', 'where', 'how-many', 'which'].includes(question.kind)) return null;
  const versions: Statement[] = [];
  for (const statement of strong) {
    if (versions.length === mostVersions) break;
    const { lead } = statement;
    if (lead.values.length === 0) continue;
    const differs = versions.every(
      (other) =>
        originOf(other.lead, dossier) !== originOf(lead, dossier) &&
        valuesConflict(question, other.lead, lead) &&
        contentOverlap(lead.sentence, other.lead.sentence, vectors) >= samePoint,
    );
    if (differs) versions.push(statement);
  }
  return versions.length > 1 ? { by: 'values', versions } : null;
}

/** Different best-fitting values; a date does not conflict with the month or year that holds it. */
function valuesConflict(question: Question, first: Candidate, second: Candidate): boolean {
  const bestKeys = ({ values }: Candidate) => {
    const top = Math.max(...values.map(({ fit }) => fit));
    return values.filter(({ fit }) => fit === top);
  };
  const [a, b] = [bestKeys(first), bestKeys(second)];
  if (a[0]?.type !== b[0]?.type) return false;
  if (question.kind === 'which') {
    const [keysA, keysB] = [new Set(a.map(({ key }) => key)), new Set(b.map(({ key }) => key))];
    const shared = [...keysA].filter((key) => keysB.has(key)).length;
    return shared > 0 && shared < Math.max(keysA.size, keysB.size);
  }
  return a.every(({ key }) => b.every((other) => !other.key.startsWith(key) && !key.startsWith(other.key)));
}

function byStance(
  question: Question,
  strong: readonly Statement[],
  vectors: TextVectors,
  dossier: Dossier,
): Divergence | null {
  const best = strong[0];
  if (!best || !['yes-no', 'what', 'which', 'how-many', 'who'].includes(question.kind)) return null;
  const byStance = new Map<Stance, Statement>();
  for (const statement of strong) {
    const stance = stanceOf(statement.lead.text);
    if (byStance.has(stance)) continue;
    const others = [...byStance.values()];
    if (
      question.kind !== 'yes-no' &&
      others.some((other) => contentOverlap(statement.lead.sentence, other.lead.sentence, vectors) < samePoint)
    )
      continue;
    if (
      others.some(
        (other) =>
          originOf(other.lead, dossier) === originOf(statement.lead, dossier) &&
          other.lead.article.id !== statement.lead.article.id,
      )
    )
      continue;
    byStance.set(stance, statement);
  }
  if (byStance.size < 2 || !byStance.has('asserts')) return null;
  return { by: 'stance', versions: [...byStance.values()] };
}
