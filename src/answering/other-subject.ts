import type { NameKind } from '../types.ts';
import type { Evidence, TextFacts } from './evidence.ts';
import type { Question, QuestionTerm } from './question.ts';

/**
 * Whether a sentence names somebody, or some place, but none of those asked about: what Rabat denies says nothing of
 * Paris. Never where such a name is what is asked for.
 */
export function speaksOfOthers(question: Question, { sentence }: Pick<Evidence, 'sentence'>, kind: NameKind): boolean {
  if (namesWanted[question.kind]?.includes(kind)) return false;
  const asked = question.terms.filter(({ name, inherited }) => name?.kind === kind && !inherited);
  if (asked.length === 0 || !sentence.names.some((name) => name.kind === kind)) return false;
  return !asked.some((term) => isNamed(term, sentence));
}

/** The same of places and persons alike. */
export const isAboutOthers = (question: Question, evidence: Pick<Evidence, 'sentence'>) =>
  speaksOfOthers(question, evidence, 'place') || speaksOfOthers(question, evidence, 'person');

const namesWanted: Partial<Record<Question['kind'], readonly NameKind[]>> = {
  who: ['person'],
  which: ['person', 'place'],
  where: ['place'],
};

/** By itself, or as the thesaurus has it: "French" and "Paris" for France. */
function isNamed({ name, synonyms }: QuestionTerm, { names, stems }: TextFacts): boolean {
  return (name !== undefined && names.includes(name)) || [...synonyms.keys()].some((stem) => stems.has(stem));
}
