import { functionWords } from '../text/function-words.ts';
import { detectLanguage } from '../text/language.ts';
import { stemIn, words } from '../text/terms.ts';
import type { Article, Language, Passage } from '../types.ts';

/** Passages whose words are kept; beyond it they are forgotten and read again. */
const rememberedPassages = 5000;
/** How much a word counts that does not stand in the sentence itself but around it. */
const inTitle = 0.5;
const inSentenceBefore = 0.6;
const inSentenceAfter = 0.4;

interface PassageWords {
  readonly title: ReadonlySet<string>;
  readonly sentences: readonly ReadonlySet<string>[];
}

interface QueryWord {
  /** The word as written, and its stems. */
  readonly forms: readonly string[];
  readonly rarity: number;
}

/**
 * How far the words of a question stand together in one sentence of a passage: an answer is a sentence, while BM25
 * counts words wherever they stand in the passage.
 */
export class SentenceEvidence {
  readonly #words = new Map<string, PassageWords>();

  /**
   * @param rarity of the query's words (folded), as the lexical index tells it
   * @returns a function that scores passages: the summed rarity of the words found, for the best sentence
   */
  forQuery(query: string, rarity: ReadonlyMap<string, number>): (passage: Passage, article: Article) => number {
    const languages = [...new Set([detectLanguage(query, 'fr'), detectLanguage(query, 'en')])];
    const wanted = [...new Set(words(query).map(({ word }) => word))]
      .filter((word) => rarity.has(word))
      .map((word): QueryWord => ({ forms: formsOf(word, languages), rarity: rarity.get(word) ?? 0 }));
    return (passage, article) => bestSentence(wanted, this.#wordsOf(passage, article));
  }

  #wordsOf(passage: Passage, { title, language }: Article): PassageWords {
    let found = this.#words.get(passage.id);
    if (!found) {
      const { start, text, sentences } = passage;
      const spans = sentences.length > 0 ? sentences : [passage];
      found = {
        title: formSet(title, language),
        sentences: spans.map((span) => formSet(text.slice(span.start - start, span.end - start), language)),
      };
      if (this.#words.size >= rememberedPassages) this.#words.clear();
      this.#words.set(passage.id, found);
    }
    return found;
  }
}

function bestSentence(wanted: readonly QueryWord[], { title, sentences }: PassageWords): number {
  let best = 0;
  for (const i of sentences.keys()) {
    let sum = 0;
    for (const { forms, rarity } of wanted) {
      const isIn = (place: ReadonlySet<string> | undefined) =>
        place !== undefined && forms.some((form) => place.has(form));
      if (isIn(sentences[i])) sum += rarity;
      else if (isIn(sentences[i - 1])) sum += inSentenceBefore * rarity;
      else if (isIn(title)) sum += inTitle * rarity;
      else if (isIn(sentences[i + 1])) sum += inSentenceAfter * rarity;
    }
    best = Math.max(best, sum);
  }
  return best;
}

/** `=` tells a word as written from a stem. */
function formsOf(word: string, languages: readonly Language[]): string[] {
  return [`=${word}`, ...languages.map((language) => stemIn(word, language))];
}

function formSet(text: string, language: Language): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { word } of words(text)) {
    if (functionWords.has(word)) continue;
    for (const form of formsOf(word, [language])) found.add(form);
  }
  return found;
}
