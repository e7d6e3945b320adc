import { describe, expect, it } from 'vitest';
import { buildNames } from '../../src/names/build-names.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { countOrdinaryWords } from '../../src/names/vocabulary.ts';
import type { Article, NameEntry } from '../../src/types.ts';
import { article } from './article.ts';

const entryOf = (entries: readonly NameEntry[], spelling: string): NameEntry | undefined =>
  entries.find((entry) => entry.variants.includes(spelling));

/** A file on another affair: a museum, a stolen painting, two experts with similar names. */
const museum: Article[] = [
  article(
    'Le directeur du musée des Beaux-Arts de Lyon, Aurélien Vasseur, a reçu mardi la conservatrice Ilse Brandt. Mme Brandt dirige la Galerie Morel. Selon Le Temps, M. Vasseur a refusé de répondre.',
    { outlet: 'Le Temps' },
  ),
  article(
    'Ilse Brant, conservatrice de la Galerie Morel, affirme que le tableau se trouvait en Suisse. Le monde de l’art s’interroge. Aurelien Vaseur, directeur du musée de Lyon, dément. Le Temps a publié la lettre.',
    { outlet: 'Le Courrier' },
  ),
  article(
    'The painting was seen in Switzerland, says Scotland Yard. Museum director Aurélien Vasseur met Emma Brandt, a Danish lawyer, in Lyon. Brandt would not comment. The International Council of Museums (ICM) is involved, and the ICM has asked for an inquiry.',
    { language: 'en', outlet: 'The Dispatch' },
  ),
  article(
    'Michel Barnier, négociateur européen, et Michel Bernier, boulanger à Tours, ont signé la pétition. Michel Bernier vend du pain. Michel Barnier négocie à Bruxelles.',
  ),
];

describe('buildNames', () => {
  const entries = buildNames(museum, []);

  it('takes a capital for a place where only its government speaks', () => {
    const told = buildNames([article('Rabat dément avoir vendu le tableau. Le musée croit Rabat.')], []);
    expect(entryOf(told, 'Rabat')?.kind).toBe('place');
  });

  it('joins spellings of a person that sound alike', () => {
    const vasseur = entryOf(entries, 'Aurélien Vasseur');
    expect(vasseur?.canonical).toBe('Aurélien Vasseur');
    expect(vasseur?.kind).toBe('person');
    expect(vasseur?.variants).toEqual(expect.arrayContaining(['Aurelien Vaseur', 'Vasseur']));
    expect(vasseur?.articleIds).toHaveLength(3);
  });

  it('joins spellings a letter apart when they stand in the same surroundings', () => {
    expect(entryOf(entries, 'Ilse Brant')).toBe(entryOf(entries, 'Ilse Brandt'));
  });

  it('never joins two people who share a surname or a given name', () => {
    expect(entryOf(entries, 'Emma Brandt')).not.toBe(entryOf(entries, 'Ilse Brandt'));
    expect(entryOf(entries, 'Michel Barnier')).toBeDefined();
    expect(entryOf(entries, 'Michel Barnier')).not.toBe(entryOf(entries, 'Michel Bernier'));
  });

  it('knows the French and English names of countries as one', () => {
    expect(entryOf(entries, 'Suisse')).toBe(entryOf(entries, 'Switzerland'));
    expect(entryOf(entries, 'Suisse')?.kind).toBe('place');
  });

  it('reads acronyms that a text spells out', () => {
    expect(entryOf(entries, 'ICM')).toBe(entryOf(entries, 'International Council of Museums'));
  });

  it('takes no ordinary word for a name', () => {
    for (const word of ['monde', 'Mardi', 'Selon', 'Le', 'Museum', 'Mme'])
      expect(entryOf(entries, word)).toBeUndefined();
  });

  it('takes outlets for organisations', () => {
    expect(entryOf(entries, 'Le Temps')?.kind).toBe('organisation');
  });

  it('gives every entry its own id and every variant to one entry', () => {
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
    const variants = entries.flatMap((entry) => entry.variants);
    expect(new Set(variants).size).toBe(variants.length);
  });

  it('finds nothing in nothing', () => {
    expect(buildNames([], [])).toEqual([]);
    expect(buildNames([article('')], [])).toEqual([]);
  });

  it('obeys names.yml: unites what it unites and holds apart what it holds apart', () => {
    const settled = buildNames(museum, [
      { canonical: 'Emma Brandt', kind: 'person', variants: ['The Dane'], distinctFrom: ['Brandt'] },
      { canonical: 'Ilse Brandt', kind: 'person', variants: [], distinctFrom: ['Ilse Brant'] },
    ]);
    expect(entryOf(settled, 'The Dane')?.canonical).toBe('Emma Brandt');
    expect(entryOf(settled, 'Ilse Brant')?.canonical).not.toBe('Ilse Brandt');
  });

  it('finds the same entries by any spelling', () => {
    const index = createNameIndex(entries, new Set(countOrdinaryWords(museum.map(({ text }) => text)).keys()));
    for (const entry of entries) {
      for (const variant of entry.variants) {
        expect(index.find(`${variant}, ${variant}`).map((mention) => mention.entry.id)).toContain(entry.id);
      }
    }
  });
});
