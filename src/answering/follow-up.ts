import { findDates } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { words } from '../text/terms.ts';
import type { NameEntry, NameKind, Span, Turn } from '../types.ts';
import { pointsBack, pointsToPerson, withoutOwnPronouns } from './pronouns.ts';
import { analyseQuestion, type Question, type QuestionTerm, type QuestionTools, widened } from './question.ts';
import { isCalendarWord, isKindWord } from './question-words.ts';

/** Openings that continue a conversation: "Et son homologue ?", "And when?", "What about Gantz?" */
const continues =
  /^(?:(?:et|and|mais|but|puis|then|alors|so|also|aussi|sinon|ok|oui|yes|non|no)\b[\s,]*|(?:what|how) about\b\s*|(?:qu'en est-il|quid)\b\s*)+/;
/** What no whole question but a piece of one begins with: "À Paris ?", "Avec Tellier ?", "Was it Tellier?" */
const piece =
  /^(?:a|au|aux|en|dans|chez|avec|sans|par|pour|contre|de|d'|du|sur|sous|vers|depuis|avant|apres|entre|selon|at|in|on|with|without|by|for|against|of|from|to|under|before|after|since|between|until|est-ce(?! que)|c'est|c'etait|is it|was it)(?:\s|(?<='))/;
const interrogative = /\b(?:qui|que|quoi|quel\p{L}*|lequel|laquelle|who\p{L}*|what|which)\b|\bqu'/u;
/** A noun with its determiner; "à" and "a" fold to the same letters, so that "a" is none. */
const nounPhrase =
  /(?:\b(?:le|la|les|un|une|des|du|au|aux|ce|cet|cette|quel|quelle|the|an|this|which)\s+|\bl')\p{L}{3,}/u;

const foldedText = ({ text }: Question) => fold(text).replace(/\s+/g, ' ').trim();
const namesIn = ({ names, unknownNames }: Question) => names.length + unknownNames.length;

/** True when the question can only be understood with what was said before. */
export function dependsOnContext(question: Question): boolean {
  const folded = foldedText(question);
  const ownNames = namesIn(question);
  const ownWords = question.terms.filter(({ name, word }) => !name && !question.unknownNames.includes(word));
  if (continues.test(folded)) return ownWords.length + ownNames <= 4;
  // "Qui est X ?" is short and whole.
  if (question.kind === 'who' && question.names.length > 0 && ownWords.length === 0) return false;
  const rest = withoutOwnPronouns(folded, question);
  // A name that stands behind "he" does not say who he is.
  if (pointsBack.test(rest) && ownNames <= (pointsToPerson.test(rest) ? 2 : 1) && ownWords.length <= 6) return true;
  if (ownNames > 0) return ownWords.length === 0 && piece.test(folded) && !interrogative.test(folded);
  if (ownWords.length > 1 && ownWords.some(({ word }) => !isKindWord(word))) return false;
  return !(question.predicate && nounPhrase.test(folded));
}

/** A name, though the file knows it not. */
const capitalInside = /[\p{L}\p{N},;:]\s+(?:\p{L}['’])?\p{Lu}\p{Ll}/u;

/** True when nobody says whom or what a question is about: "Where did they meet?", "Pourquoi ?", with nothing before it. */
export function lacksAntecedent(question: Question): boolean {
  if (namesIn(question) > 0 || question.terms.some(({ inherited }) => inherited)) return false;
  if (capitalInside.test(question.text)) return false;
  if (question.terms.length === 0) return words(question.text).length > 0;
  const rest = withoutOwnPronouns(foldedText(question), question);
  const at = pointsToPerson.exec(rest)?.index;
  return (
    at !== undefined &&
    !nounPhrase.test(rest.slice(0, at)) &&
    question.terms.filter(({ word }) => !isKindWord(word)).length <= 2
  );
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
  const swapped = swappedIn(question, before, tools);
  if (swapped !== undefined) return analyseQuestion(swapped, tools, question.language);
  const own = new Set(question.names.map(({ id }) => id));
  const replaced = kindsReplaced(question);
  const datesAnew = question.terms.some(({ word }) => isCalendarWord(word));
  const stays = (entry: NameEntry) => !own.has(entry.id) && !replaced.has(entry.kind);
  const remembered: NameEntry[] = [];
  for (const id of last.nameIds) {
    const entry = tools.names.get(id);
    if (entry && stays(entry)) remembered.push(entry);
  }
  const inherited: QuestionTerm[] = [...before.terms]
    .filter((term) => !question.terms.some((ownTerm) => ownTerm.word === term.word))
    .filter(({ name, word }) => (name ? stays(name) : !(datesAnew && isCalendarWord(word))))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, inheritedTerms)
    .map((term) => ({ ...term, typed: undefined, inherited: true }));
  const known = new Set(inherited.map(({ name }) => name?.id));
  for (const entry of remembered.slice(0, 2)) {
    if (known.has(entry.id)) continue;
    const [term] = analyseQuestion(entry.canonical, tools).terms;
    if (term) inherited.push({ ...term, typed: undefined, inherited: true });
  }
  return {
    ...question,
    searched: [question.searched, ...inherited.map(({ word, name }) => name?.canonical ?? word)].join(' '),
    widened: [question.widened, widened(inherited)].join(' '),
    terms: [...question.terms, ...inherited],
    names: [...question.names, ...inherited.flatMap(({ name }) => (name && !own.has(name.id) ? [name] : []))],
  };
}

/** Kinds of names of which a follow-up has its own: "Et à Londres ?" is about Paris no more. */
function kindsReplaced(question: Question): ReadonlySet<NameKind> {
  const folded = foldedText(question);
  const kinds = question.names.map(({ kind }) => kind);
  // Beside "he" another person may be named; another place takes the place of the first.
  const anew = continues.test(folded) && !pointsBack.test(withoutOwnPronouns(folded, question));
  return new Set(anew ? kinds : kinds.filter((kind) => kind === 'place'));
}

/**
 * The question before with what "Et Tellier ?", "And in 2022?" puts in the place of what is of the same kind in it; a date is
 * added where it had none. Undefined where the follow-up says more than that, or nothing of its kind was said.
 */
function swappedIn(question: Question, before: Question, tools: QuestionTools): string | undefined {
  const folded = foldedText(question);
  const remnant = folded.replace(continues, '');
  if (remnant === folded || question.kind !== 'what' || interrogative.test(remnant)) return undefined;
  const dates = findDates(question.text, question.language, null);
  const isDated = (word: string) => words(question.text).some((one) => one.word === word && within(one, dates));
  if (question.terms.some(({ name, word }) => !name && !isDated(word))) return undefined;

  const changes: (Span & { readonly to: string })[] = [];
  const mentions = tools.names.find(before.text);
  for (const { entry, start, end } of tools.names.find(question.text)) {
    const taken = mentions.find(
      (mention) => mention.entry.kind === entry.kind && !changes.some((change) => change.start === mention.start),
    );
    if (!taken) return undefined;
    changes.push({ start: taken.start, end: taken.end, to: question.text.slice(start, end) });
  }
  const [date] = dates;
  if (date) {
    const end = before.text.replace(/[\s?!.]+$/, '').length;
    const to = question.text.slice(date.start, date.end);
    const [taken] = findDates(before.text, before.language, null);
    changes.push(taken ? { start: taken.start, end: taken.end, to } : { start: end, end, to: ` (${to})` });
  }
  if (changes.length === 0) return undefined;
  return changes
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, to }) => text.slice(0, start) + to + text.slice(end), before.text);
}

const within = ({ start, end }: Span, spans: readonly Span[]) =>
  spans.some((span) => start >= span.start && end <= span.end);

/** The question in words that stand alone: what is searched, and what the next turn builds on. */
export function standaloneText(question: Question): string {
  const inherited = question.terms.filter((term) => term.inherited).map(({ word, name }) => name?.canonical ?? word);
  return inherited.length > 0 ? `${question.text} ${inherited.join(' ')}` : question.text;
}
