import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { env, pipeline } from '@xenova/transformers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pythonWith } from './python.ts';
import { sentencePairs, writeSmallCorpus } from './small-corpus.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const python = pythonWith('numpy, onnx, torch');
const title = python
  ? 'training on a few hundred lines'
  : 'training on a few hundred lines (skipped: no python3 here has numpy, onnx and torch; see training/README.md)';

describe.skipIf(!python)(title, () => {
  let folder = '';
  const at = (...parts: string[]) => path.join(folder, ...parts);
  const trainingArguments = (run: string) => [
    ...['-m', 'training.train', '--smoke', '--steps', '200'],
    ...['--data', at('data'), '--out', at(run, 'model'), '--work', at(run, 'work')],
  ];
  const train = (run: string) => promisify(execFile)(python!, trainingArguments(run), { cwd: repository });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'bellerophon-training-'));
    await writeSmallCorpus(at('data'));
    await train('unbroken');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('the model loads through the real pipeline and finds translations', async () => {
    env.localModelPath = at('unbroken');
    env.allowRemoteModels = false;
    const embed = await pipeline('feature-extraction', 'model', { quantized: true });
    const pairs = sentencePairs().filter((_, index) => index % 12 === 0);
    const vectors = async (texts: string[]) => (await embed(texts, { pooling: 'cls' })).tolist() as number[][];
    const english = await vectors(pairs.map((pair) => pair.english));
    const french = await vectors(pairs.map((pair) => pair.french));
    const dot = (a: number[], b: number[]) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
    const found = english.filter((vector, row) => {
      const scores = french.map((other) => dot(vector, other));
      return scores.indexOf(Math.max(...scores)) === row;
    });
    expect(dot(english[0]!, english[0]!)).toBeCloseTo(1, 4);
    expect(found.length / pairs.length).toBeGreaterThanOrEqual(0.9);
  });

  test('a text without words has a vector of zeros, not NaN', async () => {
    env.localModelPath = at('unbroken');
    env.allowRemoteModels = false;
    const embed = await pipeline('feature-extraction', 'model', { quantized: true });
    const [empty] = (await embed(['', 'the minister'], { pooling: 'cls' })).tolist() as number[][];
    expect(new Set(empty)).toEqual(new Set([0]));
  });

  test('a killed training goes on from its checkpoint and ends with the same weights', async () => {
    const child = spawn(python!, trainingArguments('killed'), { cwd: repository, stdio: 'ignore' });
    const exited = once(child, 'exit');
    while (!existsSync(at('killed', 'work', 'checkpoint.pt')) && child.exitCode === null) await sleep(5);
    child.kill('SIGKILL');
    await exited;
    expect(existsSync(at('killed', 'model'))).toBe(false);
    const { stderr } = await train('killed');
    expect(stderr).toContain('resuming at step');
    const weights = (run: string) => readFile(at(run, 'model', 'onnx', 'model_quantized.onnx'));
    expect((await weights('killed')).equals(await weights('unbroken'))).toBe(true);
  });
});
