import { readFileSync } from 'node:fs';
import { checkSentence } from '../../../src/answering/citation-check/check-sentence.ts';
import type { CheckResult, CheckTools, CitedPassage } from '../../../src/answering/citation-check/contracts.ts';
import { readArticles } from '../../../src/corpus/read-corpus.ts';
import { scanCorpus } from '../../../src/corpus/scan-corpus.ts';
import { splitArticle } from '../../../src/corpus/split-article.ts';

/** One line of tampered.jsonl or faithful.jsonl. */
export interface MeasuredItem {
  readonly id: string;
  /** Each batch was measured once before anybody looked at it; measured.test.ts says how that went. */
  readonly batch: number;
  readonly kind: string;
  readonly sentence: string;
  readonly quotes: readonly string[];
  /** The cited passage is the one of this article that holds these words; hostile passages give their text instead. */
  readonly article?: string;
  /** Where the article lies; the shipped press file when absent. */
  readonly folder?: string;
  readonly around?: string;
  readonly text?: string;
}

export function readItems(name: string): MeasuredItem[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as MeasuredItem);
}

/** The passages of a folder as the project splits them. */
export async function passagesOf(folder: string): Promise<CitedPassage[]> {
  const { articles } = await readArticles(await scanCorpus(folder));
  return articles.flatMap((article) =>
    splitArticle(article).map(({ text, start }) => ({
      articleId: article.id,
      text,
      start,
      outlet: article.outlet,
      published: article.published,
    })),
  );
}

export function checkItem(
  item: MeasuredItem,
  passages: readonly CitedPassage[],
  tools: CheckTools,
): Promise<CheckResult> {
  const passage =
    item.text === undefined
      ? passages.find(({ articleId, text }) => articleId === item.article && text.includes(item.around ?? ''))
      : { articleId: 'hostile', text: item.text, start: 0 };
  if (!passage) throw new Error(`${item.id}: no passage of ${item.article} holds "${item.around}"`);
  return checkSentence({ sentence: item.sentence, quotes: item.quotes, citedPassages: [passage] }, tools);
}
