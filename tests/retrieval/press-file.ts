import { Bm25LexicalIndex } from '../../src/indexing/bm25-lexical-index.ts';
import { HnswVectorIndex } from '../../src/indexing/hnsw-vector-index.ts';
import { defaultFusion } from '../../src/retrieval/fusion-settings.ts';
import { LateInteraction } from '../../src/retrieval/late-interaction.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { TextVectors } from '../../src/text/text-vectors.ts';
import { countWords, Vocabulary } from '../../src/text/vocabulary.ts';
import type { Article, Embedder, PartialDate, Passage } from '../../src/types.ts';
import { countingEmbedder } from '../indexing/small-corpus.ts';

export interface ShortArticle {
  readonly id: string;
  readonly text: string;
  readonly published?: PartialDate | null;
  readonly outlet?: string | null;
}

/** Articles of one passage each, indexed in memory, with the retriever over them. */
export async function openPressFile(articles: readonly ShortArticle[], embedder: Embedder = countingEmbedder()) {
  const all = new Map<string, Article>();
  const passages = new Map<string, Passage>();
  const vectors = await HnswVectorIndex.create(embedder.dimensions);
  const lexical = Bm25LexicalIndex.create();
  for (const { id, text, published = null, outlet = null } of articles) {
    const article: Article = {
      id,
      file: `${id}.txt`,
      sha256: '',
      title: `Titre ${id}`,
      outlet,
      author: null,
      published,
      url: `https://example.org/${id}`,
      language: 'fr',
      text: `Préambule.\n\n${text}`,
    };
    const start = article.text.length - text.length;
    const passage = { id: `${id}#1`, articleId: id, start, end: article.text.length, text, sentences: [] };
    all.set(id, article);
    passages.set(passage.id, passage);
    const [vector] = await embedder.embedDocuments([text]);
    await vectors.upsert([{ id: passage.id, vector: vector!, published, outlet }]);
    await lexical.upsert([{ id: passage.id, title: article.title, text, language: 'fr', published, outlet }]);
  }
  const dossier = { articles: all, passages };
  const vocabulary = new Vocabulary(countWords([...passages.values()].map(({ text }) => text)));
  const late = new LateInteraction(new TextVectors(embedder), vocabulary);
  return { dossier, retriever: createRetriever({ vectors, lexical, embedder, dossier, late, fusion: defaultFusion }) };
}
