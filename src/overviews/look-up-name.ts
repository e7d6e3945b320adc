import { fold } from '../text/fold.ts';
import type { Dossier, NameEntry } from '../types.ts';

/**
 * The names that a person typed where nothing but names is asked for; empty when the file has none of them. "bonne" or
 * "le monde" typed small are ordinary words in a question, but not here.
 */
export function lookUpNames(typed: string, { names }: Pick<Dossier, 'names'>): NameEntry[] {
  const folded = fold(typed).trim();
  const spelt = names.entries.find(({ variants }) => variants.some((variant) => fold(variant) === folded));
  if (spelt !== undefined) return [spelt];
  const found = names.find(typed);
  if (found.length > 0) return found.map(({ entry }) => entry);
  const capitalised = typed.trim().replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
  // A capital at the start of a text proves nothing to the recogniser, so the name does not stand there.
  return names.find(`de ${capitalised}`).map(({ entry }) => entry);
}
