import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { openBundledEmbedder } from '../../src/embedding/bundled-embedder.ts';
import { bundledModelFolder } from '../../src/embedding/bundled-model.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { CrossReader, nothingAsked } from '../../src/reading/cross-reader.ts';
import { knownNumber, knownNumbers, knownStemsFile } from '../../src/reading/known-words.ts';
import { TextVectors } from '../../src/text/text-vectors.ts';
import { openWordMeanings } from '../../src/text/word-meanings.ts';
import type { NameEntry, NameKind, ToldText } from '../../src/types.ts';

const name = (canonical: string, kind: NameKind): NameEntry => ({
  id: canonical.toLowerCase(),
  kind,
  canonical,
  variants: [canonical],
  articleIds: [],
});
const names = createNameIndex(
  [name('Nadia Ferrand', 'person'), name('Hugo Maillard', 'person'), name('Vauxelles', 'place')],
  new Set(),
);
const told = (sentence: string, before = ''): ToldText => ({ sentence, before, title: 'Le Relais - Pont fermé' });
const signed = told('Le rapport sur le pont a été signé par Nadia Ferrand, ingénieure de la ville de Vauxelles.');
const closed = told('Le pont a été fermé aux camions le 12 mars 2024, faute de crédits.');
const weather = told('Il pleuvait ce jour-là sur toute la région.');

describe('the reader', () => {
  let reader: CrossReader;
  beforeAll(async () => {
    const vectors = new TextVectors(await openBundledEmbedder(bundledModelFolder));
    reader = new CrossReader(names, vectors, openWordMeanings());
  });

  test('finds the sentence that answers', async () => {
    const asked = 'Qui a signé le rapport sur le pont ?';
    const [right, ...wrong] = await reader.read(asked, [signed, closed, weather]);
    for (const one of wrong) expect(right!.answers).toBeGreaterThan(one.answers);
  });

  test('reads across languages', async () => {
    const [when, who] = await reader.read('When was the bridge closed to trucks?', [closed, signed]);
    expect(when!.answers).toBeGreaterThan(who!.answers);
  });

  test('holds a claim that the sentence bears out for likelier than one that turns it round', async () => {
    const bears = async (claim: string) => (await reader.read(claim, [signed]))[0]!.bearsOut;
    expect(await bears('Nadia Ferrand a signé le rapport sur le pont.')).toBeGreaterThan(
      await bears('Nadia Ferrand a refusé de signer le rapport sur le pont.'),
    );
  });

  test('tells whether a sentence says yes, says no, or says that nobody knows', async () => {
    const texts = [
      told('Nadia Ferrand a signé le rapport sur le pont lundi.'),
      told('Nadia Ferrand a refusé de signer le rapport sur le pont.'),
      told('On ignore encore si Nadia Ferrand a signé le rapport sur le pont.'),
    ];
    const readings = await reader.read('Nadia Ferrand a-t-elle signé le rapport sur le pont ?', texts);
    const surest = readings.map(({ stances }) => Object.entries(stances).sort(([, a], [, b]) => b - a)[0]?.[0]);
    expect(surest).toEqual(['asserts', 'denies', 'unknown']);
    for (const { stances } of readings) expect(stances.asserts + stances.denies + stances.unknown).toBeCloseTo(1, 4);
  });

  test('has a row for every word that is said to be known', async () => {
    const stems = readFileSync(knownStemsFile, 'utf8').trim().split('\n');
    const [last] = stems.slice(-1);
    expect(knownNumber(last!)).toBe(knownNumbers - 1);
    await expect(reader.read(last!, [told(`${last} ${stems[0]}`)])).resolves.toHaveLength(1);
  });

  test('makes of a text what it makes of it alone, whatever is read beside it', async () => {
    const alone = (await reader.read('Qui a signé ?', [signed]))[0]!;
    const among = (await reader.read('Qui a signé ?', [weather, closed, signed]))[2]!;
    expect(among.answers).toBeCloseTo(alone.answers, 3);
  });

  test('gives a reading a text, in order, also for empty ones', async () => {
    expect(await reader.read('Qui ?', [])).toEqual([]);
    const readings = await reader.read('Qui ?', [told(''), signed]);
    expect(readings).toHaveLength(2);
    expect(readings.every(({ answers }) => Number.isFinite(answers))).toBe(true);
    expect(await reader.read('', [signed])).toEqual([nothingAsked]);
  });
});
