import { createInstance } from 'i18next';
import type { Language } from '../../types.ts';

/** The key that callers name: `count` picks among `key_zero`, `key_one` and `key_other`. */
export type TextKeyOf<Catalogue> = keyof Catalogue extends infer Key
  ? Key extends `${infer Base}_${'zero' | 'one' | 'other'}`
    ? Base
    : Key
  : never;

/** One interface text in one language, its `{{values}}` filled in. */
export type TextsOf<Catalogue> = ((
  key: TextKeyOf<Catalogue>,
  values?: Readonly<Record<string, string | number>>,
) => string) & { readonly language: Language };

/** @returns the text function of each language over catalogues with the same keys. */
export function bindTexts<Catalogue extends Readonly<Record<string, string>>>(
  catalogues: Readonly<Record<Language, Catalogue>>,
): Record<Language, TextsOf<Catalogue>> {
  const instance = createInstance();
  // Only `initAsync: false` makes the resources usable on the next line.
  void instance.init({
    resources: { fr: { translation: catalogues.fr }, en: { translation: catalogues.en } },
    fallbackLng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  const bind = (language: Language): TextsOf<Catalogue> => {
    const translate = instance.getFixedT(language);
    return Object.assign(
      (key: TextKeyOf<Catalogue>, values?: Readonly<Record<string, string | number>>) =>
        translate(String(key), { ...values }),
      { language },
    );
  };
  return { fr: bind('fr'), en: bind('en') };
}
