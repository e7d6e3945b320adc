import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IndexError } from '../../src/errors.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import { SentenceVectors } from '../../src/indexing/sentence-vectors.ts';
import type { Passage, SentenceEmbedder } from '../../src/types.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { byLength, countingEmbedder, SmallCorpus } from './small-corpus.ts';

const dimensions = 6;
const unit = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
  .filter((numbers) => Math.hypot(...numbers) > 0.01)
  .map((numbers) => Float32Array.from(numbers, (number) => number / Math.hypot(...numbers)));

const passageOf = (id: string, sentences: number): Passage => ({
  id,
  articleId: 'a',
  start: 0,
  end: 0,
  text: '',
  sentences: Array.from({ length: sentences }, () => ({ start: 0, end: 0 })),
});

test('gives back the vector of a sentence, and zeros for one that is not there', () => {
  const made = new SentenceVectors(2);
  made.set('p', [Float32Array.of(0.6, 0.8), Float32Array.of(-1, 0)]);
  expect(made.vector('p', 0)[0]).toBeCloseTo(0.6, 2);
  expect([...made.vector('p', 1)]).toEqual([-1, 0]);
  expect([...made.vector('p', 2)]).toEqual([0, 0]);
  expect([...made.vector('q', 0)]).toEqual([0, 0]);
});

test('gives the cosine with each sentence, before and after they were saved', async () => {
  const folder = await temporaryFolder();
  const property = fc.asyncProperty(
    fc.array(fc.array(unit, { maxLength: 4 }), { maxLength: 4 }),
    unit,
    async (rows, asked) => {
      const passages = rows.map(({ length }, index) => passageOf(`p${index}`, length));
      const made = new SentenceVectors(dimensions);
      for (const [index, units] of rows.entries()) made.set(`p${index}`, units);
      await made.save(folder, passages);
      const opened = await SentenceVectors.load(folder, dimensions, passages);
      for (const [index, units] of rows.entries())
        for (const [place, own] of units.entries()) {
          const exact = own.reduce((sum, value, at) => sum + value * asked[at]!, 0);
          expect(made.cosine(asked, `p${index}`, place)).toBeCloseTo(exact, 1);
          expect(opened.cosine(asked, `p${index}`, place)).toBe(made.cosine(asked, `p${index}`, place));
        }
    },
  );
  await fc.assert(property, { numRuns: 30 });
});

test('knows nothing of a sentence that is not there', () => {
  const vectors = new SentenceVectors(2);
  vectors.set('p', [Float32Array.of(1, 0)]);
  expect(vectors.cosine(Float32Array.of(1, 0), 'p', 1)).toBe(0);
  expect(vectors.cosine(Float32Array.of(1, 0), 'other', 0)).toBe(0);
});

test('says so when the file does not fit the passages', async () => {
  const folder = await temporaryFolder();
  const vectors = new SentenceVectors(2);
  vectors.set('p', [Float32Array.of(1, 0)]);
  await vectors.save(folder, [passageOf('p', 1)]);
  await expect(SentenceVectors.load(folder, 2, [passageOf('p', 2)])).rejects.toThrow(IndexError);
  const file = join(folder, 'sentences.i8');
  await writeFile(file, (await readFile(file)).subarray(1));
  await expect(SentenceVectors.load(folder, 2, [passageOf('p', 1)])).rejects.toThrow(IndexError);
});

test('an index encodes the sentences of new articles only, and all of them for another model', async () => {
  const corpus = SmallCorpus.of(3);
  const dataDir = await temporaryFolder();
  const encoded: string[] = [];
  const counting = (id: string): SentenceEmbedder => ({
    ...byLength,
    id,
    embed: (texts) => {
      encoded.push(...texts);
      return byLength.embed(texts);
    },
  });
  const open = (id: string) =>
    openIndex({ ...corpus.options(), dataDir, embedder: countingEmbedder(), sentences: counting(id) });
  await open('first');
  expect(encoded).toHaveLength(9);
  corpus.files.set('new.txt', 'Une seule phrase.');
  const { sentences, passages } = await open('first');
  expect(encoded.slice(9)).toEqual(['Une seule phrase.']);
  const [asked] = await byLength.embed(['Une seule phrase.']);
  const [id] = [...passages.keys()].slice(-1);
  expect(sentences.cosine(asked!, id!, 0)).toBeCloseTo(1, 2);
  await open('first');
  expect(encoded).toHaveLength(10);
  await open('second');
  expect(encoded).toHaveLength(20);
});
