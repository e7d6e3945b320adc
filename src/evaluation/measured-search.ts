import { emptyContent } from '../indexing/index-content.ts';
import { updateContent } from '../indexing/update-content.ts';
import type { FusionSettings } from '../retrieval/fusion.ts';
import { LateInteraction } from '../retrieval/late-interaction.ts';
import { createRetriever, type RetrieverParts, scoreCandidates } from '../retrieval/retriever.ts';
import { TextVectors } from '../text/text-vectors.ts';
import { countWords, Vocabulary } from '../text/vocabulary.ts';
import type { Article, Embedder, Passage, SentenceEmbedder } from '../types.ts';
import type { TuningQuery } from './fusion-tuning.ts';
import { asArticle, type MeasuredSearch, type Ranking } from './retrieval.ts';
import type { RetrievalSet } from './retrieval-set.ts';

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
  searchParts: SearchParts,
): Promise<MeasuredSearch> {
  const parts = await indexInMemory(articles, searchParts);
  const { vectors, lexical, embedder, dossier } = parts;
  const retriever = createRetriever(parts);
  const articleOf = (passage: string) => dossier.passages.get(passage)?.articleId ?? '';
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

/** What the fusion has to choose from for each question of a set: the candidates that are scored word by word. */
export async function collectCandidates(
  { passages, queries }: RetrievalSet,
  searchParts: SearchParts,
): Promise<TuningQuery[]> {
  const parts = await indexInMemory(passages.map(asArticle), searchParts);
  const collected: TuningQuery[] = [];
  for (const { question, passage } of queries) {
    const { fused, late } = await scoreCandidates(parts, question, { limit: parts.fusion.candidates });
    const candidates = fused.slice(0, late.length).map((candidate) => ({
      ...candidate,
      article: parts.dossier.passages.get(candidate.id)?.articleId ?? '',
    }));
    collected.push({ article: passage, candidates, late });
  }
  return collected;
}

/** Searching for passages takes no notice of what single sentences mean. */
const noSentences: SentenceEmbedder = {
  id: 'none',
  dimensions: 1,
  embed: async (texts) => texts.map(() => new Float32Array(1)),
};

async function indexInMemory(
  articles: readonly Article[],
  { embedder, wordEmbedder, fusion, split }: SearchParts,
): Promise<RetrieverParts & Pick<SearchParts, 'embedder'>> {
  const { content } = await updateContent(
    await emptyContent(embedder.dimensions, noSentences.dimensions),
    { kept: [], fresh: articles, order: articles.map(({ id }) => id), sameModel: true },
    { embedder, sentences: noSentences, split },
  );
  const { vectors, lexical, passages } = content;
  const vocabulary = new Vocabulary(countWords([...passages.values()].map(({ text }) => text)));
  const late = new LateInteraction(new TextVectors(wordEmbedder), vocabulary);
  return { vectors, lexical, dossier: content, embedder, late, fusion };
}
