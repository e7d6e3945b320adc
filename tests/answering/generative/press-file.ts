import type { Draft } from '../../../src/answering/extractive-answerer.ts';
import { analyseQuestion, type Question } from '../../../src/answering/question.ts';
import { splitArticle } from '../../../src/corpus/split-article.ts';
import { countWords, Vocabulary } from '../../../src/text/vocabulary.ts';
import type { Article, Dossier, Language, Passage, Retriever } from '../../../src/types.ts';
import { checkTools } from '../citation-check/check-tools.ts';
import { knownNames } from '../citation-check/known-names.ts';

/** A press file of the tests' own: another affair, so that nothing depends on the shipped one. */
const texts: readonly Pick<Article, 'id' | 'title' | 'outlet' | 'published' | 'language' | 'text'>[] = [
  {
    id: 'courier-dam',
    title: 'The Varnel dam',
    outlet: 'The Harbour Courier',
    published: '2031-03-04',
    language: 'en',
    text: 'Engineer Mara Lindqvist told the council on March 3, 2031 that the Varnel dam had lost 12 of its 40 anchors. She had warned minister Tomas Berg twice in 2029, she said. The ministry denies that any warning was received. According to the Courier, the repairs would cost $75 million.',
  },
  {
    id: 'gazette-barrage',
    title: 'Le barrage de Varnel',
    outlet: 'La Gazette du Fleuve',
    published: '2031-03-05',
    language: 'fr',
    text: "Le ministre Tomas Berg a reconnu mercredi 5 mars 2031 avoir reçu une lettre de Mara Lindqvist. Selon la Gazette, douze ancrages du barrage auraient cédé depuis 2029. Le gouvernement n'a pas ordonné l'évacuation de la vallée. Les travaux doivent durer dix-huit mois.",
  },
];

export function pressFile(more: readonly Partial<Article>[] = []) {
  const articles = [...texts, ...more].map(
    (fields, index): Article => ({
      id: `article-${index}`,
      title: 'Untitled',
      outlet: null,
      published: null,
      language: 'en',
      text: '',
      file: `${fields.id ?? index}.md`,
      sha256: '0'.repeat(64),
      author: null,
      url: null,
      ...fields,
    }),
  );
  const passages = articles.flatMap((article): Passage[] => [...splitArticle(article)]);
  const names = knownNames([
    'Mara Lindqvist|Lindqvist',
    'Tomas Berg|Berg',
    'Varnel',
    'The Harbour Courier|Courier',
    'La Gazette du Fleuve|Gazette',
  ]);
  const dossier: Dossier = {
    articles: new Map(articles.map((article) => [article.id, article])),
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    copies: new Map(),
    names,
  };
  const vocabulary = new Vocabulary(countWords(passages.map(({ text }) => text)));
  const retriever: Retriever = {
    retrieve: async (_, { limit }) =>
      passages.slice(0, limit).map((passage, index) => ({ passage, score: 1 / (index + 1), lexical: 1, dense: 0 })),
  };
  const ask = (text: string, language?: Language): Question => analyseQuestion(text, { names, vocabulary }, language);
  return { ...checkTools(names), dossier, retriever, ask, passages };
}

/** Stands for the extractive answerer: the file's first sentence, quoted exactly. */
export function firstSentence(dossier: Dossier): () => Promise<Draft> {
  return async () => {
    const [passage] = [...dossier.passages.values()];
    const [span] = passage?.sentences ?? [];
    const article = dossier.articles.get(passage?.articleId ?? '');
    if (!article || !span) throw new Error('The press file of the test is empty.');
    const quote = article.text.slice(span.start, span.end);
    const { id: articleId, title, outlet, published, url } = article;
    return {
      language: 'en',
      status: 'answered',
      answer: `${quote} [1]`,
      citations: [{ marker: 1, articleId, title, outlet, published, url, quote, start: span.start, end: span.end }],
      mode: 'extractive',
      parts: [{ kind: 'statement', text: `${quote} [1]`, markers: [1] }],
      divergent: false,
    };
  };
}

/** What must hold of every answer, whatever the model did. */
export function faults(draft: Draft, dossier: Dossier): string[] {
  const found: string[] = [];
  const markers = new Set([...draft.answer.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])));
  for (const { marker, quote, articleId, start, end } of draft.citations) {
    if (!markers.has(marker)) found.push(`citation ${marker} is not used`);
    if (dossier.articles.get(articleId)?.text.slice(start, end) !== quote) found.push(`quote ${marker} is no slice`);
  }
  for (const marker of markers) {
    if (!draft.citations.some((citation) => citation.marker === marker)) found.push(`marker ${marker} has no citation`);
  }
  for (const { kind, markers: own, text } of draft.parts) {
    if ((kind === 'statement' || kind === 'version') && own.length === 0) found.push(`no marker: ${text}`);
  }
  return found;
}
