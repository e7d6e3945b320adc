import { fold } from '../text/fold.ts';

/** How a sentence stands to what it tells: as a fact, as a denial, or as something not known. */
export type Stance = 'asserts' | 'denies' | 'unknown';

const unknown =
  /\b(?:on ignore|ignore(?:nt)? (?:si|qui|quand|comment)|on ne sait pas|nul ne sait|ne (?:permet|permettent) (?:donc )?pas de (?:dire|savoir|conclure|confirmer)|rien ne (?:prouve|permet|confirme|dit)|aucune? (?:preuve|element|confirmation|information)|sans preuve|faute de preuves?|pas de preuves?|n'(?:a|ont|avait|avaient) pas pu (?:etre )?(?:examine\p{L}*|verifie\p{L}*|confirme\p{L}*|etabli\p{L}*)|reste(?:nt)? (?:a (?:etablir|prouver|confirmer)|ouverte?s?|incertaine?s?|inconnue?s?)|n'est pas (?:etabli|confirme|prouve|connu)\p{L}*|ne donne pas de reponse|not (?:known|clear|confirmed|proven|established)|unknown whether|unclear|unconfirmed|no (?:conclusive |clear )?(?:evidence|proof|confirmation)|did not prove|could not be (?:examined|verified|confirmed|established)|neither confirm\p{L}* nor den\p{L}*|nothing proves|not possible to)\b/u;
const denial =
  /\b(?:nie(?:nt|r)?|niait|nia|a nie|dement(?:ent|ir|i|it)?|dementi[es]*|dementait|refute\p{L}*|conteste\p{L}*|rejette\p{L}*|rejete\p{L}*|refuse\p{L}* toute accusation|recuse\p{L}*|deny|denies|denied|denying|denial|rejects?|rejected|disput(?:es|ed)|contests?|contested|refut\p{L}*|dismiss\p{L}*)\b/u;
const negation =
  /\b(?:n'(?:a|ont|est|etait|etaient|avait|avaient|aurait|auraient|ete|en|y|acquis)|ne (?:l')?\p{L}+) (?:\p{L}+ )?(?:pas|jamais|plus|aucun|aucune|rien|personne)\b|\b(?:pas|jamais) (?:ete|une|un|la|le) |\b(?:not|never|n't|nobody|no one|none)\b|\bpersonne n'|\baucun\p{L}* \p{L}+ (?:ne|n')|\brefus\p{L}* (?:officiel|de)\b|\bha[sd] nothing to do\b/u;

/** Stance of a French or English sentence by its verbs and adverbs; what is not denied or unknown is asserted. */
export function stanceOf(sentence: string): Stance {
  const folded = fold(sentence).replace(/n't\b/g, ' not');
  if (unknown.test(folded)) return 'unknown';
  if (denial.test(folded) || negation.test(folded)) return 'denies';
  return 'asserts';
}
