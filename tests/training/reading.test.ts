import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBundledEmbedder } from '../../src/embedding/bundled-embedder.ts';
import { bundledModelFolder } from '../../src/embedding/bundled-model.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { CrossReader } from '../../src/reading/cross-reader.ts';
import { SentenceEncoder } from '../../src/reading/sentence-encoder.ts';
import { TextVectors } from '../../src/text/text-vectors.ts';
import { openWordMeanings } from '../../src/text/word-meanings.ts';
import { pythonWith } from './python.ts';
import { writeSmallExamples } from './small-affair.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const python = pythonWith('numpy, onnx, torch');
const title = python
  ? 'training a reader on a small affair'
  : 'training a reader on a small affair (skipped: no python3 here has numpy, onnx and torch; see training/README.md)';

describe.skipIf(!python)(title, () => {
  let folder = '';
  const at = (...parts: string[]) => path.join(folder, ...parts);
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'bellerophon-reader-'));
    const examples = await writeSmallExamples(folder);
    const options = ['--smoke', '--examples', examples, '--out', at('model'), '--work', at('work')];
    await run(python!, ['-m', 'training.reading.train', ...options], { cwd: repository });
    const first = at('work', 'reader.pt');
    const second = ['--work', at('second'), '--begin', first, '--taught-by', first];
    await run(python!, ['-m', 'training.reading.train', ...options, ...second], { cwd: repository });
    const both = [`3:${first}`, `1:${at('second', 'reader.pt')}`];
    await run(python!, ['-m', 'training.reading.average', at('mean.pt'), ...both], { cwd: repository });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('gives a graph that the answering reads with, and that says the same of a text alone and among others', async () => {
    const vectors = new TextVectors(await openBundledEmbedder(bundledModelFolder));
    const reader = new CrossReader(
      createNameIndex([], new Set()),
      vectors,
      openWordMeanings(),
      new SentenceEncoder(),
      at('model', 'reader.onnx'),
    );
    const told = ['Nadia Ferrand a fermé le quai en 2001.', 'Il pleut.'].map((sentence) => ({
      sentence,
      before: '',
      title: 'Le Relais - Le port',
    }));
    const [first] = await reader.read('Qui a fermé le quai ?', told.slice(0, 1));
    const [again, other] = await reader.read('Qui a fermé le quai ?', told);
    expect(again?.answers).toBeCloseTo(first?.answers ?? Number.NaN, 3);
    expect(Number.isFinite(other?.bearsOut)).toBe(true);
  });

  test('averages readers by their weights', async () => {
    const script = `
import sys, torch
first, second, mean = (torch.load(file)["model"] for file in sys.argv[1:])
print(all(torch.allclose(0.75 * first[name] + 0.25 * second[name], mean[name]) for name in mean), any((first[name] != second[name]).any() for name in mean))`;
    const files = [at('work', 'reader.pt'), at('second', 'reader.pt'), at('mean.pt')];
    expect((await run(python!, ['-c', script, ...files])).stdout).toBe('True True\n');
  });
});
