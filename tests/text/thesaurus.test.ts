import { describe, expect, it } from 'vitest';
import { stems, words } from '../../src/text/terms.ts';
import { phraseKeys, phrasesIn, placeStems, synonymStems, synonyms } from '../../src/text/thesaurus.ts';

const phrases = (text: string) => [...new Set(phrasesIn(words(text)).map(({ start, end }) => text.slice(start, end)))];
const meanings = (word: string, other: string) =>
  Math.min(...stems(other).map((stem) => synonymStems([word]).get(stem) ?? Number.POSITIVE_INFINITY));

describe('near-synonyms of a word', () => {
  it('are given in both languages, without the word itself', () => {
    expect(synonyms(['maire'])).toContain('mayor');
    expect(synonyms(['bridge'])).toEqual(expect.arrayContaining(['pont', 'viaduc']));
    expect(synonyms(['pont'])).not.toContain('pont');
  });

  it('are those of its exact form before those of what it may be an inflection of', () => {
    expect(synonyms(['pays'])).toContain('country');
    expect(synonyms(['pays'])).not.toContain('verser');
    expect(synonyms(['payait'])).toContain('verser');
  });

  it('are none for a word that nobody knows', () => {
    expect(synonyms(['zorglub'])).toEqual([]);
    expect(synonymStems(['zorglub']).size).toBe(0);
  });

  it('leave out every word that was meant', () => {
    expect(synonyms(['pont', 'viaduc'])).not.toContain('viaduc');
  });
});

describe('the number of meanings', () => {
  it('is 1 where a word can mean nothing else', () => expect(meanings('pluie', 'rain')).toBe(1));
  it('is higher where a word means several things', () => expect(meanings('payer', 'financer')).toBeGreaterThan(2));
  it('is 1 for a set phrase, whatever its words mean apart', () => {
    const groups = phrasesIn(words('un coup de fil')).map(({ group }) => group);
    expect(synonymStems(['coup']).get(stems('telephoner')[0]!)).not.toBe(1);
    expect(synonymStems(['coup'], groups).get(stems('telephoner')[0]!)).toBe(1);
  });
  it('is the least when words meant share a synonym', () => {
    for (const [stem, among] of synonymStems(['payer', 'pluie']))
      expect(among).toBeLessThanOrEqual(synonymStems(['payer']).get(stem) ?? among);
  });
});

describe('set phrases', () => {
  it('are found as they are, inflected, and with one word between', () => {
    expect(phrases('La maire a reçu un coup de fil.')).toEqual(['coup de fil']);
    expect(phrases('La ville mettra fin au chantier.')).toContain('mettra fin');
    expect(phrases('La ville mettra brutalement fin au chantier.')).toContain('mettra brutalement fin');
  });

  it('are not found with two words between, nor in part', () => {
    expect(phrases('La ville mettra alors brutalement fin au chantier.')).not.toContain('mettra alors brutalement fin');
    expect(phrases('Un coup, donc un autre fil.')).toEqual([]);
    expect(phrases('')).toEqual([]);
  });

  it('are found without their elided article', () => {
    for (const text of ['le chef de l’État', "le chef de l'Etat"])
      expect(phrases(text)).toContain(text.slice('le '.length));
  });

  it('are met by a synonym under their key', () => {
    const keys = phraseKeys(words('La maire a reçu un coup de fil.'));
    const near = synonymStems(['telephoner']);
    expect(keys.some((key) => near.has(key))).toBe(true);
    expect(keys.some((key) => synonymStems(['pont']).has(key))).toBe(false);
  });

  it('give each key once', () => {
    const keys = phraseKeys(words('Un coup de fil, puis un autre coup de fil.'));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('what a place is called', () => {
  it('is its inhabitants and its capital', () => {
    const belgium = placeStems(['belgique']);
    for (const word of ['belge', 'belgium', 'bruxelles'])
      expect(stems(word).some((stem) => belgium.has(stem))).toBe(true);
  });
  it('is not sought among ordinary words', () => expect(placeStems(['pont']).size).toBe(0));
});
