import { describe, expect, it } from 'vitest';
import { readMore } from '../../src/answering/ranking.ts';
import { nothingAsked } from '../../src/reading/cross-reader.ts';
import type { Reader } from '../../src/types.ts';
import { madeUpFile } from './made-up-file.ts';

const articles = ['La mairie a fermé le pont.', 'La mairie a repeint le pont.', 'Un pont tombe en ruine.'].map(
  (text, index) => ({ id: `abc`[index]!, text }),
);
const asked: string[][] = [];
const sure: Reader = {
  read: async (_, told) => {
    asked.push(told.map(({ sentence }) => sentence));
    return told.map(() => ({ ...nothingAsked, answers: 9 }));
  },
};

describe('reading some more of ranked sentences', () => {
  it('reads those and no others, and does not let them come before the best', async () => {
    const { question, ranked } = await madeUpFile(articles)('La mairie a-t-elle fermé le pont ?', -2);
    const [best, , last] = ranked;
    const again = await readMore(question, ranked, [last!], sure);
    expect(asked).toEqual([[last!.text]]);
    expect(again.map(({ text }) => text)[0]).toBe(best!.text);
    expect(again.find(({ text }) => text === last!.text)).toMatchObject({ reading: { answers: 9 } });
    expect(again.map(({ score }) => score)).toEqual(again.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('reads nothing where nothing is chosen', async () => {
    const { question, ranked } = await madeUpFile(articles)('La mairie a-t-elle fermé le pont ?', -2);
    asked.length = 0;
    expect(await readMore(question, ranked, [], sure)).toEqual(ranked);
    expect(asked).toEqual([]);
  });
});
