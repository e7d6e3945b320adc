import { expect, test } from 'vitest';
import { countingEmbedder } from '../indexing/small-corpus.ts';
import { openPressFile, type ShortArticle } from './press-file.ts';

const articles: readonly ShortArticle[] = [
  { id: 'july', text: 'Le Monde révèle le projet Pegasus.', published: '2021-07-18', outlet: 'Le Monde' },
  { id: 'october', text: 'Eyal Hulata a rencontré Emmanuel Bonne à Paris.', published: '2021-10-21', outlet: 'Axios' },
  {
    id: 'november',
    text: 'La France a renoncé à acheter Pegasus.',
    published: '2021-11',
    outlet: 'MIT Technology Review',
  },
  { id: 'undated', text: 'Le Maroc dément avoir acheté Pegasus.' },
];

test('gives the passage that fits first, with both scores', async () => {
  const { retriever } = await openPressFile(articles);
  const found = await retriever.retrieve('Qui Eyal Hulata a-t-il rencontré ?', { limit: 3 });
  expect(found).toHaveLength(3);
  expect(found[0]?.passage.articleId).toBe('october');
  expect(found[0]!.lexical).toBeGreaterThan(0);
  expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
});

test('a passage found by meaning alone has a lexical score of 0 and its cosine', async () => {
  const { retriever } = await openPressFile(articles);
  const found = await retriever.retrieve('Hulata', { limit: 4 });
  for (const { passage, lexical, dense } of found) {
    expect(lexical > 0).toBe(passage.articleId === 'october');
    expect(Math.abs(dense)).toBeGreaterThan(0);
    expect(Math.abs(dense)).toBeLessThanOrEqual(1.000001);
  }
});

test('keeps to the day and the outlet asked for', async () => {
  const { retriever } = await openPressFile(articles);
  const under = async (filter: { asOf?: string; outlet?: string }) =>
    (await retriever.retrieve('Pegasus', { limit: 10, filter })).map(({ passage }) => passage.articleId).sort();
  expect(await under({ asOf: '2021-10-31' })).toEqual(['july', 'october']);
  expect(await under({ asOf: '2021-11-15' })).toEqual(['july', 'october']);
  expect(await under({ asOf: '2021-11-30' })).toEqual(['july', 'november', 'october']);
  expect(await under({ outlet: 'le monde' })).toEqual(['july']);
  expect(await under({ outlet: 'Axios', asOf: '2021-08' })).toEqual([]);
});

test('finds nothing for nothing, and in nothing', async () => {
  const { retriever } = await openPressFile(articles);
  expect(await retriever.retrieve('   ', { limit: 5 })).toEqual([]);
  expect(await retriever.retrieve('Pegasus', { limit: 0 })).toEqual([]);
  expect(await (await openPressFile([])).retriever.retrieve('Pegasus', { limit: 5 })).toEqual([]);
});

test('still searches by words when the model knows no word of the question', async () => {
  const embedder = countingEmbedder({ embedQuery: async () => new Array<number>(16).fill(0) });
  const { retriever } = await openPressFile(articles, embedder);
  expect((await retriever.retrieve('Hulata', { limit: 1 }))[0]?.passage.articleId).toBe('october');
});

test('stops when it is told to', async () => {
  const { retriever } = await openPressFile(articles);
  const stopped = retriever.retrieve('Pegasus', { limit: 1, signal: AbortSignal.abort() });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
});
