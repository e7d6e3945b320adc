import type { EvaluationQuestion } from '../../../src/evaluation/answers/question.ts';
import type { AnsweringBot } from '../../../src/evaluation/answers/run.ts';
import type { Answer, AnswerPart, Article, Citation, Dossier, Passage, Span } from '../../../src/types.ts';

/** An article whose sentences are given one by one; each paragraph is one passage. */
export function article(id: string, outlet: string | null, paragraphs: readonly (readonly string[])[]): SmallArticle {
  const sentences: Span[][] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    sentences.push(
      paragraph.map((sentence, index) => {
        if (index > 0) text += ' ';
        const start = text.length;
        text += sentence;
        return { start, end: text.length };
      }),
    );
  }
  return {
    article: {
      id,
      file: `${id}.md`,
      sha256: '',
      title: `Title of ${id}`,
      outlet,
      author: null,
      published: '2024-03-01',
      url: null,
      language: 'fr',
      text,
    },
    passages: sentences.map((spans, index) => {
      const start = spans[0]?.start ?? 0;
      const end = spans.at(-1)?.end ?? 0;
      return { id: `${id}#${index}`, articleId: id, start, end, text: text.slice(start, end), sentences: spans };
    }),
  };
}

export interface SmallArticle {
  readonly article: Article;
  readonly passages: readonly Passage[];
}

export type SmallDossier = Pick<Dossier, 'articles' | 'passages'>;

export function dossier(...articles: readonly SmallArticle[]): SmallDossier {
  return {
    articles: new Map(articles.map(({ article }) => [article.id, article])),
    passages: new Map(articles.flatMap(({ passages }) => passages.map((passage) => [passage.id, passage]))),
  };
}

/** A citation of words that stand in the article. */
export function cite(marker: number, { article }: SmallArticle, quote: string): Citation {
  const start = article.text.indexOf(quote);
  if (start < 0) throw new Error(`“${quote}” does not stand in ${article.id}`);
  const { id: articleId, title, outlet, published, url } = article;
  return { marker, articleId, title, outlet, published, url, quote, start, end: start + quote.length };
}

/** An answer whose parts are statements, each text with the markers it shows. */
export function answer(texts: readonly string[], citations: readonly Citation[]): Answer {
  const parts = texts.map(
    (text): AnswerPart => ({
      kind: /\[\d+\]/.test(text) ? 'statement' : 'notice',
      text,
      markers: [...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])),
    }),
  );
  return {
    question: '',
    language: 'fr',
    status: citations.length > 0 ? 'answered' : 'abstained',
    answer: texts.join('\n'),
    citations,
    mode: 'extractive',
    timings: { totalMs: 1 },
    parts,
    divergent: false,
  };
}

export const abstention: Answer = answer(['Le dossier ne le dit pas.'], []);
export const emptyAnswer: Answer = answer([''], []);

export function question(fields: Partial<EvaluationQuestion>): EvaluationQuestion {
  return {
    id: 'who-fr-01',
    split: 'dev',
    kind: 'who',
    language: 'fr',
    question: 'Qui ?',
    expect: fields.facts?.length ? 'answered' : 'abstained',
    facts: [],
    ...fields,
  };
}

/** A bot that gives each question id its answer, and records what it was asked and told to forget. */
export function fakeBot(answers: Readonly<Record<string, Answer>>): AnsweringBot & { readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    ask: async ({ id, conversation, asOf }) => {
      calls.push(['ask', id, conversation, asOf].filter(Boolean).join(' '));
      const found = answers[id ?? ''];
      if (!found) throw new Error(`no answer prepared for ${id}`);
      return found;
    },
    conversations: {
      forget: async (conversation) => {
        calls.push(`forget ${conversation}`);
      },
    },
  };
}
