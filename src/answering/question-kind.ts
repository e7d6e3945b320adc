import { fold } from '../text/fold.ts';

/** What a question asks for; decides which kind of value an answering sentence must hold. */
export type QuestionKind =
  | 'who'
  | 'when'
  | 'where'
  | 'how-many'
  | 'how-old'
  | 'which'
  | 'why'
  | 'how'
  | 'yes-no'
  | 'what';

/**
 * Tried in order on the folded question; sloppy spellings of chats included ("cb", "pk", "c ki").
 * `où` and `ou` fold to the same letters, so "where" reads the accented text or a position that only "where" takes.
 */
const patterns: readonly (readonly [QuestionKind, RegExp])[] = [
  ['how-old', /\b(?:quel age|how old|what age)\b/],
  [
    'how-many',
    /\b(?:combien|cmb|cb de|cbien|hw m\p{L}+|how (?:many|much|large|big|high|long)|quel(?:le)? (?:est |etait |fut )?(?:le |la |l'|son |sa )?(?:nombre|montant|pourcentage|proportion|taille|ampleur|prix|somme|cout|duree|part)|what (?:number|amount|share|percentage|price|size|sum)|(?:number|amount) of)\b/u,
  ],
  [
    'why',
    /\b(?:pourquoi|pourkoi|pk|pq|why|how come|pour quelles? raisons?|quelles? (?:est|etait|sont|etaient) (?:la|les) (?:raison|cause)s?|for what reason|what (?:was|is) the reason)\b/u,
  ],
  [
    'when',
    /\b(?:quand|qd|kan|kand|when|wen|quel(?:le)? (?:jour|date|mois|annee|periode|moment|epoque)|what (?:date|day|month|year|time)|which (?:date|day|month|year)|depuis quand|since when|how long ago|la date)\b/u,
  ],
  [
    'where',
    /\b(?:where|dans quel(?:le)? (?:ville|pays|lieu|endroit|capitale|batiment|hotel)|quel(?:le)? (?:ville|lieu|endroit|capitale)|(?:in )?(?:what|which) (?:city|place|town|country|location)|a quel endroit)\b/u,
  ],
  [
    'who',
    /\b(?:who|whom|whose|qui est-ce|c ki|ki|qui|s'appelle|s'appellent|sapel\p{L}*|se nomme)\b|\b(?:quels?|quelles?|which|what) (?:est |is |was |etait )?(?:le |la |the )?(?:nom|name|ministres?|journalistes?|deputes?|avocats?|responsables?|conseillers?|advisers?|officials?|ministers?|lawyers?|journalists?|personnes?|people|persons?|homologue|counterpart|juges?|judges?|magistrats?|procureurs?|prosecutors?|presidents?|elus?|diplomates?|diplomats?|envoye|envoy|spokes\p{L}+|executives?|dirigeante?s?|chef|boss|auteurs?|authors?|reporters?|patron|pdg|porte-parole)\b/u,
  ],
  [
    'which',
    /\b(?:quels?|quelles?|lequel|laquelle|lesquels|lesquelles|which|liste[rz]?|list|cite[rz]?|enumere[rz]?|name (?:the|all|some))\b/u,
  ],
  ['how', /\b(?:comment|how)\b/],
  ['what', /\b(?:wat|koi|que|quoi|qu'est|qu'a|qu'ont|qu'il|qu'elle|what)\b|^(?:que|qu')\b/],
];

const whereAccented = /(?:^|[\s,(«"'’-])où(?!\p{L})/iu;
const whereAtStart = /^(?:et |mais |d'|par )?ou (?:est|sont|a|ont|se|s'|etait|etaient|fut|en|le|la|les|l'|ca)\b/;
const yesNoStart =
  /^(?:(?:et|and|so|but|alors|donc|mais|but) )?(?:est-ce|est ce|did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|didn't|doesn't|isn't|aren't|wasn't|weren't|hasn't|haven't)\b/;
const relativeQui =
  /\b(?:ceux|celui|celle|celles|personnes?|ce|pays|ministres?|journalistes?|people|those|man|woman) (?:qui|who)\b/g;

/** "How did they react when …" asks how, not when. */
function withoutTimeClause(folded: string): string {
  return /^(?:[\p{L}']+ ){0,2}(?:how|what|who|why|which|where|comment|pourquoi|qui|que|quels?|quelles?|combien)\b/u.test(
    folded,
  )
    ? folded.replace(/(?<=\s)(?:when|quand)\b/gu, ' ')
    : folded;
}

/** Recognises the kind of a question in French or English; a bare statement counts as a yes/no question. */
export function questionKind(question: string): QuestionKind {
  const folded = fold(question).replace(relativeQui, ' ').replace(/\s+/g, ' ').trim();
  if (yesNoStart.test(folded)) return 'yes-no';
  if (whereAccented.test(question) || whereAtStart.test(folded)) {
    // "Le jour où…" is not a question of place.
    if (!/\b(?:jour|moment|date|annee|mois) ou\b/.test(folded)) return 'where';
  }
  const main = withoutTimeClause(folded);
  for (const [kind, pattern] of patterns) if (pattern.test(main)) return kind;
  return 'yes-no';
}
