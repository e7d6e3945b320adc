import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dot } from '../../src/text/text-vectors.ts';
import { openWordMeanings, type WordMeanings } from '../../src/text/word-meanings.ts';
import { pythonWith } from './python.ts';
import { sentencePairs, writeSmallCorpus } from './small-corpus.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const python = pythonWith('numpy');
const title = python
  ? 'a table of words made of a small corpus'
  : 'a table of words made of a small corpus (skipped: no python3 here has numpy; see training/README.md)';

/** Numbers that look drawn at random, the same in every run. */
function scattered(count: number, seed: number): number[] {
  let state = seed + 1;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  });
}

describe.skipIf(!python)(title, () => {
  let folder = '';
  let meanings: WordMeanings;
  const likeness = (first: string, second: string) => dot(meanings.vector(first), meanings.vector(second));
  const english = [...new Set(sentencePairs().flatMap(({ english }) => english.replace('.', '').split(' ')))];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'bellerophon-words-'));
    await writeSmallCorpus(folder);
    // More words than a vector has numbers, or taking out the common directions would leave nothing to tell them by.
    const words = [...english, ...Array.from({ length: 300 }, (_, at) => `filler${'abcdefghij'[at % 10]}${at}`)];
    const glove = path.join(folder, 'glove.json');
    const vectors = Object.fromEntries(words.map((word, at) => [word, [...scattered(100, 7919 * at), 1, at]]));
    await writeFile(glove, JSON.stringify({ words, vectors }));
    const run = spawnSync(
      python!,
      ['-m', 'training.words.table', '--glove', glove, '--data', folder, '--out', folder],
      { cwd: repository, encoding: 'utf8' },
    );
    expect(run.stderr).toMatch(/^\d+ words\n$/);
    meanings = openWordMeanings(pathToFileURL(`${folder}/`));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([
    ['ministre', 'minister'],
    ['enquete', 'inquiry'],
    ['perdu', 'lost'],
    ['logiciel', 'software'],
  ])('gives "%s" the meaning of "%s" and of no other word', (french, translation) => {
    expect(likeness(french, translation)).toBeGreaterThan(0.8);
    for (const other of english.filter((word) => word.length > 3 && word !== translation))
      expect(likeness(french, other)).toBeLessThan(likeness(french, translation));
  });

  test('keeps English words apart', () => {
    expect(Math.abs(likeness('minister', 'software'))).toBeLessThan(0.5);
  });
});
