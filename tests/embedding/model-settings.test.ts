import { expect, test } from 'vitest';
import { modelSettings } from '../../src/embedding/model-settings.ts';

test.each([
  ['Xenova/multilingual-e5-small', 'query: ', 'passage: ', 'mean'],
  ['Xenova/e5-base-v2', 'query: ', 'passage: ', 'mean'],
  ['Xenova/bge-m3', '', '', 'cls'],
  ['Xenova/bge-small-en-v1.5', 'Represent this sentence for searching relevant passages: ', '', 'cls'],
  ['Xenova/all-MiniLM-L6-v2', '', '', 'mean'],
  ['Xenova/paraphrase-multilingual-MiniLM-L12-v2', '', '', 'mean'],
  ['Xenova/gte-small', '', '', 'mean'],
  ['/models/multilingual-e5-large/', 'query: ', 'passage: ', 'mean'],
  ['somebody/unknown-model', '', '', 'mean'],
] as const)('%s', (model, queryPrefix, passagePrefix, pooling) => {
  expect(modelSettings(model, {})).toEqual({ queryPrefix, passagePrefix, pooling });
});

test('what the environment says goes before the card, an empty prefix too', () => {
  const overrides = { EMBEDDING_QUERY_PREFIX: '', EMBEDDING_PASSAGE_PREFIX: 'p: ', EMBEDDING_POOLING: 'cls' } as const;
  expect(modelSettings('Xenova/multilingual-e5-small', overrides)).toEqual({
    queryPrefix: '',
    passagePrefix: 'p: ',
    pooling: 'cls',
  });
});
