import { fold } from '../text/fold.ts';
import type { NameEntry, Turn } from '../types.ts';
import { analyseQuestion, type Question, type QuestionTerm, type QuestionTools, widened } from './question.ts';

/** Openings that continue a conversation: "Et son homologue ?", "And when?", "What about Gantz?" */
const continues =
  /^(?:et|and|mais|but|puis|then|alors|so|also|aussi|sinon|ok|oui|yes|non|no)\b|^(?:what|how) about\b|^(?:qu'en est-il|quid)\b/;
/** Pronouns and determiners that point back to something said before. */
const pointsBack =
  /\b(?:il|ils|elle|elles|lui|leur|leurs|son|sa|ses|eux|celui-ci|celle-ci|ceux-ci|ce dernier|cette derniere|ces derniers|y|en|cela|ca|he|she|him|her|his|hers|it|its|they|them|their|theirs|this|these|those|that one|the latter|there|l'a|l'ont|l'avait|les a)\b|-(?:il|elle|ils|elles|t-il|t-elle)\b/;
/** Inversions with the subject named ("Hulata a-t-il…") and impersonal turns point nowhere. */
const impersonal =
  /\b(?:y a-t-il|il y a|il faut|faut-il|s'agit-il|existe-t-il|is it|was it|is there|are there|was there|were there|how come)\b/g;

/** True when the question can only be understood with what was said before. */
export function dependsOnContext(question: Question): boolean {
  const folded = fold(question.text).replace(/\s+/g, ' ').trim();
  const withoutImpersonal = withoutOwnPossessives(folded.replace(impersonal, ' '), question);
  const ownNames = question.names.length + question.unknownNames.length;
  const ownTerms = question.terms.filter(({ name }) => !name).length;
  if (continues.test(folded)) return ownTerms + ownNames <= 4;
  // "Qui est X ?" is short and whole.
  if (question.kind === 'who' && question.names.length > 0 && ownTerms === 0) return false;
  if (ownTerms + ownNames <= 1) return true;
  const pointing = pointsBack.test(
    ownNames > 0 ? withoutImpersonal.replace(/-(?:t-)?(?:il|elle|ils|elles)\b/g, ' ') : withoutImpersonal,
  );
  return pointing && ownNames <= 1 && ownTerms <= 6;
}

const possessive = /\b(?:son|sa|ses|leur|leurs|his|her|its|their)\b/g;

/** "Did Macron change his phone?": what belongs to somebody named before it in the question points nowhere else. */
function withoutOwnPossessives(folded: string, { names }: Question): string {
  const words = names.flatMap(({ variants }) => variants.map((variant) => fold(variant)));
  const named = Math.min(...words.map((word) => folded.indexOf(word)).filter((at) => at >= 0));
  return folded.replace(possessive, (word, at: number) => (at > named ? ' ' : word));
}

/** Terms kept from earlier turns at most, heaviest first. */
const inheritedTerms = 6;

/**
 * Completes an elliptic question by the names and terms of the turns before it. A question that stands by itself is
 * returned as it is: a new subject resets the conversation.
 */
export function resolveFollowUp(question: Question, turns: readonly Turn[], tools: QuestionTools): Question {
  const last = turns.at(-1);
  if (!last || !dependsOnContext(question)) return question;
  const before = analyseQuestion(last.standalone, tools);
  const own = new Set(question.names.map(({ id }) => id));
  const remembered: NameEntry[] = [];
  for (const id of last.nameIds) {
    const entry = tools.names.get(id);
    if (entry && !own.has(id)) remembered.push(entry);
  }
  const inherited: QuestionTerm[] = [...before.terms]
    .filter((term) => !question.terms.some((ownTerm) => ownTerm.word === term.word))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, inheritedTerms)
    .map((term) => ({ ...term, inherited: true }));
  const known = new Set(inherited.map(({ name }) => name?.id));
  for (const entry of remembered.slice(0, 2)) {
    if (known.has(entry.id)) continue;
    const [term] = analyseQuestion(entry.canonical, tools).terms;
    if (term) inherited.push({ ...term, inherited: true });
  }
  return {
    ...question,
    searched: [question.searched, ...inherited.map(({ word, name }) => name?.canonical ?? word)].join(' '),
    widened: [question.widened, widened(inherited)].join(' '),
    terms: [...question.terms, ...inherited],
    names: [...question.names, ...inherited.flatMap(({ name }) => (name && !own.has(name.id) ? [name] : []))],
  };
}

/** The question in words that stand alone: what is searched, and what the next turn builds on. */
export function standaloneText(question: Question): string {
  const inherited = question.terms.filter((term) => term.inherited).map(({ word, name }) => name?.canonical ?? word);
  return inherited.length > 0 ? `${question.text} ${inherited.join(' ')}` : question.text;
}
