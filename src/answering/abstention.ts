import type { AbstentionReason } from '../types.ts';
import { asksAboutNames } from './introduction.ts';
import type { Question } from './question.ts';
import type { QuestionKind } from './question-kind.ts';
import { isKindWord } from './question-words.ts';
import type { Candidate } from './ranking.ts';
import { settings } from './settings.ts';

export interface Abstention {
  readonly reason: AbstentionReason;
  /** Words of the question that nothing near the best sentences covers, as typed. */
  readonly missing: readonly string[];
}

/** Decides whether the file tells; null when the best candidates answer. */
export function abstains(question: Question, ranked: readonly Candidate[]): Abstention | null {
  const { offTopic, missing: missingBelow, unknownName, threshold } = settings.abstention;
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
  if (asksAboutNames(question)) {
    return question.terms.every((_, index) => strength(index) >= missingBelow)
      ? null
      : { reason: 'not-in-file', missing };
  }
  const deciding = decidingCandidate(question, ranked);
  if (deciding && confidence(question, deciding, ranked) > threshold) return null;
  const premise = question.kind === 'why' || question.kind === 'when' || question.kind === 'how';
  return {
    reason: premise && question.names.length > 0 && missing.length > 0 ? 'false-premise' : 'not-in-file',
    missing,
  };
}

/**
 * The candidate that must convince: the best one, or for questions that only a value answers, the best one with such a
 * value; undefined when none of the first has it, or when none speaks of the names that the question is about.
 */
export function decidingCandidate(question: Question, ranked: readonly Candidate[]): Candidate | undefined {
  const { valueAmong } = settings.abstention;
  const fit = neededFit(question);
  return ranked
    .slice(0, valueAmong)
    .find(
      (candidate) =>
        (fit === 0 || candidate.values.some((value) => value.fit >= fit)) && tellsOfNames(question, candidate),
    );
}

/**
 * Questions that take something for granted, or ask for a number, are answered only where the telling names of the
 * question stand in the sentence or next to it: another person's resignation explains nothing.
 */
function tellsOfNames({ kind, counted, terms }: Question, { coverage }: Candidate): boolean {
  const { rareName, nameNear } = settings.abstention;
  return (
    !presumingKinds.has(kind) ||
    terms.every(({ name, weight, inherited }, index) => {
      const telling = name && !inherited && weight >= rareName && (counted || name.kind === 'person');
      return !telling || (coverage.perTerm[index] ?? 0) >= nameNear;
    })
  );
}

/** How well a value must fit for the question to be answered at all; 0 when sentences without one may answer. */
function neededFit(question: Question): number {
  const { valueFit } = settings.abstention;
  switch (question.kind) {
    case 'how-old':
      return valueFit;
    case 'how-many':
      return question.counted || question.ofMoney ? valueFit : Number.MIN_VALUE;
    case 'when':
      return Number.MIN_VALUE;
    case 'who':
      return question.nameWanted ? valueFit : 0;
    default:
      return 0;
  }
}

const presumingKinds: ReadonlySet<QuestionKind> = new Set(['why', 'when', 'who', 'how-many', 'how-old']);

function isMissing(index: number, ranked: readonly Candidate[]): boolean {
  const { missingAmong, unaccounted } = settings.abstention;
  return ranked.slice(0, missingAmong).every(({ coverage }) => (coverage.perTerm[index] ?? 0) < unaccounted);
}

/** What speaks for a candidate: the inputs of the logistic regression. */
export function signals(question: Question, { coverage, similarity }: Candidate, ranked: readonly Candidate[]) {
  let evidence = 0;
  let missing = 0;
  // "Why was she dismissed?" takes the dismissal for granted; "Was she dismissed?" does not.
  const presumes = presumingKinds.has(question.kind) ? settings.abstention.presumed : 1;
  const words = { weight: 0, near: 0 };
  for (const [index, { name, word, weight, synonyms, specificity, inherited }] of question.terms.entries()) {
    const near = coverage.perTerm[index] ?? 0;
    evidence += weight * near;
    if (name) {
      if (!inherited && weight >= settings.abstention.rareName && isMissing(index, ranked)) missing += presumes;
    } else {
      if (synonyms.size > 0 && !inherited && !isKindWord(word) && isMissing(index, ranked))
        missing += presumes * specificity;
      words.weight += weight;
      words.near += weight * near;
    }
  }
  return {
    evidence,
    /** Telling words that none of the best sentences accounts for though their synonyms are known. */
    missing,
    coverage: coverage.total,
    similarity,
    /** Share of the terms that are no names, surroundings included. */
    words: words.weight > 0 ? words.near / words.weight : 0,
    /** The question is about nothing but names. */
    onlyNames: words.weight > 0 ? 0 : 1,
  };
}

/** Log-odds that the candidate answers. */
function confidence(question: Question, candidate: Candidate, ranked: readonly Candidate[]): number {
  const { bias, weights } = settings.abstention;
  const found = signals(question, candidate, ranked);
  let sum: number = bias;
  for (const name of Object.keys(weights) as (keyof typeof weights)[]) sum += weights[name] * found[name];
  return sum;
}
