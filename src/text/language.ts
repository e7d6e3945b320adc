import type { Language } from '../types.ts';
import { fold } from './fold.ts';

/** Function words that only one of the two languages has; a handful decides even for a short question. */
const markers: Record<Language, ReadonlySet<string>> = {
  fr: new Set(
    'le la les un une des du de et est sont a au aux ce cet cette ces que qui quoi quel quelle quels quelles ou quand comment pourquoi combien dans par pour sur avec sans ne pas plus il elle ils elles on nous vous leur son sa ses se y en mais donc or ni car si ete etait ont avait t-il a-t-il est-ce selon entre chez apres avant dit fait bonjour bonsoir salut merci oui'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the a an of and is are was were be been has have had do does did that which who whom whose what when where why how many much in on at by for from with without not he she it they we you his her their its to as about into after before between said say says tell me there this these those hello hi hey thanks thank please yes'.split(
      ' ',
    ),
  ),
};

/**
 * French or English, by function words, French accents and apostrophes.
 * `fallback` decides when nothing does ("NSO Bennett ?").
 */
export function detectLanguage(text: string, fallback: Language = 'fr'): Language {
  let balance = /[àâçéèêëîïôùûœ«»]/i.test(text) ? 1 : 0;
  for (const word of fold(text).match(/[a-z]+(?:-t-[a-z]+)?/g) ?? []) {
    if (markers.fr.has(word)) balance += 1;
    if (markers.en.has(word)) balance -= 1;
  }
  if (/\b(?:qu|[cdjlmnst])['’]\p{L}/iu.test(text)) balance += 2;
  if (/['’]s\b|n['’]t\b/i.test(text)) balance -= 2;
  if (balance === 0) return fallback;
  return balance > 0 ? 'fr' : 'en';
}
