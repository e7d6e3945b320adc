import { EvidenceReader } from '../../src/answering/evidence.ts';
import { analyseQuestion } from '../../src/answering/question.ts';
import { type Candidate, rank } from '../../src/answering/ranking.ts';
import { groupStatements } from '../../src/answering/statements.ts';
import { TermMatcher } from '../../src/answering/term-matcher.ts';
import { asksWhoTold, withTellers } from '../../src/answering/who-told.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { nothingAsked } from '../../src/reading/cross-reader.ts';
import { sentenceSpans } from '../../src/text/sentences.ts';
import { TextVectors } from '../../src/text/text-vectors.ts';
import { countWords, Vocabulary } from '../../src/text/vocabulary.ts';
import { WordMeanings } from '../../src/text/word-meanings.ts';
import type { Article, Dossier, NameEntry, NameKind, Passage, Reader, SentenceLikeness } from '../../src/types.ts';

type MadeUpArticle = Pick<Article, 'id' | 'text'> & Partial<Article>;

export const name = (kind: NameKind, canonical: string, ...others: string[]): NameEntry => ({
  id: canonical.toLowerCase().replaceAll(' ', '-'),
  kind,
  canonical,
  variants: [canonical, ...others],
  articleIds: [],
});

/** Cosine of question and sentences about one event. */
export const asAlike = () => 0.6;
const likeness: SentenceLikeness = { toText: async () => asAlike, toSentence: () => asAlike };

/**
 * A file of articles of one passage each, read and ranked by the stages themselves; only the vectors are made up: all
 * sentences are alike, and words meet by stem and thesaurus alone.
 */
export function madeUpFile(
  written: readonly MadeUpArticle[],
  entries: readonly NameEntry[] = [],
  vectorOf = (text: string) => [Number(text.includes(' '))],
) {
  const articles = written.map(
    (article): Article => ({
      file: `${article.id}.md`,
      sha256: '',
      title: 'Nouvelles',
      outlet: `Gazette ${article.id}`,
      author: null,
      published: '2024-03-05',
      url: null,
      language: 'fr',
      ...article,
    }),
  );
  const passages = articles.map(
    ({ id, text, language }): Passage => ({
      id: `${id}#0`,
      articleId: id,
      text,
      start: 0,
      end: text.length,
      sentences: sentenceSpans(text, language),
    }),
  );
  const texts = written.map(({ text }) => text);
  const dossier: Dossier = {
    articles: new Map(articles.map((article) => [article.id, article])),
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    copies: new Map(),
    names: createNameIndex(entries, new Set(texts.join(' ').match(/\b\p{Ll}+/gu))),
  };
  const vocabulary = new Vocabulary(countWords(texts));

  /** @param answers what a reader makes of every sentence, as log-odds; without it nothing is read */
  return async function ask(text: string, answers?: number) {
    const question = analyseQuestion(text, { names: dossier.names, vocabulary });
    const found = new EvidenceReader(dossier).read(
      passages.map((passage) => ({ passage, score: 1, lexical: 1, dense: 0 })),
    );
    const evidence = asksWhoTold(question) ? withTellers(found, dossier) : found;
    const vectors = new TextVectors({ embedDocuments: async (missing) => missing.map(vectorOf) });
    const matcher = new TermMatcher(vectors, new WordMeanings([], new Int8Array()));
    const reader: Reader | undefined =
      answers === undefined ? undefined : { read: async (_, told) => told.map(() => ({ ...nothingAsked, answers })) };
    const ranked: readonly Candidate[] = await rank(question, evidence, matcher, { vectors, likeness, reader });
    return { question, ranked, matcher, dossier, statements: groupStatements(ranked, matcher) };
  };
}
