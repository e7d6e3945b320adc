import { expect, test } from 'vitest';
import { EmbedderEmbeddings } from '../../src/embedding/langchain-embeddings.ts';
import { PassageRetriever } from '../../src/retrieval/langchain-retriever.ts';
import { countingEmbedder } from '../indexing/small-corpus.ts';
import { openPressFile } from './press-file.ts';

test('is invoked as any retriever of langchain, and its documents say where they stand', async () => {
  const { retriever, dossier } = await openPressFile([
    { id: 'a', text: 'Eyal Hulata était à Paris.', published: '2021-10-21', outlet: 'Axios' },
    { id: 'b', text: 'Autre chose.', published: '2021-11' },
  ]);
  const documents = await new PassageRetriever({ retriever, dossier, limit: 1 }).invoke('Hulata');
  expect(documents).toEqual([
    expect.objectContaining({
      id: 'a#1',
      pageContent: 'Eyal Hulata était à Paris.',
      metadata: {
        passageId: 'a#1',
        articleId: 'a',
        start: 12,
        end: 38,
        title: 'Titre a',
        outlet: 'Axios',
        published: '2021-10-21',
        url: 'https://example.org/a',
        score: expect.any(Number),
      },
    }),
  ]);
  const { articleId, start, end } = documents[0]!.metadata;
  expect(dossier.articles.get(articleId)?.text.slice(start, end)).toBe(documents[0]!.pageContent);
});

test('hands a filter on', async () => {
  const { retriever, dossier } = await openPressFile([{ id: 'a', text: 'Hulata', published: '2021-10-21' }]);
  const early = new PassageRetriever({ retriever, dossier, limit: 5, filter: { asOf: '2021-07' } });
  expect(await early.invoke('Hulata')).toEqual([]);
});

test('an embedder is usable where langchain wants embeddings', async () => {
  const embedder = countingEmbedder();
  const embeddings = new EmbedderEmbeddings(embedder);
  expect(await embeddings.embedDocuments(['un', 'deux'])).toEqual(await embedder.embedDocuments(['un', 'deux']));
  expect(await embeddings.embedQuery('un')).toEqual(await embedder.embedQuery('un'));
});
