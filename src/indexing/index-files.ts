import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IndexError } from '../errors.ts';
import type { Article, Passage } from '../types.ts';
import { Bm25LexicalIndex } from './bm25-lexical-index.ts';
import { HnswVectorIndex } from './hnsw-vector-index.ts';
import type { IndexContent } from './index-content.ts';
import { SentenceVectors } from './sentence-vectors.ts';
import { syncedWrite } from './synced-write.ts';

const articlesFile = 'articles.json';
const passagesFile = 'passages.json';
const extraFile = (name: string) => `extra-${name}.json`;

/** A passage without what its article gives back: its text, and its sentences as pairs in one list. */
interface SavedPassage {
  readonly id: string;
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly sentences: readonly number[];
}

/** Writes the files of a snapshot into an existing folder. */
export async function saveContent(
  folder: string,
  content: IndexContent,
  extras: Record<string, unknown>,
): Promise<void> {
  await syncedWrite(join(folder, articlesFile), JSON.stringify([...content.articles.values()]));
  const passages = [...content.passages.values()].map(
    ({ id, articleId, start, end, sentences }): SavedPassage => ({
      id,
      articleId,
      start,
      end,
      sentences: sentences.flatMap((sentence) => [sentence.start, sentence.end]),
    }),
  );
  await syncedWrite(join(folder, passagesFile), JSON.stringify(passages));
  for (const [name, value] of Object.entries(extras))
    await syncedWrite(join(folder, extraFile(name)), JSON.stringify(value));
  await content.lexical.save(folder);
  await content.vectors.save(folder);
  await content.sentences.save(folder, content.passages.values());
}

/** Articles and passages of a verified snapshot. */
export async function loadTexts(folder: string): Promise<Pick<IndexContent, 'articles' | 'passages'>> {
  const articles = new Map((await readJson<Article[]>(folder, articlesFile)).map((article) => [article.id, article]));
  const passages = new Map<string, Passage>();
  for (const { sentences, ...saved } of await readJson<SavedPassage[]>(folder, passagesFile)) {
    const article = articles.get(saved.articleId);
    if (!article) throw new IndexError(`${join(folder, passagesFile)}: passage ${saved.id} has no article.`);
    const spans = [];
    for (let i = 0; i + 1 < sentences.length; i += 2)
      spans.push({ start: sentences[i] as number, end: sentences[i + 1] as number });
    passages.set(saved.id, { ...saved, text: article.text.slice(saved.start, saved.end), sentences: spans });
  }
  return { articles, passages };
}

/** What searches a verified snapshot. @throws IndexError when it does not fit its passages. */
export async function loadSearch(
  folder: string,
  dimensions: { readonly passages: number; readonly sentences: number },
  passages: IndexContent['passages'],
): Promise<Pick<IndexContent, 'vectors' | 'lexical' | 'sentences'>> {
  const vectors = await HnswVectorIndex.load(folder, dimensions.passages);
  const lexical = await Bm25LexicalIndex.load(folder);
  for (const [what, count] of [['vectors', await vectors.count()] as const, ['texts', await lexical.count()] as const])
    if (count !== passages.size)
      throw new IndexError(`${folder}: expected ${passages.size} ${what} for as many passages, got ${count}.`);
  return { vectors, lexical, sentences: await SentenceVectors.load(folder, dimensions.sentences, passages.values()) };
}

/** An extra file of a verified snapshot. */
export function loadExtra<Value>(folder: string, name: string): Promise<Value> {
  return readJson<Value>(folder, extraFile(name));
}

async function readJson<Value>(folder: string, file: string): Promise<Value> {
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as Value;
}
