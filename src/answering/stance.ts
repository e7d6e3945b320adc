import { fold } from '../text/fold.ts';
import { analyseReporting } from '../text/reported-speech.ts';
import { stems, words } from '../text/terms.ts';
import type { Language, Reading, Stance } from '../types.ts';
import type { Evidence } from './evidence.ts';
import type { Question, QuestionTerm } from './question.ts';

const unknown =
  /\b(?:on ignore|ignore(?:nt)? (?:si|qui|quand|comment)|on ne sait pas|nul ne sait|ne (?:permet|permettent) (?:donc )?pas de (?:dire|savoir|conclure|confirmer)|rien ne (?:prouve|permet|confirme|dit)|aucune? (?:preuve|element|confirmation|information)|sans preuve|faute de preuves?|pas de preuves?|n'(?:a|ont|avait|avaient) pas pu (?:etre )?(?:examine\p{L}*|verifie\p{L}*|confirme\p{L}*|etabli\p{L}*)|reste(?:nt)? (?:a (?:etablir|prouver|confirmer)|ouverte?s?|incertaine?s?|inconnue?s?)|n'est pas (?:etabli|confirme|prouve|connu)\p{L}*|ne donne pas de reponse|not (?:known|clear|confirmed|proven|established)|unknown whether|unclear|unconfirmed|no (?:conclusive |clear )?(?:evidence|proof|confirmation)|did not prove|could not be (?:examined|verified|confirmed|established)|neither confirm\p{L}* nor den\p{L}*|nothing proves|not possible to)\b/u;
const denial =
  /\b(?:nie(?:nt|r)?|niait|nia|a nie|dement(?:ent|ir|i|it)?|dementi[es]*|dementait|refute\p{L}*|conteste\p{L}*|rejette\p{L}*|rejete\p{L}*|refuse\p{L}* toute accusation|recuse\p{L}*|deny|denies|denied|denying|denial|rejects?|rejected|disput(?:es|ed)|contests?|contested|refut\p{L}*|dismiss\p{L}*)\b/u;
const negation =
  /\b(?:n'(?:a|ont|est|etait|etaient|avait|avaient|aurait|auraient|ete|en|y|acquis)|ne (?:l')?\p{L}+) (?:\p{L}+ )?(?:pas|jamais|plus|aucun|aucune|rien|personne)\b|\b(?:pas|jamais) (?:ete|une|un|la|le) |\b(?:not|never|n't|nobody|no one|none)\b|\bpersonne n'|\baucun\p{L}* \p{L}+ (?:ne|n')|\brefus\p{L}* (?:officiel|de)\b|\bha[sd] nothing to do\b/u;

/**
 * Chance at which the reader's word counts instead of what is written: a word of denial or doubt is seldom there for nothing.
 * What it says of a sentence that it does not take for an answer, by these log-odds, says nothing.
 */
const sure = { ofPlainWords: 0.7, ofDenialOrDoubt: 0.95, ofAnswer: -2 };

/** Stance of a candidate to what is asked: by the reader where it takes it for an answer and is sure, else by the words. */
export function stanceTo(
  question: Pick<Question, 'terms'>,
  { text, article, reading }: Pick<Evidence, 'text' | 'article'> & { readonly reading?: Reading | undefined },
): Stance {
  const written = stanceOf(text, article.language, question.terms);
  const taken = reading && reading.answers >= sure.ofAnswer;
  const [surest] = Object.entries((taken && reading.stances) ?? {}).sort(([, a], [, b]) => b - a) as [Stance, number][];
  const needed = written === 'asserts' ? sure.ofPlainWords : sure.ofDenialOrDoubt;
  return surest && surest[1] >= needed ? surest[0] : written;
}

/**
 * Stance of a French or English sentence to what the terms of a question name. A negation counts only in a clause that
 * speaks of one of the terms: "they had nearly bought it, and had not noticed its use" asserts the purchase.
 */
export function stanceOf(sentence: string, language: Language, terms: readonly QuestionTerm[] = []): Stance {
  const folded = fold(sentence).replace(/n't\b/g, ' not');
  if (unknown.test(folded)) return 'unknown';
  if (denial.test(folded) || analyseReporting(sentence, language).kind === 'denial') return 'denies';
  const clauses = folded.split(/[,;:()]| (?:et|mais|and|but|while|tandis que) /u);
  const asked = terms.filter(({ name }) => !name);
  const telling = clauses.filter((clause) => {
    const found = new Set(words(clause).flatMap(({ word }) => stems(word)));
    return asked.some((term) => [...term.stems, ...term.synonyms.keys()].some((stem) => found.has(stem)));
  });
  return (telling.length > 0 ? telling : clauses).some((clause) => negation.test(clause)) ? 'denies' : 'asserts';
}
