import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../src/answering/values.ts';
import { madeUpFile, name } from './made-up-file.ts';

const file = (text: string) =>
  madeUpFile([{ id: 'a', text }], [name('person', 'Ilse Brandt', 'Brandt'), name('place', 'Rotterdam')]);

/** Keys of the values of the only sentence, best fit first. */
async function found(asked: string, text: string): Promise<string[]> {
  const { question, ranked } = await file(text)(asked);
  return ranked
    .flatMap((candidate) => valuesOf(question, candidate))
    .sort((a, b) => b.fit - a.fit)
    .map(({ key }) => key);
}

describe('the ages in a sentence', () => {
  it.each([
    ['Ilse Brandt, 47 ans, dirige le port depuis 2019.', ['47']],
    ['The 47-year-old Ilse Brandt has run the port since 2019.', ['47']],
    ['Brandt, 47, has run the port with 12 pilots.', ['47']],
    ['Le pont, âgé de 112 ans, ferme en 2024.', ['112']],
    ['Ilse Brandt dirige le port depuis 2019 avec 12 pilotes.', []],
  ])('of "%s" are %j', async (text, expected) => {
    expect(await found('Quel âge a Ilse Brandt ?', text)).toEqual(expected);
  });
});

describe('the durations in a sentence', () => {
  it('fit best where a unit of time follows', async () => {
    const keys = await found(
      'Combien de temps le port est-il resté fermé ?',
      'Le port et ses 12 quais sont restés fermés 17 jours.',
    );
    expect(keys[0]).toBe('17');
  });

  it('are asked for by "how long"', async () => {
    const keys = await found('How long was the port closed?', 'The port and its 12 quays were closed for nine weeks.');
    expect(keys[0]).toBe('9');
  });
});

describe('the times of day in a sentence', () => {
  it.each([
    [
      'À quelle heure le port a-t-il fermé ?',
      'Le port a fermé mardi 3 mai 2022 à 18 h 15, selon la mairie.',
      ['18 h 15'],
    ],
    ['At what time did the port close?', 'The port closed on Tuesday at 8.40 a.m., the council said.', ['8.40']],
    ['À quelle heure le port a-t-il fermé ?', 'Le port a fermé mardi 3 mai 2022, pour 18 jours.', []],
    ['Quand le port a-t-il fermé ?', 'Le port a fermé le 3 mai 2022 à 18 h 15.', ['2022-05-03']],
  ])('"%s", "%s": %j', async (asked, text, expected) => {
    expect(await found(asked, text)).toEqual(expected);
  });
});

describe('the counts in a sentence', () => {
  it('fit best before the noun that the question counts', async () => {
    const keys = await found('Combien de quais ont fermé ?', 'En 17 jours, Rotterdam a fermé 12 quais.');
    expect(keys[0]).toBe('12');
  });
});
