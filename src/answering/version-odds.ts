import weights from './answer-weights.json' with { type: 'json' };
import { valuesConflict } from './other-version.ts';
import type { Question } from './question.ts';
import type { QuestionKind } from './question-kind.ts';
import type { Candidate } from './ranking.ts';
import { stanceOf, stanceTo } from './stance.ts';
import { weightedSum } from './weighted-sum.ts';

export type VersionSignal = keyof typeof weights.version.weights;
/** What speaks for a sentence telling another version of the point than the best one. */
export type VersionSignals = Readonly<Record<VersionSignal, number>>;

/** Log-odds that count for a sentence that was not read where the best was: it was too unlikely to be. */
const unread = -7;

const kindsOfNumber: ReadonlySet<QuestionKind> = new Set(['how-many', 'how-old']);
const kindsOfName: ReadonlySet<QuestionKind> = new Set(['who', 'where', 'which']);

/** @param alike cosine of both sentences */
export function versionSignals(question: Question, best: Candidate, other: Candidate, alike: number): VersionSignals {
  const { kind } = question;
  const is = (condition: boolean) => (condition ? 1 : 0);
  const reads = (candidate: Candidate) => candidate.reading?.answers ?? (best.reading ? unread : 0);
  const differs = best.values.length > 0 && other.values.length > 0 && valuesConflict(question, best, other);
  const written = ({ text, article }: Candidate) => stanceOf(text, article.language, question.terms);
  return {
    reads: reads(other),
    readsBest: reads(best),
    readsLeast: Math.min(reads(best), reads(other)),
    unread: is(best.reading !== undefined && other.reading === undefined),
    alike,
    alikeToQuestion: other.signals.alike,
    coverage: other.coverage.total,
    names: Math.min(1, ...question.terms.map(({ name, inherited }, at) => namedIn(other, at, name && !inherited))),
    sameLanguage: is(best.article.language === other.article.language),
    otherNumber: is(differs && kindsOfNumber.has(kind)),
    otherDate: is(differs && kind === 'when'),
    otherName: is(differs && kindsOfName.has(kind)),
    otherStance: is(kind === 'yes-no' && stanceTo(question, best) !== stanceTo(question, other)),
    otherWording: is(kind === 'yes-no' && written(best) !== written(other)),
    sides: is(question.alternatives !== undefined),
    otherTeller: is(question.whoTold),
  };
}

const namedIn = ({ coverage }: Candidate, term: number, counts: unknown) =>
  counts ? (coverage.perTerm[term] ?? 0) : 1;

/** Log-odds that a sentence which differs from the best tells another version of the point. */
export function versionOdds(question: Question, best: Candidate, other: Candidate, alike: number): number {
  const { bias, weights: weightOf } = weights.version;
  return bias + weightedSum(versionSignals(question, best, other, alike), weightOf);
}
