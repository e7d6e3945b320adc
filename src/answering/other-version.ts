import { isAboutOthers } from './other-subject.ts';
import type { Question } from './question.ts';
import type { Candidate } from './ranking.ts';
import { settings } from './settings.ts';
import { stanceTo } from './stance.ts';

/** Whether another article gives another value, or takes another stance, than the best sentence: perhaps a version of the point. */
export function tellsOtherwise(question: Question, best: Candidate, other: Candidate): boolean {
  if (best.article.id === other.article.id) return false;
  if (question.kind === 'yes-no')
    return !isAboutOthers(question, other) && stanceTo(question, best) !== stanceTo(question, other);
  return best.values.length > 0 && other.values.length > 0 && valuesConflict(question, best, other);
}

/** Sentences not read yet that may tell another version of the point, likeliest first. */
export function perhapsOtherwise(question: Question, [best, ...others]: readonly Candidate[]): Candidate[] {
  const { among, read } = settings.versions;
  if (!best) return [];
  return others
    .slice(0, among)
    .filter((candidate) => candidate.reading === undefined && mayDiffer(question, best, candidate))
    .slice(0, read);
}

/** Of a question of yes or no, or of "A or B", any sentence may: what is written tells too little of how it answers. */
function mayDiffer(question: Question, best: Candidate, other: Candidate): boolean {
  if (question.kind !== 'yes-no' && !question.alternatives) return tellsOtherwise(question, best, other);
  return best.article.id !== other.article.id && !isAboutOthers(question, other);
}

/** Different best-fitting values; a date does not conflict with the month or year that holds it. */
export function valuesConflict(question: Question, first: Candidate, second: Candidate): boolean {
  const [a, b] = [bestValues(first), bestValues(second)];
  if (a[0]?.type !== b[0]?.type) return false;
  // One time of day is written in many ways: "18 h 15", "6.15 p.m.", "in the evening".
  if (a[0]?.type === 'time') return false;
  if (question.kind === 'how-many' && [a[0], b[0]].some((value) => (value?.fit ?? 0) < settings.divergence.numberFit))
    return false;
  if (question.kind === 'which' && !question.whoTold) {
    const { sharedInLists } = settings.divergence;
    const shared = a.filter(({ key }) => b.some((other) => other.key === key)).length;
    return shared >= sharedInLists && shared < Math.max(a.length, b.length);
  }
  return a.every(({ key }) => b.every((other) => !other.key.startsWith(key) && !key.startsWith(other.key)));
}

/** The values that fit best; degrees only where there is no number that fits. */
function bestValues({ values }: Candidate): Candidate['values'] {
  const top = Math.max(...values.map(({ fit }) => fit));
  return values.filter(({ fit }) => fit === top);
}
