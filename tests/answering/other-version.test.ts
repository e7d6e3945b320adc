import { describe, expect, it } from 'vitest';
import { perhapsOtherwise, tellsOtherwise } from '../../src/answering/other-version.ts';
import { madeUpFile, name } from './made-up-file.ts';
import { bought, cracks, howMany, moreCracks, sameCracks, whether } from './viaduct.ts';

const names = [name('organisation', 'Radio Rive'), name('organisation', 'Radio Nord')];

describe('telling otherwise', () => {
  const compare = async (question: string, sentences: readonly string[], both = false) => {
    const written = both
      ? [{ id: 'a', text: sentences.join(' ') }]
      : sentences.map((text, index) => ({ id: `ab`[index]!, text }));
    const { question: read, ranked } = await madeUpFile(written, names)(question);
    return [tellsOtherwise(read, ranked[0]!, ranked[1]!), tellsOtherwise(read, ranked[1]!, ranked[0]!)];
  };

  it('is another value in another article', async () => {
    expect(await compare(howMany, moreCracks)).toEqual([true, true]);
    expect(await compare(howMany, sameCracks)).toEqual([false, false]);
  });

  it('is no matter within one article', async () => {
    expect(await compare(howMany, moreCracks, true)).toEqual([false, false]);
  });

  it('is another stance on a yes/no question', async () => {
    expect(await compare(whether, [bought, 'La mairie n’a pas acheté le terrain.'])).toEqual([true, true]);
    expect(await compare(whether, [bought, 'La mairie a acheté le terrain hier.'])).toEqual([false, false]);
  });

  it('needs a value on both sides', async () => {
    expect(await compare(howMany, [...cracks, 'Les ingénieurs ont compté les fissures.'])).toEqual([false, false]);
  });

  it('is not a time of day written in another way', async () => {
    const closed = ['La mairie a fermé le viaduc à 18 h 15.', 'Le viaduc a été fermé par la mairie dans la soirée.'];
    expect(await compare('À quelle heure la mairie a-t-elle fermé le viaduc ?', closed)).toEqual([false, false]);
  });

  it('is another outlet that told it first, however the question asks for it', async () => {
    const told = ['Selon Radio Rive, la mairie a fermé le viaduc.', 'Selon Radio Nord, la mairie a fermé le viaduc.'];
    expect(await compare('Quel média a révélé la fermeture du viaduc ?', told)).toEqual([true, true]);
    expect(await compare('Who revealed that the viaduct was closed?', told)).toEqual([true, true]);
  });
});

describe('read for another version', () => {
  const chosen = async (question: string, sentences: readonly string[], answers?: number) => {
    const written = sentences.map((text, index) => ({ id: `abcd`[index]!, text }));
    const { question: read, ranked } = await madeUpFile(written, names)(question, answers);
    return perhapsOtherwise(read, ranked).map(({ text }) => text);
  };

  it('are sentences with another value than the best', async () => {
    const best = await chosen(howMany, [...moreCracks, 'Les ingénieurs ont compté les fissures.']);
    expect(best).toHaveLength(1);
    expect(moreCracks).toContain(best[0]);
  });

  it('are any of other articles where yes or no is asked', async () => {
    expect(
      await chosen(whether, [
        bought,
        'La mairie a vu le terrain du viaduc.',
        'La maire parle aux riverains du vieux quai.',
      ]),
    ).toHaveLength(2);
  });

  it('are none that are read already', async () => {
    expect(await chosen(howMany, moreCracks, -2)).toEqual([]);
  });
});
