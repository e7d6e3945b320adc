import type { AbstentionReason } from '../types.ts';
import type { Question } from './question.ts';
import type { Candidate } from './ranking.ts';
import { settings } from './settings.ts';

export interface Abstention {
  readonly reason: AbstentionReason;
  /** Words of the question that nothing near the best sentences covers, as typed. */
  readonly missing: readonly string[];
}

/** Decides whether the file tells; null when the best candidates answer. */
export function abstains(question: Question, ranked: readonly Candidate[]): Abstention | null {
  const { offTopic, missing: missingBelow, unknownName } = settings.abstention;
  if (question.terms.length === 0) return { reason: 'off-topic', missing: [] };
  const best = ranked[0];
  if (!best) return { reason: 'not-in-file', missing: [] };

  const strength = (index: number) => best.coverage.perTerm[index] ?? 0;
  const missing = question.terms
    .filter((term, index) => !term.inherited && strength(index) < missingBelow)
    .map(({ word }) => word);
  const strange = question.terms.some(
    ({ word }, index) => question.unknownNames.includes(word) && strength(index) < unknownName,
  );
  if (strange) return { reason: 'not-in-file', missing };
  if (best.coverage.total < offTopic && question.names.length === 0) return { reason: 'off-topic', missing: [] };
  if (confidence(question, best) > 0 && holdsValue(question, ranked)) return null;
  const premise = question.kind === 'why' || question.kind === 'when' || question.kind === 'how';
  return {
    reason: premise && question.names.length > 0 && missing.length > 0 ? 'false-premise' : 'not-in-file',
    missing,
  };
}

/** Log-odds that the best sentence answers. */
function confidence(question: Question, { coverage, similarity }: Candidate): number {
  const weights = settings.abstention;
  const evidence = question.terms.reduce((sum, { weight }, index) => sum + weight * (coverage.perTerm[index] ?? 0), 0);
  return (
    weights.bias + weights.evidence * evidence + weights.coverage * coverage.total + weights.similarity * similarity
  );
}

/** Kinds that only a value answers; the value must stand in one of the best sentences. */
function holdsValue(question: Question, ranked: readonly Candidate[]): boolean {
  const { valueAmong, valueFit } = settings.abstention;
  const strict = question.counted !== undefined || question.kind === 'how-old';
  const needed = strict || ['how-many', 'when'].includes(question.kind);
  if (!needed) return true;
  return ranked.slice(0, valueAmong).some(({ values }) => values.some(({ fit }) => fit >= (strict ? valueFit : 0)));
}
