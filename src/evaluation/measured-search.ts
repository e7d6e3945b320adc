import { emptyContent } from '../indexing/index-content.ts';
import { updateContent } from '../indexing/update-content.ts';
import type { FusionSettings } from '../retrieval/fusion.ts';
import { LateInteraction } from '../retrieval/late-interaction.ts';
import { createRetriever } from '../retrieval/retriever.ts';
import { TextVectors } from '../text/text-vectors.ts';
import { countWords, Vocabulary } from '../text/vocabulary.ts';
import type { Article, Embedder, Passage } from '../types.ts';
import type { MeasuredSearch, Ranking } from './retrieval.ts';

export interface SearchParts {
  readonly embedder: Embedder;
  /** Makes the vectors of single words: the bundled model, whichever model searches. */
  readonly wordEmbedder: Embedder;
  readonly fusion: FusionSettings;
  split(article: Article): readonly Passage[];
}

/** An article can fill this many places with its passages before the tenth article may be missed. */
const passagesPerArticle = 10;

/** The project's own indexes and retriever over these articles, in memory. */
export async function openMeasuredSearch(
  articles: readonly Article[],
  { embedder, wordEmbedder, fusion, split }: SearchParts,
): Promise<MeasuredSearch> {
  const { content } = await updateContent(
    await emptyContent(embedder.dimensions),
    { kept: [], fresh: articles, order: articles.map(({ id }) => id), sameModel: true },
    { embedder, split },
  );
  const { vectors, lexical, passages } = content;
  const vocabulary = new Vocabulary(countWords([...passages.values()].map(({ text }) => text)));
  const late = new LateInteraction(new TextVectors(wordEmbedder), vocabulary);
  const retriever = createRetriever({ vectors, lexical, embedder, dossier: content, late, fusion });
  const articleOf = (passage: string) => passages.get(passage)?.articleId ?? '';
  const ranking = (find: (query: string, limit: number) => Promise<readonly string[]>): Ranking => ({
    search: async (query, limit) =>
      [...new Set((await find(query, limit * passagesPerArticle)).map(articleOf))].slice(0, limit),
  });
  return {
    bm25: ranking(async (query, limit) => (await lexical.search(query, { limit })).map(({ id }) => id)),
    dense: ranking(async (query, limit) =>
      (await vectors.search(await embedder.embedQuery(query), { limit })).map(({ id }) => id),
    ),
    hybrid: ranking(async (query, limit) =>
      (await retriever.retrieve(query, { limit })).map(({ passage }) => passage.id),
    ),
  };
}
