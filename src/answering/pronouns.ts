import { fold } from '../text/fold.ts';
import { words } from '../text/terms.ts';
import type { Question, QuestionTerm } from './question.ts';

/** Pronouns and determiners that point back to something said before, in folded text. */
export const pointsBack =
  /\b(?:il|ils|elle|elles|lui|leur|leurs|son|sa|ses|eux|celui-ci|celle-ci|ceux-ci|ce dernier|cette derniere|ces derniers|y|cela|ca|he|she|him|her|his|hers|it|its|they|them|their|theirs|this|these|those|that one|the latter|there|l'a|l'ont|l'avait|les a)\b|-(?:il|elle|ils|elles|t-il|t-elle)\b|\b(?:qu'|[slmtn]'|ils? |elles? )en\b|\ben (?:a|ont|avai\p{L}+|est|sont|etai\p{L}+|dit|disent|pense\p{L}*|parle\p{L}*|fait|font)\b/u;
/** Those that point to persons, in the main. */
export const pointsToPerson =
  /\b(?:il|ils|elle|elles|lui|leur|leurs|son|sa|ses|eux|he|she|him|her|his|hers|they|them|their|theirs)\b/;

/** Turns whose "il" or "it" is nobody. */
const impersonal =
  /\b(?:y a-t-il|il y a|il faut|faut-il|s'agit-il|existe-t-il|s'est-il (?:passe|produit)|qu'est-il (?:arrive|advenu)|est-il (?:vrai|exact|possible)|(?:se passe|reste|manque|semble|suffit|arrive)-t-il|is it|was it|is there|are there|was there|were there|how come)\b/g;
const possessive = /\b(?:son|sa|ses|leur|leurs|his|her|its|their)\b/g;
const subjectPronoun = /(?<!-)\b(?:il|ils|elle|elles|he|she|they)\b/g;
/** "Tellier a-t-il", "le procureur ne s'est-il": the subject stands before the verb, only particles between. */
const inversion = /\s(?:(?:ne|se|lui|leur|y|en)\s|[nslmty]'){0,4}\p{L}+-(?:t-)?(?:il|elle|ils|elles)\b/gu;
/** "Quels pays avaient leurs numéros exclus": the possessor is what is asked for. */
const askedNoun =
  /\b(?:quels?|quelles?|which|what|combien de|combien d'|how many)\s?(?!(?:est|sont|etai\p{L}+|fut|furent|sera|ont|avai\p{L}+|is|are|was|were|did|does|has|have|had|will|would|can|could)\b)\p{L}{3,}/u;
/** What is looked at before the verb, to the last comma. */
const clauseBefore = /[\p{L}'" -]*$/u;
const determined =
  /(?:\b(?:le|la|les|un|une|des|ce|cet|cette|ces|son|sa|ses|leurs?|certaine?s|plusieurs|quelques)\s|\bl')[\p{L}']+(?: [\p{L}']+){0,4}\s*$/u;

/**
 * The folded question without the pronouns that it answers itself: "Did Macron change his phone?", "Tellier a-t-il vendu".
 * A name that stands behind the verb does not say who "il" is.
 */
export function withoutOwnPronouns(folded: string, question: Question): string {
  const text = folded.replace(impersonal, ' ');
  const named = Math.min(placeOfFirst(text, spellingsOf(question)), askedNoun.exec(text)?.index ?? Infinity);
  const agent = placeOfFirst(
    text,
    spellingsOf(question, ({ name }) => name?.kind !== 'place'),
  );
  return text
    .replace(inversion, (verb, at: number) => {
      const before = clauseBefore.exec(text.slice(Math.max(0, at - 120), at))?.[0] ?? '';
      // "Tellier à Paris : quand y est-il allé ?" opens with its subject.
      return agent === 0 || endsInSubject(before, question) ? verb.replace(/-[\p{L}-]+$/u, ' ') : verb;
    })
    .replace(possessive, (word, at: number) => (at > named ? ' ' : word))
    .replace(subjectPronoun, (word, at: number) => (at > agent ? ' ' : word));
}

/** Whether what stands before a verb ends in its subject: a name, or a noun with its determiner. */
function endsInSubject(before: string, question: Question): boolean {
  const last = words(before).at(-1)?.word;
  if (last === undefined) return false;
  const ofNames = spellingsOf(question).flatMap((spelling) => words(spelling).map(({ word }) => word));
  return ofNames.includes(last) || determined.test(before);
}

/** How names are spelt in the question or in the file, folded; a word with a capital may be one that the file lacks. */
function spellingsOf({ terms }: Question, wanted: (term: QuestionTerm) => boolean = () => true): string[] {
  return terms
    .filter((term) => wanted(term) && (term.name || /^\p{Lu}/u.test(term.typed ?? '')))
    .flatMap(({ name, typed }) => [...(name?.variants ?? []), ...(typed ? [typed] : [])].map(fold));
}

function placeOfFirst(text: string, spellings: readonly string[]): number {
  return Math.min(...spellings.map((spelling) => text.indexOf(spelling)).filter((at) => at >= 0), Infinity);
}
