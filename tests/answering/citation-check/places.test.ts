import { describe, expect, test } from 'vitest';
import { findCountries } from '../../../src/answering/citation-check/places.ts';

const codes = (text: string) => findCountries(text).map(({ code }) => code);

describe('countries', () => {
  test.each([
    ['la commission maltaise', 'the Maltese committee', 'mt'],
    ['un participant ivoirien', 'an Ivorian participant', 'ci'],
    ['la police ghanéenne', 'the Ghanaian police', 'gh'],
    ["l'agence lituanienne", 'the Lithuanian agency', 'lt'],
    ['le Royaume-Uni', 'Great Britain', 'gb'],
    ['les Nigériens de Niamey', 'Niger', 'ne'],
    ['les Nigérians', 'Nigeria', 'ng'],
    ['la Corée du Nord', 'North Korean engineers', 'kp'],
  ])('of "%s" and "%s" are one', (french, english, code) => {
    expect(new Set([...codes(french), ...codes(english)])).toEqual(new Set([code]));
  });

  test('named by their capitals are known to be', () => {
    expect(findCountries('Vilnius demands it').map(({ code, capital }) => [code, capital])).toEqual([['lt', true]]);
  });

  test('are not seen in words that begin like them', () => {
    expect(codes('Le sucre n’a jamais manqué, ni le malt, ni la malice des males.')).toEqual([]);
  });
});
