import type { AbstentionReason } from '../types.ts';
import type { Question } from './question.ts';
import type { QuestionKind } from './question-kind.ts';
import type { Candidate } from './ranking.ts';
import { settings } from './settings.ts';

export interface Abstention {
  readonly reason: AbstentionReason;
  /** Words of the question that nothing near the best sentences covers, as typed. */
  readonly missing: readonly string[];
}

/** Kinds that only a value answers: a figure, an age. */
const needsValue: ReadonlySet<QuestionKind> = new Set(['how-many', 'how-old', 'when']);

/** Decides whether the file tells; null when the best candidates answer. */
export function abstains(question: Question, ranked: readonly Candidate[]): Abstention | null {
  const { coverage, score, offTopic, unknownName } = settings.abstention;
  if (question.terms.length === 0) return { reason: 'off-topic', missing: [] };
  const best = ranked[0];
  if (!best) return { reason: 'not-in-file', missing: [] };

  const missing = question.terms
    .filter(
      (term, index) => !term.inherited && (best.coverage.perTerm[index] ?? 0) < settings.coverage.wordInSurroundings,
    )
    .map(({ word }) => word);
  const strange = question.terms.some(
    ({ word }, index) => question.unknownNames.includes(word) && (best.coverage.perTerm[index] ?? 0) < unknownName,
  );
  if (strange) return { reason: 'not-in-file', missing };
  if (best.coverage.total < offTopic && question.names.length === 0) return { reason: 'off-topic', missing: [] };
  const hasValue = !needsValue.has(question.kind) || ranked.slice(0, 5).some(({ values }) => values.length > 0);
  if (best.coverage.total >= coverage && best.score >= score && hasValue) return null;
  const premise = question.kind === 'why' || question.kind === 'when' || question.kind === 'how';
  return {
    reason: premise && question.names.length > 0 && missing.length > 0 ? 'false-premise' : 'not-in-file',
    missing,
  };
}
