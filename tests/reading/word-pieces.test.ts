import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EmbeddingError } from '../../src/errors.ts';
import { openWordPieces, pieceDimensions, WordPieces } from '../../src/reading/word-pieces.ts';

const shipped = openWordPieces();

function likeness(first: string, second: string): number {
  const [a, b] = [shipped.vector(first), shipped.vector(second)];
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
}

/** Each piece in a direction of its own. */
function piecesOf(...pieces: string[]): WordPieces {
  const vectors = new Int8Array(pieces.length * pieceDimensions);
  for (const at of pieces.keys()) vectors[at * pieceDimensions + at] = 127;
  return new WordPieces(pieces, vectors);
}

const shares = (pieces: WordPieces, word: string) =>
  [...pieces.vector(word)].slice(0, 4).map((share) => +share.toFixed(2));

describe('pieces of words', () => {
  test.each([
    ['querelle', 'quarrel', 'bridge'],
    ['ministre', 'minister', 'phone'],
    ['telephone', 'phone', 'minister'],
    ['avait', 'had', 'bridge'],
  ])('say of the French word "%s" what they say of "%s"', (french, english, other) => {
    expect(likeness(french, english)).toBeGreaterThan(likeness(french, other) + 0.3);
  });

  test('are the longest first, and the word is their mean', () => {
    const pieces = piecesOf('##ing', '##s', 'spy', 'spyw');
    expect(shares(pieces, 'spying')).toEqual([0.5, 0, 0.5, 0]);
    expect(shares(pieces, 'spys')).toEqual([0, 0.5, 0.5, 0]);
    expect(shares(pieces, 'spy')).toEqual([0, 0, 1, 0]);
  });

  test('of a word that is not there are the words that begin alike', () => {
    const pieces = piecesOf('##ne', 'israelien', 'zebre');
    expect(shares(pieces, 'israelienne')).toEqual([0, 1, 0, 0]);
  });

  test('of a word that they cannot make up are none', () => {
    const pieces = piecesOf('##s', 'spy');
    for (const word of ['spying', 'zebre', '', ' ', '…'])
      expect(pieces.vector(word).every((value) => value === 0)).toBe(true);
  });

  test('are numbers between -1 and 1 for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9' -]{1,20}$/)), (word) => {
        const vector = shipped.vector(word);
        expect(vector).toHaveLength(pieceDimensions);
        expect(vector.every((value) => Math.abs(value) <= 1.01)).toBe(true);
      }),
    );
  });

  test('cannot be opened from files that do not belong together', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'bellerophon-pieces-'));
    const from = pathToFileURL(`${folder}/`);
    expect(() => openWordPieces(from)).toThrow(EmbeddingError);
    await writeFile(path.join(folder, 'pieces.txt'), '##s\nspy\n');
    await writeFile(path.join(folder, 'pieces.i8'), new Int8Array(pieceDimensions));
    expect(() => openWordPieces(from)).toThrow(/restore it from the repository/);
    await rm(folder, { recursive: true });
  });
});
