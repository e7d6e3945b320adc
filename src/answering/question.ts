import { fold } from '../text/fold.ts';
import { detectLanguage } from '../text/language.ts';
import { stems, stopwords, words } from '../text/terms.ts';
import { synonymStems } from '../text/thesaurus.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Language, NameEntry, NameIndex, NameMention } from '../types.ts';
import { type QuestionKind, questionKind } from './question-kind.ts';
import { isQuestionWord } from './question-words.ts';

/** One thing that a question is about; an answering sentence must account for the heavy ones. */
export interface QuestionTerm {
  /** As typed, folded. */
  readonly word: string;
  readonly stems: readonly string[];
  /** Words of the file that a misspelt word may have meant. */
  readonly corrections: readonly string[];
  /** Stems of near-synonyms in both languages. */
  readonly synonyms: ReadonlySet<string>;
  /** Set when the term is a name of the file. */
  readonly name?: NameEntry | undefined;
  /** Inverse document frequency, ≥ 0. */
  readonly weight: number;
  /** Brought over from an earlier turn of the conversation: helps to find, but need not be covered. */
  readonly inherited: boolean;
}

export interface Question {
  readonly text: string;
  /** The text with names in their main spelling and misspelt words mended, earlier turns' terms added: what is searched. */
  readonly searched: string;
  readonly language: Language;
  readonly kind: QuestionKind;
  readonly terms: readonly QuestionTerm[];
  readonly names: readonly NameEntry[];
  /** Capitalised words in mid-sentence that the file never uses, folded: names that it does not know. */
  readonly unknownNames: readonly string[];
}

export interface QuestionTools {
  readonly names: NameIndex;
  readonly vocabulary: Vocabulary;
}

/** Reads a question: its language, its kind, the names and terms it is about. */
export function analyseQuestion(text: string, tools: QuestionTools, language = detectLanguage(text)): Question {
  const mentions = tools.names.find(text);
  const terms: QuestionTerm[] = [];
  const names: NameEntry[] = [];
  const unknownNames: string[] = [];
  const nameWords = (entry: NameEntry) => [
    ...new Set(entry.variants.flatMap((variant) => words(variant).map(({ word }) => word))),
  ];

  for (const { entry } of mentions) {
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
      stems: spellings.flatMap(stems),
      corrections: [],
      synonyms: new Set(),
      name: entry,
      weight: Math.max(0.5, (commonest + rarest) / 2),
      inherited: false,
    });
  }

  for (const { word, start, end } of words(text)) {
    if (mentions.some((mention) => start < mention.end && end > mention.start)) continue;
    if (word.length < 2 || stopwords.has(word) || isQuestionWord(word)) continue;
    if (terms.some((term) => term.word === word)) continue;
    const wordStems = stems(word);
    const known = tools.vocabulary.textsWith(wordStems) > 0;
    const corrections = known ? [] : tools.vocabulary.corrections(word);
    const shown = text.slice(start, end);
    const capitalised = /^\p{Lu}/u.test(shown) && start > 0 && !/[.!?:«"]\s*$/.test(text.slice(0, start));
    if (!known && corrections.length === 0 && capitalised) unknownNames.push(word);
    const weight = tools.vocabulary.inverseFrequency(
      corrections.length > 0 ? stems(corrections[0] ?? word) : wordStems,
    );
    terms.push({
      word,
      stems: wordStems,
      corrections,
      synonyms: synonymStems([wordStems, ...corrections.map(stems)].flat()),
      weight,
      inherited: false,
    });
  }
  return {
    text,
    searched: mended(text, mentions, terms),
    language,
    kind: questionKind(text),
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
