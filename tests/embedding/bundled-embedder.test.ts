import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBundledEmbedder } from '../../src/embedding/bundled-embedder.ts';
import { EmbeddingError } from '../../src/errors.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeTinyModel } from './tiny-model.ts';

async function open() {
  const folder = await temporaryFolder();
  await writeTinyModel(folder);
  return { folder, embedder: await openBundledEmbedder(folder) };
}

const cosine = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

test('gives a unit vector of the model’s dimensions for each text, in the order of the texts', async () => {
  const { embedder } = await open();
  const texts = ['un chat dort', 'le chien', 'deux', 'un chien mange le chat'];
  const together = await embedder.embedDocuments(texts);
  expect(embedder.dimensions).toBe(8);
  for (const [i, text] of texts.entries()) {
    expect(together[i]).toHaveLength(8);
    expect(cosine(together[i]!, together[i]!)).toBeCloseTo(1, 5);
    expect(cosine(together[i]!, await embedder.embedQuery(text))).toBeCloseTo(1, 5);
  }
  await embedder.close();
});

test('a text of unknown words only has a vector of zeros, never NaN', async () => {
  const { embedder } = await open();
  expect(await embedder.embedDocuments(['zzz', '', 'chat'])).toEqual([
    new Array(8).fill(0),
    new Array(8).fill(0),
    expect.not.arrayContaining([0]),
  ]);
});

test('lets other work go on between the batches of many texts', async () => {
  const { embedder } = await open();
  let breaths = 0;
  const timer = setInterval(() => (breaths += 1), 0);
  await embedder.embedDocuments(Array.from({ length: 2000 }, () => 'un chat dort le chien mange'));
  clearInterval(timer);
  expect(breaths).toBeGreaterThan(3);
});

test('the fingerprint is that of the files: it stays with them and changes with them', async () => {
  const { folder, embedder } = await open();
  expect((await openBundledEmbedder(folder)).fingerprint).toBe(embedder.fingerprint);
  await writeTinyModel(folder, { dimensions: 12 });
  expect((await openBundledEmbedder(folder)).fingerprint).not.toBe(embedder.fingerprint);
});

test('names the file that is missing', async () => {
  const folder = await temporaryFolder();
  await expect(openBundledEmbedder(folder)).rejects.toThrow(EmbeddingError);
  await expect(openBundledEmbedder(folder)).rejects.toThrow(/config\.json is missing/);
});

test('says that the files are damaged, without printing a stack of its own', async () => {
  const { folder } = await open();
  await writeFile(join(folder, 'onnx/model_quantized.onnx'), 'not a model');
  const printed: unknown[] = [];
  const { warn } = console;
  console.warn = (...line) => printed.push(line);
  try {
    await expect(openBundledEmbedder(folder)).rejects.toThrow(/cannot be loaded.*damaged/);
  } finally {
    console.warn = warn;
  }
  expect(printed).toEqual([]);
});
