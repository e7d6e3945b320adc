import type { Language } from '../types.ts';

/** Begins with an interrogative, or ends with a question mark: nothing is claimed. */
const question =
  /\?\s*$|^\s*(?:qui|qu['’]est-ce|quand|comment|pourquoi|combien|est-ce\s+que?|est-ce\s+qu['’]|quel(?:le)?s?\s+(?:est|sont|était|étaient)|who|what|when|where|why|how|which|whose|is|are|was|were|did|does|do|has|have|can|could)\s/iu;

const hints: Readonly<Record<Language, string>> = {
  fr: 'C’est une question\u00a0: posez-la telle quelle, ou donnez une affirmation à vérifier.',
  en: 'This is a question: ask it as it is, or give a statement to check.',
};

export function isQuestion(text: string): boolean {
  return question.test(text);
}

/** Said instead of a verdict. */
export function questionHint(language: Language): string {
  return hints[language];
}
