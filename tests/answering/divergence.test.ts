import { describe, expect, it } from 'vitest';
import { findDivergence } from '../../src/answering/divergence.ts';
import { asAlike, madeUpFile, name } from './made-up-file.ts';
import { bought, cracks, howMany, moreCracks, sameCracks, whether } from './viaduct.ts';

const names = [name('person', 'Hélène Vasseur'), name('person', 'Marc Tellier'), name('organisation', 'Radio Rive')];
const versions = async (question: string, sentences: readonly string[], outlet?: string) => {
  const written = sentences.map((text, index) => ({ id: `abc`[index]!, text, ...(outlet && { outlet }) }));
  const { question: read, statements, matcher, dossier } = await madeUpFile(written, names)(question);
  const found = findDivergence(read, statements, matcher, dossier, asAlike);
  return found && { by: found.by, articles: found.versions.map(({ lead }) => lead.article.id).sort() };
};

describe('sources that differ', () => {
  it('give different numbers of what is counted', async () => {
    expect(await versions(howMany, moreCracks)).toEqual({ by: 'values', articles: ['a', 'b'] });
  });

  it('give different dates of the same event', async () => {
    const dates = ['La maire a fermé le viaduc le 4 mars 2024.', 'La maire a fermé le viaduc le 9 mars 2024.'];
    expect(await versions('Quand la maire a-t-elle fermé le viaduc ?', dates)).toMatchObject({ by: 'values' });
  });

  it('name different persons for the same deed', async () => {
    const persons = ['Hélène Vasseur a dessiné le viaduc.', 'Marc Tellier a dessiné le viaduc.'];
    expect(await versions('Qui a dessiné le viaduc ?', persons)).toMatchObject({ by: 'values' });
  });

  it('name different outlets as the first to tell', async () => {
    const outlets = [name('organisation', 'Radio Rive'), name('organisation', 'Le Phare')];
    const told = [
      { id: 'a', text: 'Selon Radio Rive, la mairie a fermé le viaduc en secret.', outlet: 'La Gazette' },
      { id: 'b', text: 'D’après Le Phare, la mairie a fermé le viaduc en secret mardi.', outlet: 'Le Phare' },
    ];
    for (const asked of [
      'Qui a révélé la fermeture secrète du viaduc par la mairie ?',
      'Qui a révélé la fermeture secrète du viaduc par la mairie, un journal parisien ou une radio ?',
    ]) {
      const { question, statements, matcher, dossier } = await madeUpFile(told, outlets)(asked);
      const found = findDivergence(question, statements, matcher, dossier, asAlike);
      expect(found?.versions.map(({ lead }) => lead.article.id)).toEqual(['a', 'b']);
    }
  });

  it('assert what others deny', async () => {
    const denied = 'La mairie nie avoir acheté le terrain du viaduc.';
    expect(await versions(whether, [bought, denied])).toEqual({ by: 'stance', articles: ['a', 'b'] });
  });

  it('assert what others say is not known', async () => {
    const unknown = 'On ignore si la mairie a acheté le terrain du viaduc.';
    expect(await versions(whether, [bought, unknown])).toMatchObject({ by: 'unsettled' });
  });

  it('each tell of one side of "A or B"', async () => {
    const sides = [
      'La ville construira un tramway électrique derrière le marché couvert.',
      'La ville construira un parking souterrain, promettent les élus écologistes.',
    ];
    expect(await versions('La ville construira-t-elle un tramway ou un parking ?', sides)).toMatchObject({
      by: 'values',
    });
  });
});

it('takes what differs for a version only where it is likely to tell of the same point', async () => {
  const told = moreCracks.map((text, index) => ({ id: 'ab'[index]!, text }));
  const unlikely = await madeUpFile(told, names)(howMany, -6);
  const { question, statements, matcher, dossier } = unlikely;
  expect(findDivergence(question, statements, matcher, dossier, () => -0.2)).toBeNull();
});

describe('sources that agree', () => {
  it.each([
    ['say the same number', howMany, sameCracks],
    ['are alone', howMany, cracks],
    ['say nothing at all', howMany, []],
    ['count something else', howMany, [...cracks, 'Les ingénieurs ont compté vingt pigeons sur le viaduc.']],
    [
      'give a day and its month',
      'Quand la maire a-t-elle fermé le viaduc ?',
      ['La maire a fermé le viaduc le 4 mars 2024.', 'La maire a fermé le viaduc en mars 2024.'],
    ],
    ['both assert', whether, [bought, 'La mairie a enfin acheté le terrain près du viaduc.']],
    ['both deny', whether, ['La mairie nie avoir acheté le terrain.', 'La mairie n’a jamais acheté le terrain.']],
  ])('%s', async (_, question, sentences) => {
    expect(await versions(question, sentences)).toBeNull();
  });

  it('are one source where one outlet gives both versions', async () => {
    expect(await versions(howMany, moreCracks, 'Radio Rive')).toBeNull();
  });
});
