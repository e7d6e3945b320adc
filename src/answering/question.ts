import { commonRank } from '../text/common-words.ts';
import { fold } from '../text/fold.ts';
import { detectLanguage } from '../text/language.ts';
import { stems, stopwords, words } from '../text/terms.ts';
import { phrasesIn, placeStems, synonymStems, synonyms } from '../text/thesaurus.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Language, NameEntry, NameIndex, NameMention } from '../types.ts';
import { asksForSeveral } from './enumeration.ts';
import { predicateOf } from './predicate.ts';
import { asksForName, type QuestionKind, questionKind } from './question-kind.ts';
import { withoutTag } from './question-tag.ts';
import { isCalendarWord, isKindWord, isMisspeltQuestionWord, isQuestionWord } from './question-words.ts';
import { settings } from './settings.ts';
import { asksWhoTold } from './who-told.ts';

/** One thing that a question is about; an answering sentence must account for the heavy ones. */
export interface QuestionTerm {
  /** As typed, folded; of a name its main spelling, folded. */
  readonly word: string;
  /** As typed, to be shown; absent where the term was not typed as such. */
  readonly typed?: string | undefined;
  readonly stems: readonly string[];
  /** Words of the file that a misspelt word may have meant. */
  readonly corrections: readonly string[];
  /** Stems of near-synonyms in both languages, each with the number of meanings among which it is one. */
  readonly synonyms: ReadonlyMap<string, number>;
  /** Groups of the thesaurus with a set phrase that the word is part of: "fil" in "coup de fil". */
  readonly phrases: readonly number[];
  /** Set when the term is a name of the file. */
  readonly name?: NameEntry | undefined;
  /** In [0, 1]: 0 for the commonest words of general language, 1 for rare ones and names. */
  readonly specificity: number;
  /** Inverse document frequency, ≥ 0, less for common words. */
  readonly weight: number;
  /** Brought over from an earlier turn of the conversation: helps to find, but need not be covered. */
  readonly inherited: boolean;
}

export interface Question {
  readonly text: string;
  /** The text with names in their main spelling and misspelt words mended, earlier turns' terms added: what is searched. */
  readonly searched: string;
  /** The same with every term's near-synonyms in both languages: finds what the other language says. */
  readonly widened: string;
  readonly language: Language;
  readonly kind: QuestionKind;
  readonly terms: readonly QuestionTerm[];
  readonly names: readonly NameEntry[];
  /** The two sides of "was it A or B?", as terms that only one side holds. */
  readonly alternatives?: readonly [readonly QuestionTerm[], readonly QuestionTerm[]] | undefined;
  /** Capitalised words in mid-sentence that the file never uses, folded: names that it does not know. */
  readonly unknownNames: readonly string[];
  /** "How much" is about money: paid, worth, cost. */
  readonly ofMoney: boolean;
  /** Only a name answers: "what is the name of", "comment s'appelle". */
  readonly nameWanted: boolean;
  /** Whether outlets answer: who told the story rather than who acted in it. */
  readonly whoTold: boolean;
  /** A list answers. */
  readonly asksForSeveral: boolean;
  /** What is said to be done: "sue" of "Why did X sue Y?" */
  readonly predicate?: QuestionTerm | undefined;
  /** What is counted: "phones" of "How many phones …?" */
  readonly counted?: QuestionTerm | undefined;
}

export interface QuestionTools {
  readonly names: NameIndex;
  readonly vocabulary: Vocabulary;
}

/** Reads a question: its language, its kind, the names and terms it is about. */
export function analyseQuestion(typed: string, tools: QuestionTools, language = detectLanguage(typed)): Question {
  const whole = withoutPreamble(withoutMarkup(typed), tools.names);
  const text = withoutTag(whole);
  const mentions = tools.names.find(text);
  const terms: QuestionTerm[] = [];
  const names: NameEntry[] = [];
  const unknownNames: string[] = [];
  const nameWords = (entry: NameEntry) => [
    ...new Set(entry.variants.flatMap((variant) => words(variant).map(({ word }) => word))),
  ];

  for (const { entry, ...mention } of mentions) {
    if (names.some(({ id }) => id === entry.id)) continue;
    names.push(entry);
    const spellings = nameWords(entry);
    const rarest = Math.max(
      ...spellings
        .filter((word) => tools.vocabulary.has(word))
        .map((word) => tools.vocabulary.inverseFrequency(stems(word))),
      0,
    );
    // A name is as telling as its commonest part would make it at least: "Macron" stands nearly everywhere.
    const commonest = Math.min(
      ...spellings.filter((word) => word.length > 2).map((word) => tools.vocabulary.inverseFrequency(stems(word))),
      rarest,
    );
    terms.push({
      word: fold(entry.canonical),
      typed: text.slice(mention.start, mention.end),
      stems: spellings.flatMap(stems),
      corrections: [],
      // "Washington" is the United States, "Rabat" Morocco.
      synonyms: entry.kind === 'place' ? placeStems(words(entry.canonical).map(({ word }) => word)) : new Map(),
      phrases: [],
      name: entry,
      specificity: 1,
      weight: Math.max(0.5, (commonest + rarest) / 2),
      inherited: false,
    });
  }

  const textWords = words(text);
  const phraseMentions = phrasesIn(textWords);
  for (const { word, start, end } of textWords) {
    if (mentions.some((mention) => start < mention.end && end > mention.start)) continue;
    if (word.length < 2 || stopwords.has(word) || isQuestionWord(word)) continue;
    if (terms.some((term) => term.word === word)) continue;
    const wordStems = stems(word);
    const known = tools.vocabulary.textsWith(wordStems) > 0;
    if (!known && isMisspeltQuestionWord(word)) continue;
    // A word of general language is spelt right, whether or not the file uses it.
    const corrections =
      known || commonRank(word) !== undefined || synonymStems([word]).size > 0
        ? []
        : [...withoutElision(word, tools.vocabulary), ...tools.vocabulary.corrections(word)];
    const shown = text.slice(start, end);
    const capitalised = /^\p{Lu}/u.test(shown) && start > 0 && !/[.!?:«"]\s*$/.test(text.slice(0, start));
    if (!known && corrections.length === 0 && capitalised) unknownNames.push(word);
    const weight = wordWeight(word, corrections[0], tools.vocabulary);
    const phrases = phraseMentions
      .filter((phrase) => start >= phrase.start && end <= phrase.end)
      .map(({ group }) => group);
    terms.push({
      word,
      typed: shown.replace(/['’]s$/i, ''),
      stems: wordStems,
      corrections,
      // "Spanish" tells of Spain, in either language.
      synonyms: new Map([...synonymStems([word, ...corrections], phrases), ...placeStems([word])]),
      phrases,
      specificity: specificity(word),
      weight,
      inherited: false,
    });
  }
  const found = questionKind(text);
  // "Espionné pour de bon ou pas ?" is asked by its tag alone.
  const kind = text !== whole && found === 'what' ? 'yes-no' : found;
  const predicate = predicateOf(
    text,
    terms.filter(({ name }) => !name).map(({ word }) => word),
  );
  return {
    text,
    alternatives: alternativesOf(text, terms),
    ofMoney: kind === 'how-many' && terms.some(({ synonyms: near }) => moneyStems.some((stem) => near.has(stem))),
    nameWanted: asksForName(text),
    whoTold: asksWhoTold({ kind, text }),
    asksForSeveral: asksForSeveral(text, kind),
    predicate: terms.find(({ name, word }) => !name && word === predicate),
    counted: kind === 'how-many' ? countedTerm(text, terms) : undefined,
    searched: mended(text, mentions, terms),
    widened: widened(terms),
    language,
    kind,
    terms,
    names,
    unknownNames,
  };
}

/** Any spelling of a name, and a word one slip off, must lead to the same passages. */
function mended(text: string, mentions: readonly NameMention[], terms: readonly QuestionTerm[]): string {
  const changes = mentions.map(({ start, end, entry }) => ({ start, end, to: entry.canonical }));
  for (const { word, start, end } of words(text)) {
    const correction = terms.find((term) => term.word === word)?.corrections[0];
    if (correction && !changes.some((change) => start < change.end && end > change.start))
      changes.push({ start, end, to: correction });
  }
  return changes
    .sort((a, b) => b.start - a.start)
    .reduce((mending, { start, end, to }) => mending.slice(0, start) + to + mending.slice(end), text);
}

function wordWeight(word: string, correction: string | undefined, vocabulary: Vocabulary): number {
  const { unknownWordWeight, kindWord, leastSpecific } = settings.coverage;
  const known = stems(correction ?? word);
  const weight = vocabulary.inverseFrequency(known);
  // Short words that nobody wrote are mostly chat shorthands.
  if (vocabulary.textsWith(known) === 0)
    return Math.min(weight, word.length < 5 ? unknownWordWeight / 2 : unknownWordWeight);
  return (
    weight *
    (isKindWord(word) || isCalendarWord(word) ? kindWord : leastSpecific + (1 - leastSpecific) * specificity(word))
  );
}

/** "decide", "put", "side": what is common everywhere says little, however rare it is in this file. */
function specificity(word: string): number {
  const { commonWords } = settings.coverage;
  return Math.min(1, (commonRank(word) ?? commonWords) / commonWords);
}

/**
 * What is asked, without what is said around it: "Petite question pour un exposé : qui …? Merci d'avance !" Clauses that
 * name nothing of the file go when another clause asks.
 */
function withoutPreamble(text: string, names: NameIndex): string {
  const clauses = text.match(/[^.!?:\n]+(?:[.!?:]+(?=\s|$)|[.!?:](?!\s)[^.!?:\n]*)*\s*/gu) ?? [text];
  if (clauses.length < 2) return text;
  const asking = clauses.filter((clause) => /\?\s*$/.test(clause));
  // "List of the countries: how many are left?" asks by what stands before.
  if (!asking.some(hasContent)) return text;
  return clauses
    .filter((clause) => asking.includes(clause) || names.find(clause).length > 0)
    .join('')
    .trim();
}

const hasContent = (text: string) =>
  words(text).some(({ word }) => word.length > 1 && !stopwords.has(word) && !isQuestionWord(word));

/** Scripts and tags of a page ask nothing. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/<(script|style)\b[^>]*>.*?<\/\1\s*>/gis, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .trim();
}

/** Near-synonyms taken up for one term at most; the first of a group are the commonest. */
const synonymsSearched = 8;

export function widened(terms: readonly QuestionTerm[]): string {
  return terms
    .flatMap(({ name, word, corrections, phrases }) =>
      name
        ? [name.canonical]
        : [corrections[0] ?? word, ...synonyms([word, ...corrections], phrases).slice(0, synonymsSearched)],
    )
    .join(' ');
}

const moneyStems = ['paiement', 'price', 'money', 'valuation', 'dette'].flatMap(stems);

/** The noun behind "combien de", "how many", "le nombre de". */
function countedTerm(text: string, terms: readonly QuestionTerm[]): QuestionTerm | undefined {
  const noun =
    /(?:\b(?:combien|cmb|cb|cbien|nombre) d(?:e |es |')|\bhow many |\bnumber of )(?:autres? |other |\p{L}+ly )?(\p{L}+)/u.exec(
      fold(text),
    )?.[1];
  return noun === undefined ? undefined : terms.find(({ word, name }) => !name && word === noun);
}

/** "lavocat" for "l'avocat": a known word behind the letter of an elided article or pronoun. */
function withoutElision(word: string, vocabulary: Vocabulary): string[] {
  const rest = /^(?:qu|[cdjlmnst])(?=[aeiouh])(.{4,})$/.exec(word)?.[1];
  return rest !== undefined && vocabulary.textsWith(stems(rest)) > 0 ? [rest] : [];
}

/** Words next to "or" that make up a side. */
const sideWords = { before: 3, after: 5 };
/** Where the second side ends: what follows is said of both. */
const endOfSide = /[?,;]|\s(?:that|which|who|when|qui|que|dont|quand|pour|pendant)\s/iu;

/** Terms that only one side of "A or B" holds; a side is what stands next to the "or". */
function alternativesOf(text: string, terms: readonly QuestionTerm[]): Question['alternatives'] {
  const sides = /^(.*?)[\s,](?:ou|or)\s(?!not\b|non\b|pas\b)(.+)$/isu.exec(text);
  if (!sides) return undefined;
  const content = (side: string) =>
    words(side)
      .map(({ word }) => word)
      .filter((word) => terms.some((term) => term.word.split(' ').includes(word)));
  const before = new Set(content(sides[1]!).slice(-sideWords.before));
  const after = new Set(content(sides[2]!.split(endOfSide)[0] ?? '').slice(0, sideWords.after));
  const among = (side: ReadonlySet<string>, other: ReadonlySet<string>) =>
    terms.filter(({ word }) => {
      const parts = word.split(' ');
      return parts.some((part) => side.has(part)) && !parts.some((part) => other.has(part));
    });
  const [first, second] = [among(before, after), among(after, before)];
  // The side before "or" goes as far back as the side after it is long.
  const cut = first.slice(-Math.max(1, second.length));
  return cut.length > 0 && second.length > 0 ? [cut, second] : undefined;
}
