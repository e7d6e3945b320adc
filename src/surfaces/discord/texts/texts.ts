import type { Language } from '../../../types.ts';
import { bindTexts, type TextKeyOf, type TextsOf } from '../../texts/bind-texts.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

type Catalogue = Readonly<Record<keyof typeof en, string>>;
export type TextKey = TextKeyOf<Catalogue>;
/** One interface text in one language, its `{{values}}` filled in. */
export type Texts = TextsOf<Catalogue>;

export type Catalogues = Readonly<Record<Language, Texts>>;

/** @returns the text function of each language. */
export function createTexts(): Catalogues {
  return bindTexts<Catalogue>({ fr, en });
}

/** The interface language for a Discord locale: French for `fr`, English for all others. */
export function languageOfLocale(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
