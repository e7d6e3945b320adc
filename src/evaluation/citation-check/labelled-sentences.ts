import { readFileSync } from 'node:fs';
import { citedPassage } from '../../answering/citation-check/cited-passage.ts';
import type { CitedPassage, SentenceToCheck } from '../../answering/citation-check/contracts.ts';
import { readArticles } from '../../corpus/read-corpus.ts';
import { scanCorpus } from '../../corpus/scan-corpus.ts';
import { splitArticle } from '../../corpus/split-article.ts';
import { buildNames } from '../../names/build-names.ts';
import { createNameIndex } from '../../names/name-index.ts';
import { parseNamesFile } from '../../names/names-file.ts';
import { countOrdinaryWords } from '../../names/vocabulary.ts';
import type { NameIndex } from '../../types.ts';
import type { CheckCase } from './train.ts';

/** One line of a file of sentences that are known to be faithful, or known to be tampered with. */
export interface LabelledSentence {
  readonly id: string;
  /** Each batch was measured once before anybody looked at it. */
  readonly batch: number;
  readonly kind: string;
  readonly sentence: string;
  readonly quotes: readonly string[];
  /** The cited passage is the one of this article that holds the words `around`; hostile passages give their text instead. */
  readonly article?: string;
  /** Where the article lies; the shipped press file when absent. */
  readonly folder?: string;
  readonly around?: string;
  readonly text?: string;
}

/** What the project makes of a folder of articles: its passages and the names it finds in them. */
export interface CheckedFile {
  readonly names: NameIndex;
  readonly passages: readonly CitedPassage[];
}

export function readLabelled(file: string | URL): LabelledSentence[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledSentence);
}

export async function readCheckedFile(folder: string): Promise<CheckedFile> {
  const { articles } = await readArticles(await scanCorpus(folder));
  const { entries } = parseNamesFile('');
  const names = createNameIndex(
    buildNames(articles, entries),
    new Set(countOrdinaryWords(articles.map(({ text }) => text)).keys()),
  );
  const dossier = { articles: new Map(articles.map((article) => [article.id, article])) };
  return {
    names,
    passages: articles.flatMap((article) => splitArticle(article)).map((passage) => citedPassage(passage, dossier)),
  };
}

/** The rules that became signals were mended on the first batches, so those flatter them. */
const lastEarlyBatch = 6;

export function labelledCase(item: LabelledSentence, tampered: boolean, passages: readonly CitedPassage[]): CheckCase {
  const early = item.batch <= lastEarlyBatch;
  return {
    input: toCheck(item, passages),
    tampered,
    group: item.article ?? item.id,
    origin: early ? `batches 1 to ${lastEarlyBatch}` : `batch ${item.batch}`,
    weight: 1,
  };
}

/** @throws Error when no passage holds the words that the line names. */
export function toCheck(item: LabelledSentence, passages: readonly CitedPassage[]): SentenceToCheck {
  const passage =
    item.text === undefined
      ? passages.find(({ articleId, text }) => articleId === item.article && text.includes(item.around ?? ''))
      : { articleId: 'hostile', text: item.text, start: 0 };
  if (!passage) throw new Error(`${item.id}: no passage of ${item.article} holds "${item.around}"`);
  return { sentence: item.sentence, quotes: item.quotes, citedPassages: [passage] };
}
