import { expect, test } from 'vitest';
import { interfaceLanguage } from '../../src/surfaces/locale.ts';

test.each([
  [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
  [{ LANG: 'fr' }, 'fr'],
  [{ LANG: 'fr_CA' }, 'fr'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'fr_FR.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'fr_BE.UTF-8' }, 'fr'],
  [{ LANG: 'frisian' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{}, 'en'],
])('the interface with the locale %j is in %s', (environment, language) => {
  expect(interfaceLanguage(undefined, environment)).toBe(language);
});

test('the setting wins over the locale', () => {
  expect(interfaceLanguage('fr', { LC_ALL: 'en_US.UTF-8' })).toBe('fr');
});
