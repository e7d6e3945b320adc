import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { EmbeddingError } from '../../src/errors.ts';
import { SentenceEncoder } from '../../src/reading/sentence-encoder.ts';
import { dot } from '../../src/text/text-vectors.ts';

const encoder = new SentenceEncoder();
const words = (text: string) => text.split(' ');
const encode = (...texts: string[]) => encoder.embed(texts);

describe('what sentences mean', () => {
  test.each([
    ['the bridge was closed to trucks', 'le pont a ete ferme aux camions', 'il pleuvait sur toute la region'],
    ['elle a quitte son poste', 'she resigned from her post', 'the bridge is new'],
    ['Trucks may no longer use the bridge.', 'Le pont est interdit aux camions.', 'Il pleuvait sur la ville.'],
    ['who broke the story', 'le journal a revele l affaire', 'le pont a ete ferme'],
  ])('"%s" is nearer to "%s" than to "%s"', async (text, alike, other) => {
    const [first, second, third] = await encode(text, alike, other);
    expect(dot(first!, second!)).toBeGreaterThan(dot(first!, third!) + 0.1);
  });

  test('is of length one', async () => {
    for (const vector of await encode('le pont', 'x', '', '1912')) expect(Math.hypot(...vector)).toBeCloseTo(1, 3);
  });

  test('is the same whatever is encoded beside it, and when it is asked for again', async () => {
    const fresh = () => new SentenceEncoder();
    const [alone] = await fresh().encode([words('le pont a ete ferme')]);
    const own = fresh();
    const [, among] = await own.encode([
      words('il pleuvait ce jour la sur toute la region'),
      words('le pont a ete ferme'),
    ]);
    const [again] = await own.encode([words('le pont a ete ferme')]);
    expect(dot(alone!.vector, among!.vector)).toBeGreaterThan(0.999);
    expect(again).toEqual(among);
  });

  test('of a text longer than it reads is that of its beginning', async () => {
    const long = Array.from({ length: 400 }, (_, at) => `mot${at}`);
    const [whole, start] = await encoder.encode([long, long.slice(0, 126)]);
    expect(whole).toEqual(start);
  });

  test('is kept under an id that changes with the files of the model', async () => {
    const hash = createHash('sha256');
    for (const name of ['encoder.onnx', 'pieces.txt', 'pieces.i8'])
      hash.update(await readFile(new URL(`../../models/bellerophon-sentences-fr-en/${name}`, import.meta.url)));
    // Other files: raise the number in the id, or indexes made with the ones before go on being used; then put the new digest here.
    expect([encoder.id, hash.digest('hex').slice(0, 16)]).toEqual([
      'bellerophon-sentences-fr-en 2',
      '8966c398bec77f07',
    ]);
  });

  test('of nothing is nothing', async () => {
    expect(await encoder.encode([])).toEqual([]);
  });

  test('cannot be told with a damaged model', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'bellerophon-encoder-'));
    const file = path.join(folder, 'encoder.onnx');
    await writeFile(file, 'not a graph');
    await expect(new SentenceEncoder(file).encode([['pont']])).rejects.toThrow(EmbeddingError);
    await rm(folder, { recursive: true });
  });
});
