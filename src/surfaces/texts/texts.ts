import { createInstance, type i18n } from 'i18next';
import type { Language } from '../../types.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

type CatalogueKey = keyof typeof en;
/** `count` picks among `key_one` and `key_other`, so callers name `key`. */
export type TextKey = CatalogueKey extends infer Key
  ? Key extends `${infer Base}_${'one' | 'other'}`
    ? Base
    : Key
  : never;

/** One interface text in one language, its `{{values}}` filled in. */
export type Texts = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** @returns the text function of each language. */
export function createTexts(): Record<Language, Texts> {
  const instance: i18n = createInstance();
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
