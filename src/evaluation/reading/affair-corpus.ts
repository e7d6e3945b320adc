import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article, Dossier } from '../../types.ts';
import type { EvaluationQuestion, QuestionKind } from '../answers/question.ts';
import type { Affair } from './affair.ts';

/** Id of the article that is made of a written one. */
export const articleIdOf = (slug: string, article: string) => `${slug}-${article}`;

/** Writes the articles as a press file of their own. */
export async function writeAffairCorpus({ slug, articles }: Affair, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { id, title, outlet, published, language, paragraphs } of articles) {
    const head = { title, outlet, published, lang: language };
    const front = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    const body = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
    await writeFile(join(folder, `${articleIdOf(slug, id)}.md`), ['---', ...front, '---', body, ''].join('\n'));
  }
}

/** A written sentence in its article. */
export interface PlacedSentence {
  readonly article: Article;
  /** Offset in the article's text. */
  readonly start: number;
  readonly text: string;
}

/** The written sentences as they were read, by their ids (`a1.3`); those that cleaning changed are absent. */
export function placesOf({ slug, articles }: Affair, dossier: Pick<Dossier, 'articles'>): Map<string, PlacedSentence> {
  const places = new Map<string, PlacedSentence>();
  for (const { id, paragraphs } of articles) {
    const article = dossier.articles.get(articleIdOf(slug, id));
    if (!article) continue;
    let from = 0;
    for (const [index, sentence] of paragraphs.flat().entries()) {
      const text = sentence.normalize('NFC');
      const start = article.text.indexOf(text, from);
      if (start < 0) continue;
      from = start + text.length;
      places.set(`${id}.${index + 1}`, { article, start, text });
    }
  }
  return places;
}

const kinds: Readonly<Record<string, QuestionKind>> = {
  'how-old': 'how-many',
  which: 'list',
  how: 'why',
  what: 'paraphrase',
};

/** The questions of an affair as a question set: any of the answers will do. */
export function affairQuestions({ slug, questions }: Affair): EvaluationQuestion[] {
  return questions.map(({ question, language, kind, answers, none, disputed }, index) => {
    const [asked = kind] = kind.split(':');
    return {
      id: `${slug}-${index + 1}`,
      split: 'dev',
      kind: none
        ? none.type === 'false-premise'
          ? 'false-premise'
          : 'near-miss-unanswerable'
        : disputed
          ? 'contradiction'
          : (kinds[asked] ?? (asked as QuestionKind)),
      language,
      question,
      expect: none ? 'abstained' : 'answered',
      facts: none ? [] : [answers.map(({ words }) => words)],
      articles: [...new Set(answers.map(({ sentence }) => articleIdOf(slug, sentence.split('.')[0] ?? '')))],
    };
  });
}
