import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { openMeasuredSearch } from '../../src/evaluation/measured-search.ts';
import { rankingFigures } from '../../src/evaluation/ranking-figures.ts';
import { evaluateRetrieval } from '../../src/evaluation/retrieval.ts';
import { readRetrievalSet } from '../../src/evaluation/retrieval-set.ts';
import { retrievalTable } from '../../src/evaluation/retrieval-table.ts';
import { defaultFusion } from '../../src/retrieval/fusion-settings.ts';
import { countingEmbedder } from '../indexing/small-corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function write(passages: string, queries: string): Promise<[string, string]> {
  const folder = await mkdtemp(join(await temporaryFolder(), 'set-'));
  const paths: [string, string] = [join(folder, 'passages.jsonl'), join(folder, 'queries.jsonl')];
  await writeFile(paths[0], passages);
  await writeFile(paths[1], queries);
  return paths;
}

const lines = (values: readonly object[]) => values.map((value) => JSON.stringify(value)).join('\n');

test('counts places and reciprocal ranks', () => {
  expect(rankingFigures([1, 2, 10, 11, Number.POSITIVE_INFINITY])).toEqual({ r1: 0.2, r5: 0.4, r10: 0.6, mrr10: 0.32 });
  expect(rankingFigures([])).toEqual({ r1: 0, r5: 0, r10: 0, mrr10: 0 });
});

test('reads a set with or without titles, empty lines and a byte order mark', async () => {
  const paths = await write(
    `\uFEFF${lines([
      { id: 1, text: 'un' },
      { id: 'b', text: 'deux', title: 'Titre' },
    ])}\r\n\n`,
    lines([{ id: 'q', question: 'Combien ?', passage: 1 }]),
  );
  expect(await readRetrievalSet(...paths)).toEqual({
    passages: [
      { id: '1', text: 'un' },
      { id: 'b', text: 'deux', title: 'Titre' },
    ],
    queries: [{ id: 'q', question: 'Combien ?', passage: '1' }],
  });
});

test.each([
  [
    'a line that is no JSON',
    `${lines([{ id: 'a', text: 'un' }])}\noops`,
    lines([{ id: 'q', question: '?', passage: 'a' }]),
    /passages\.jsonl, line 2: expected one JSON object.*oops/,
  ],
  [
    'a passage without text',
    lines([{ id: 'a' }]),
    lines([{ id: 'q', question: '?', passage: 'a' }]),
    /passages\.jsonl, line 1: .*"text" is missing/,
  ],
  [
    'an id that is there twice',
    lines([
      { id: 'a', text: 'x' },
      { id: 'a', text: 'y' },
    ]),
    '',
    /queries\.jsonl is empty|line 2: the id "a" is there twice/,
  ],
  [
    'a query about no passage',
    lines([{ id: 'a', text: 'x' }]),
    lines([{ id: 'q', question: '?', passage: 'z' }]),
    /queries\.jsonl, line 1: no passage has the id "z"/,
  ],
  ['no passages', '\n', lines([{ id: 'q', question: '?', passage: 'a' }]), /passages\.jsonl is empty/],
])('refuses %s and says where', async (_name, passages, queries, message) => {
  const paths = await write(passages, queries);
  await expect(readRetrievalSet(...paths)).rejects.toThrow(UsageError);
  await expect(readRetrievalSet(...paths)).rejects.toThrow(message);
});

test('refuses a file that is not there', async () => {
  await expect(readRetrievalSet('/nowhere.jsonl', '/nowhere.jsonl')).rejects.toThrow(/\/nowhere\.jsonl cannot be read/);
});

test('measures the three rankings; a whole passage is found where any part of it is', async () => {
  const words = 'ministre dossier réunion accord visite enquête plainte démenti rapport lettre'.split(' ');
  const passages = words.map((word, i) => ({ id: `p${i}`, text: `Une phrase.\n\nIci il est question de ${word}.` }));
  const queries = words.map((word, i) => ({ id: `q${i}`, question: `Que dit-on de ${word} ?`, passage: `p${i}` }));
  const embedder = countingEmbedder();
  const report = await evaluateRetrieval({ passages, queries }, embedder.modelId, (articles) =>
    openMeasuredSearch(articles, {
      embedder,
      wordEmbedder: embedder,
      fusion: defaultFusion,
      split: ({ id, text }) =>
        [0, text.indexOf('Ici')].map((start, part) => {
          const end = part === 0 ? text.indexOf('Ici') : text.length;
          return { id: `${id}#${part}`, articleId: id, start, end, text: text.slice(start, end), sentences: [] };
        }),
    }),
  );
  expect(report.bm25).toEqual({ r1: 1, r5: 1, r10: 1, mrr10: 1 });
  expect(report.hybrid.r1).toBe(1);
  expect(report).toMatchObject({ model: 'counting', passages: 10, queries: 10 });
  expect(Object.keys(report.ms)).toEqual(['index', 'bm25', 'dense', 'hybrid']);
  expect(retrievalTable(report)).toMatch(/10 questions, 10 passages, model counting[\s\S]*hybrid +1\.000/);
});
