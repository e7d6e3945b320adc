import { fold } from '../../text/fold.ts';

/** Text that talks to the machine rather than to a reader, in French and English; on folded text. */
const patterns: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|oublie[zr]?|ignore[zr]|neglige[zr]?)\b.{0,40}\b(?:instruction|consigne|regle|rule|prompt|previous|above|precedent|ci-dessus|directive)/,
  /\b(?:system|assistant|developer|user|systeme)\s*(?:prompt|message|:|>)/,
  /\b(?:you are|you're|tu es|vous etes)\s+(?:now|desormais|maintenant|an? (?:ai|assistant|chatbot|language model)|une? (?:ia|assistant|chatbot|modele))/,
  /\b(?:as an? (?:ai|assistant|language model)|en tant qu'(?:ia|assistant|intelligence artificielle|modele de langue?))\b/,
  /\b(?:note|message|instruction|attention|consigne)s?\s+(?:to|for|a|aux?|pour)\s+(?:the |l'|les? |all |any |tout(?:e|es|s)? )?(?:ai|ia|llm|assistants?|chatbots?|bots?|models?|modeles?|language models?|robots?)\b/,
  /^\W*(?:please |veuillez |instead,? )?(?:answer|respond|reply|say|write|print|output|repeat|reveal|tell the user|repond(?:s|ez|re)|dis|dites|ecri(?:s|vez|re)|affirme[rz]?|repete[rz]?|revele[rz]?|affiche[rz]?)\b(?!.{0,3},? (?:said|dit|says))/,
  /\b(?:your (?:answer|reply|response|output) (?:must|should|is)|(?:ta|votre) reponse (?:doit|sera|est))\b/,
  /\b(?:tell|inform|dis|dites|informe[rz]?)\s+(?:the |l'|a l'|aux? )?(?:user|utilisateur|reader|lecteur)s?\b/,
  /\b(?:do not|don't|never|ne|n')\b.{0,20}\b(?:cite|mention|citez|mentionne[rz]?|revele[rz]?)\b.{0,30}\b(?:source|passage|instruction|prompt|consigne)/,
  /<\/?(?:system|instructions?|passages?|prompt|assistant|user)\b|\[\/?inst\]|<\|[a-z_]+\|>/,
];

/**
 * Whether a text gives orders to whoever processes it ("ignore the previous instructions", "SYSTEM: …"): no evidence,
 * however literally it is quoted.
 */
export function addressesMachine(text: string): boolean {
  const folded = fold(text).trim();
  return patterns.some((pattern) => pattern.test(folded));
}
