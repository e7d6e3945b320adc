import { createInstance } from 'i18next';
import type { Language } from '../../../types.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

type CatalogueKey = keyof typeof en;
/** `count` picks among `key_zero`, `key_one` and `key_other`, so callers name `key`. */
export type TextKey = CatalogueKey extends infer Key
  ? Key extends `${infer Base}_${'zero' | 'one' | 'other'}`
    ? Base
    : Key
  : never;

/** One interface text in one language, its `{{values}}` filled in. */
export type Texts = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

export type Catalogues = Readonly<Record<Language, Texts>>;

export function createTexts(): Catalogues {
  const instance = createInstance();
  // Only `initAsync: false` makes the resources usable on the next line.
  void instance.init({
    resources: { fr: { translation: fr }, en: { translation: en } },
    fallbackLng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  const bind = (language: Language): Texts => {
    const translate = instance.getFixedT(language);
    return (key, values) => translate(key, { ...values });
  };
  return { fr: bind('fr'), en: bind('en') };
}

/** The interface language for a Discord locale: French for `fr`, English for all others. */
export function languageOfLocale(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
