import { setImmediate as breathe } from 'node:timers/promises';
import { IndexError } from '../errors.ts';
import type { Article, Embedder, Passage, SentenceEmbedder } from '../types.ts';
import { HnswVectorIndex } from './hnsw-vector-index.ts';
import type { IndexContent } from './index-content.ts';
import type { IndexProgress } from './open-index.ts';
import { passageHeading } from './passage-text.ts';
import { type EntryVectors, PassageVectors } from './passage-vectors.ts';
import type { SentenceVectors } from './sentence-vectors.ts';

/** Passages that are embedded and indexed between two breaths of the event loop. */
const batchSize = 64;

export interface ContentUpdate {
  /** Articles of files that have not changed. */
  readonly kept: readonly Article[];
  /** Articles just read: new, changed, or all. */
  readonly fresh: readonly Article[];
  /** Ids in the order in which articles shall stand. */
  readonly order: readonly string[];
  /** False when the vectors of `previous` come from another model. */
  readonly sameModel: boolean;
}

export interface UpdateTools {
  readonly embedder: Embedder;
  readonly sentences: SentenceEmbedder;
  split(article: Article): readonly Passage[];
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings the content of an index up to date in place. Passages whose embedded text is the same as before keep
 * their vector, wherever they stood.
 * @returns the content, and how many passages went through the model
 */
export async function updateContent(
  previous: IndexContent,
  { kept, fresh, order, sameModel }: ContentUpdate,
  { embedder, sentences: sentenceEmbedder, split, onProgress, signal }: UpdateTools,
): Promise<{ content: IndexContent; embedded: number }> {
  const articles = new Map([...kept, ...fresh].map((article) => [article.id, article]));
  const freshPassages = fresh.flatMap((article) => checkedSplit(article, split));
  const keptIds = new Set(kept.map(({ id }) => id));
  const keptPassages = [...previous.passages.values()].filter(({ articleId }) => keptIds.has(articleId));
  const dropped = [...previous.passages.values()].filter(({ articleId }) => !keptIds.has(articleId));

  const vectors = sameModel ? previous.vectors : await HnswVectorIndex.create(embedder.dimensions);
  const passageVectors = new PassageVectors(embedder);
  if (sameModel) {
    for (const passage of dropped) {
      const known = vectors.vectors(passage.id);
      const article = previous.articles.get(passage.articleId);
      if (known && article) passageVectors.remember(article, passage, known);
    }
  }
  const { lexical, sentences } = previous;
  await vectors.remove(dropped.map(({ id }) => id));
  await lexical.remove(dropped.map(({ id }) => id));
  sentences.remove(dropped.map(({ id }) => id));

  const articleOf = (passage: Passage) => articles.get(passage.articleId) as Article;
  for (const batch of batches(freshPassages)) {
    await lexical.upsert(
      batch.map((passage) => {
        const article = articleOf(passage);
        const { published, outlet, language } = article;
        return { id: passage.id, title: passageHeading(article), text: passage.text, language, published, outlet };
      }),
    );
    await breathe();
  }

  const toIndex = sameModel ? freshPassages : [...keptPassages, ...freshPassages];
  let done = 0;
  for (const batch of batches(toIndex)) {
    signal?.throwIfAborted();
    onProgress?.({ stage: 'embed', done, total: toIndex.length });
    const computed = await passageVectors.of(batch.map((passage) => ({ article: articleOf(passage), passage })));
    await vectors.upsert(
      batch.map((passage, i) => {
        const { published, outlet } = articleOf(passage);
        return { ...(computed[i] as EntryVectors), id: passage.id, published, outlet };
      }),
    );
    await embedSentences(
      batch.filter(({ id }) => !sentences.has(id)),
      sentences,
      sentenceEmbedder,
    );
    done += batch.length;
    await breathe();
  }
  if (toIndex.length > 0) onProgress?.({ stage: 'embed', done, total: toIndex.length });

  const byArticle = new Map<string, Passage[]>(order.map((id) => [id, []]));
  for (const passage of [...keptPassages, ...freshPassages]) byArticle.get(passage.articleId)?.push(passage);
  const ordered = order.flatMap((id) => byArticle.get(id) ?? []);
  return {
    content: {
      articles: new Map(order.map((id) => [id, articles.get(id) as Article])),
      passages: new Map(ordered.map((passage) => [passage.id, passage])),
      vectors,
      lexical,
      sentences,
    },
    embedded: passageVectors.embedded,
  };
}

/** All of a batch at once: the encoder reads texts of one length together. */
async function embedSentences(
  passages: readonly Passage[],
  vectors: SentenceVectors,
  embedder: SentenceEmbedder,
): Promise<void> {
  const units = await embedder.embed(passages.flatMap(sentenceTexts));
  let at = 0;
  for (const { id, sentences } of passages) {
    vectors.set(id, units.slice(at, at + sentences.length));
    at += sentences.length;
  }
}

const sentenceTexts = ({ text, start, sentences }: Passage) =>
  sentences.map((sentence) => text.slice(sentence.start - start, sentence.end - start));

/** An index must never hold a quote that its article does not. */
function checkedSplit(article: Article, split: UpdateTools['split']): readonly Passage[] {
  const passages = split(article);
  for (const { id, articleId, start, end, text } of passages)
    if (articleId !== article.id || article.text.slice(start, end) !== text)
      throw new IndexError(`Passage ${id} is not a slice of the article ${article.id}.`);
  return passages;
}

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
