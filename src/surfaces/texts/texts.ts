import type { Language } from '../../types.ts';
import { bindTexts, type TextKeyOf, type TextsOf } from './bind-texts.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

type Catalogue = Readonly<Record<keyof typeof en, string>>;
export type TextKey = TextKeyOf<Catalogue>;
/** One interface text in one language, its `{{values}}` filled in. */
export type Texts = TextsOf<Catalogue>;

/** @returns the text function of each language. */
export function createTexts(): Record<Language, Texts> {
  return bindTexts<Catalogue>({ fr, en });
}
