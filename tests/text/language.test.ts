import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/text/language.ts';

describe('the language of a question', () => {
  it.each([
    ['Qui a fermé le pont ?', 'fr'],
    ['Merci !', 'fr'],
    ['Bonjour Tellier', 'fr'],
    ['Who closed the bridge?', 'en'],
    ['Thanks', 'en'],
    ['Hello Tellier', 'en'],
  ] as const)('of "%s" is %s, whatever is spoken otherwise', (text, language) => {
    expect(detectLanguage(text, 'fr')).toBe(language);
    expect(detectLanguage(text, 'en')).toBe(language);
  });

  it.each(['Tellier', 'Tellier ?', '😀', ''])('of "%s" is the one spoken otherwise', (text) => {
    expect(detectLanguage(text, 'fr')).toBe('fr');
    expect(detectLanguage(text, 'en')).toBe('en');
  });
});
