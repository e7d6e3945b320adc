import { findNumbers } from '../text/numbers.ts';
import { formatPartialDate } from '../text/partial-date.ts';
import { stems, stopwords, words } from '../text/terms.ts';
import { phraseKeys } from '../text/thesaurus.ts';
import type { Article, Dossier, NameEntry, Passage, RetrievedPassage, Span } from '../types.ts';

/** A stretch of text with what matching needs to know of it. */
export interface TextFacts {
  /** Content words, folded, each once. */
  readonly words: readonly string[];
  /** Of each of them its stems in both languages. */
  readonly wordStems: readonly (readonly string[])[];
  /** Of the content words; of the set phrases the keys that synonyms are compared with. */
  readonly stems: ReadonlySet<string>;
  readonly names: readonly NameEntry[];
  /** Stems of the content words in text order. */
  readonly order: readonly (readonly string[])[];
  /** Values of the numbers, in figures or in words. */
  readonly numbers: ReadonlySet<number>;
}

/** A sentence of the file that may answer, in its surroundings. */
export interface Evidence {
  readonly article: Article;
  readonly passage: Passage;
  readonly span: Span;
  /** Which sentence of the passage it is, from 0. */
  readonly place: number;
  /** `article.text.slice(span.start, span.end)` */
  readonly text: string;
  readonly sentence: TextFacts;
  /** The sentence before it in the passage; empty for the first. */
  readonly before: string;
  /** What it goes on from when it begins with a pronoun or the like: the sentence before it in the passage. */
  readonly continues: TextFacts | undefined;
  /** The sentences before and after it in the passage. */
  readonly neighbours: readonly TextFacts[];
  /** All sentences of the passage, this one included. */
  readonly surroundings: readonly TextFacts[];
  readonly title: TextFacts;
  /** Outlet, year and month of publication: "according to Axios in October 2021". */
  readonly publication: TextFacts;
  /** The outlet that it names as the one who told it, folded; looked for only where that is asked. */
  readonly teller?: string | undefined;
  /** The passage's fused retrieval score, in [0, 1] over this question's passages, best 1. */
  readonly retrieval: number;
  /** Its BM25 score as a share of the best one's. */
  readonly lexical: number;
}

export function textFacts(text: string, dossier: Dossier): TextFacts {
  const all = words(text);
  const content = all.map(({ word }) => word).filter((word) => word.length > 1 && !stopwords.has(word));
  const order = content.map(stems);
  let numbers: ReadonlySet<number> | undefined;
  const distinct = [...new Set(content)];
  const wordStems = distinct.map(stems);
  return {
    words: distinct,
    wordStems,
    stems: new Set([...wordStems.flat(), ...phraseKeys(all)]),
    order,
    names: [...new Set(dossier.names.find(text).map(({ entry }) => entry))],
    // Looked for when they are asked for: of a thousand sentences read for a question, thirty are compared.
    get numbers() {
      numbers ??= new Set(findNumbers(text).map(({ value }) => value));
      return numbers;
    },
  };
}

/** Openings that take up what the sentence before was about. */
const pointsBack =
  /^(?:[«"“]\s*)?(?:il|elle|ils|elles|ce|cette|ces|cet|cela|celui-ci|celle-ci|ceux-ci|son|sa|ses|leurs?|l['’](?:un|une|autre)|he|she|it|its|his|her|they|their|this|these|that|those|both|the latter|the former)(?!\p{L})/iu;

/** Outlet, month and year in both languages: "according to Axios in October 2021" is about the article. */
function publicationText({ outlet, published }: Article): string {
  const month = published?.slice(0, 7);
  const dates = month ? (['fr', 'en'] as const).map((language) => formatPartialDate(month, language)) : [];
  return [outlet ?? '', ...dates].join(' ');
}

/** Facts of stretches seen before are kept: questions come back to the same passages. */
const capacity = 20_000;

/** Turns retrieved passages into candidate sentences. */
export class EvidenceReader {
  readonly #dossier: Dossier;
  readonly #seen = new Map<string, TextFacts>();

  constructor(dossier: Dossier) {
    this.#dossier = dossier;
  }

  /** Sentences of the passages, in retrieval order; questions and fragments of fewer than four words are left out. */
  read(retrieved: readonly RetrievedPassage[]): Evidence[] {
    const best = Math.max(...retrieved.map(({ score }) => score));
    const worst = Math.min(...retrieved.map(({ score }) => score));
    const mostLexical = Math.max(...retrieved.map(({ lexical }) => lexical), Number.MIN_VALUE);
    const evidence: Evidence[] = [];
    for (const { passage, score, lexical } of retrieved) {
      const article = this.#dossier.articles.get(passage.articleId);
      if (!article) continue;
      const title = this.#facts(article.id, article.title);
      const publication = this.#facts(`${article.id} publication`, publicationText(article));
      const surroundings = passage.sentences.map(({ start, end }) =>
        this.#facts(`${article.id} ${start} ${end}`, article.text.slice(start, end)),
      );
      const textOf = (span: Span | undefined) => (span ? article.text.slice(span.start, span.end) : '');
      for (const [index, span] of passage.sentences.entries()) {
        const text = textOf(span);
        const sentence = surroundings[index]!;
        if (sentence.words.length < 3 || /\?\s*[»"”]?$/.test(text)) continue;
        evidence.push({
          article,
          passage,
          span,
          place: index,
          text,
          sentence,
          before: textOf(passage.sentences[index - 1]),
          continues: pointsBack.test(text) ? surroundings[index - 1] : undefined,
          neighbours: [surroundings[index - 1], surroundings[index + 1]].filter((facts) => facts !== undefined),
          surroundings,
          title,
          publication,
          retrieval: best > worst ? (score - worst) / (best - worst) : 1,
          lexical: lexical / mostLexical,
        });
      }
    }
    return evidence;
  }

  #facts(place: string, text: string): TextFacts {
    const known = this.#seen.get(place);
    if (known) return known;
    if (this.#seen.size >= capacity) this.#seen.clear();
    const facts = textFacts(text, this.#dossier);
    this.#seen.set(place, facts);
    return facts;
  }
}
