import type { AbstentionReason } from '../types.ts';
import type { Question, QuestionTerm } from './question.ts';
import type { Candidate } from './ranking.ts';

export interface Abstention {
  readonly reason: AbstentionReason;
  /** Words of the question that nothing near the best sentences covers, as typed. */
  readonly missing: readonly string[];
}

/** Chosen on the dev half of evaluation/questions.jsonl. */
const thresholds = {
  /** Least share of the question that the best sentence and its surroundings must account for. */
  coverage: 0.5,
  /** A term this close to the heaviest one is a key term … */
  keyTerm: 0.75,
  /** … and must be covered at least this far. */
  keyStrength: 0.3,
  /** Below this best coverage the question is about something else altogether. */
  offTopic: 0.25,
};

/** Decides whether the file tells; null when the best candidates answer. */
export function abstains(question: Question, ranked: readonly Candidate[]): Abstention | null {
  const own = question.terms.filter(({ inherited }) => !inherited);
  if (question.terms.length === 0) return { reason: 'off-topic', missing: [] };
  const best = ranked[0];
  if (!best) return { reason: 'not-in-file', missing: own.map(({ word }) => word) };

  const missing = uncovered(question, own, best);
  if (question.unknownNames.some((name) => missing.includes(name))) return { reason: 'not-in-file', missing };
  if (best.coverage.total < thresholds.offTopic && question.names.length === 0)
    return { reason: 'off-topic', missing: [] };
  if (best.coverage.total < thresholds.coverage || missing.length > 0) {
    const premise = question.kind === 'why' || question.kind === 'when' || question.kind === 'how';
    return { reason: premise && question.names.length > 0 ? 'false-premise' : 'not-in-file', missing };
  }
  return null;
}

/** Key terms that the best sentence and its surroundings leave out. */
function uncovered(question: Question, own: readonly QuestionTerm[], best: Candidate): string[] {
  const heaviest = Math.max(0, ...own.map(({ weight }) => weight));
  return own
    .filter((term) => {
      const strength = best.coverage.perTerm[question.terms.indexOf(term)] ?? 0;
      return term.weight >= thresholds.keyTerm * heaviest && strength < thresholds.keyStrength;
    })
    .map(({ word }) => word);
}
