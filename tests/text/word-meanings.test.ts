import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EmbeddingError } from '../../src/errors.ts';
import { dot } from '../../src/text/text-vectors.ts';
import { meaningDimensions, openWordMeanings, WordMeanings } from '../../src/text/word-meanings.ts';

const shipped = openWordMeanings();
const likeness = (first: string, second: string) => dot(shipped.vector(first), shipped.vector(second));

/** Each word in a direction of its own. */
function meaningsOf(...words: string[]): WordMeanings {
  const vectors = new Int8Array(words.length * meaningDimensions);
  for (const at of words.keys()) vectors[at * meaningDimensions + at] = 127;
  return new WordMeanings(words, vectors);
}

describe('what words mean', () => {
  test.each([
    ['telephone', 'phone', 'minister'],
    ['journaliste', 'journalists', 'border'],
    ['espionnage', 'spying', 'election'],
    ['envoy', 'emissaire', 'cheese'],
    ['handsets', 'telephones', 'lawyers'],
  ])('is alike for "%s" and "%s", unlike for "%s"', (word, alike, unlike) => {
    expect(likeness(word, alike)).toBeGreaterThan(likeness(word, unlike) + 0.3);
  });

  test('is of unit length, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{1,14}$/)), (word) => {
        const length = Math.hypot(...shipped.vector(word));
        expect(Math.min(Math.abs(length), Math.abs(length - 1))).toBeLessThan(1e-5);
      }),
    );
  });

  test('is that of words that begin alike where a word is not listed', () => {
    const meanings = meaningsOf('israel', 'israelien', 'isthme', 'zebre');
    const vector = meanings.vector('israelienne');
    expect(vector[1]).toBeGreaterThan(vector[0]!);
    expect(vector[0]).toBeGreaterThan(0);
    expect(vector[2]).toBe(0);
  });

  test('is not known of a word that only its first letters share', () => {
    const meanings = meaningsOf('cont', 'contrat', 'controle');
    for (const word of ['co', 'contempler', 'zebre', '', '1912'])
      expect(meanings.vector(word).every((value) => value === 0)).toBe(true);
  });

  test('cannot be opened from files that do not belong together', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'bellerophon-words-'));
    const from = pathToFileURL(`${folder}/`);
    expect(() => openWordMeanings(from)).toThrow(EmbeddingError);
    await writeFile(path.join(folder, 'words.txt'), 'un\ndeux\n');
    await writeFile(path.join(folder, 'words.i8'), new Int8Array(meaningDimensions));
    expect(() => openWordMeanings(from)).toThrow(/restore it from the repository/);
    await rm(folder, { recursive: true });
  });
});
