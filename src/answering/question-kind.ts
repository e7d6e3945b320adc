import { fold } from '../text/fold.ts';
import { roleNouns } from '../text/role-nouns.ts';
import { words } from '../text/terms.ts';

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
 * Interrogatives in folded text, French, English and chat shorthands ("cb", "pk", "c ki"). The first in the text wins;
 * of several at one place the first of this list. `où` and `ou` fold to the same letters: see `asksWhere`.
 */
const interrogatives: readonly (readonly [QuestionKind, RegExp])[] = [
  ['how-old', /\b(?:quel age|how old|what age)\b/],
  [
    'how-many',
    /\b(?:combien|cmb|cb de|cbien|hw m\p{L}+|how (?:many|much|large|big|high|long|often|far|tall|fast)|quel(?:le)? (?:est |etait |fut )?(?:le |la |l'|son |sa )?(?:nombre|montant|pourcentage|proportion|taille|ampleur|prix|somme|cout|duree|part|budget|effectif|bilan|delai|hauteur|vitesse|distance|superficie|frequence)|(?:what|which) (?:is |was |were )?(?:the )?(?:number|amount|share|percentage|proportion|price|size|sum|cost|budget|toll|height|length|speed|distance)|what proportion)\b/u,
  ],
  [
    'why',
    /\b(?:pourquoi|pourkoi|pk|pq|why|how come|pour quelles? raisons?|quelles? (?:est|etait|sont|etaient|a ete) (?:la|les) (?:raison|cause|motif)s?|quel(?:le)?s? (?:raison|cause|motif)s?|(?:for )?what (?:reasons?|causes?|grounds)|what (?:was|is|were) the (?:reason|cause|motive)s?|what (?:made|makes|led|caused|prompted|explains)|qu'est-ce qui (?:a |ont )?(?:explique|pousse|conduit|motive|cause|provoque|amene)\p{L}*)\b/u,
  ],
  [
    'when',
    /\b(?:quand|qd|kan|kand|when|wen|quel(?:le)? (?:est |etait |fut )?(?:le |la )?(?:jour|date|mois|annee|periode|moment|epoque|heure)|(?:what|which) (?:is |was )?(?:the )?(?:date|day|month|year|time)|how long ago)\b/u,
  ],
  [
    'where',
    /\b(?:where|quel(?:le)? (?:est |etait |fut )?(?:le |la |l')?(?:ville|lieu|endroit|capitale|port|region|commune|village|batiment|hotel|adresse|quartier|salle|aeroport|ile)|dans quel(?:le)? (?:pays|departement|province|etat)|(?:what|which) (?:is |was )?(?:the )?(?:city|place|town|location|port|region|village|building|hotel|address|airport|island|venue)|in (?:what|which) (?:country|state|province))\b/u,
  ],
  [
    'who',
    /\b(?:who|whom|whose|ki|qui)\b|\b(?:quels?|quelles?|which|what) (?:est |is |was |etait )?(?:le |la |the )?(?:nom|name|membres?|members?|personnes?|people|persons?|personnalites?)\b(?!')/u,
  ],
  ['which', /\b(?:quels?|quelles?|kels?|kelles?|lequel|laquelle|lesquels|lesquelles|which)\b/u],
  ['how', /\b(?:comment|coment|how)\b/],
  ['what', /\b(?:wat|koi|quoi|que|qu'est|qu'a|qu'ont|qu'il|qu'elle|what)\b|^qu'/],
];

/** Interrogatives that are relative pronouns or conjunctions elsewhere: "the judge who signed", "le jour où", "dit que". */
const relatives: ReadonlySet<string> = new Set([
  'qui',
  'que',
  'who',
  'whom',
  'whose',
  'which',
  'when',
  'where',
  'quand',
]);

/** Words that may stand before an interrogative that asks. */
const beforeAsking =
  /(?:^|[,;:.!?(«"-]\s*|\b(?:a|de|d'|par|pour|avec|chez|contre|sur|dans|en|depuis|vers|selon|sous|entre|jusqu'a|et|mais|ou|alors|donc|puis|est-ce|c'est|c|cest|est|sont|etait|was|is|were|are|of|by|to|from|for|with|in|on|at|about|against|since|and|but|so|or|exactly|precisely|exactement|precisement|sais|savez|sait-on|savoir|know|dire|tell me|wonder)\s*)$/;

/** What people put before what they ask: "dis-moi", "je cherche", "could you tell me". */
const request =
  /^(?:(?:bonjour|salut|hello|hi|hey|svp|stp|please|et|and|alors|so|ok)[\s,!.]+)*(?:(?:est-ce que )?(?:tu |vous )?(?:peux|pouvez|pourrais|pourriez|saurais|sauriez|sais|savez)(?:[- ](?:tu|vous))?(?: (?:me|nous))? ?(?:dire|donner|citer|lister|rappeler|indiquer|expliquer|preciser|trouver)?|(?:dis|dites|donne|donnez|cite|citez|liste|listez|rappelle|rappelez|indique|indiquez|explique|expliquez|precise|precisez|enumere|enumerez|nomme|nommez)(?:[- ](?:moi|nous))?|je (?:cherche|recherche|voudrais|veux|souhaite|souhaiterais)(?: (?:savoir|connaitre|avoir|trouver|comprendre))?|j'aimerais(?: bien)?(?: (?:savoir|connaitre|avoir|comprendre))?|j'ai besoin (?:de|du|des|d')|(?:sait|sait-t)-on|on sait|do (?:we|you) know|(?:can|could|would) (?:you|u|anyone|someone)(?: please)? (?:tell me|give me|list|name|explain|say)|tell (?:me|us)|give (?:me|us)|i(?:'m| am) looking for|i(?:'d| would) like to know|i want to know|i need|remind me|explain|list|name(?! of))(?:[\s,:]+(?:please|svp|stp))?(?:[\s,:]+|(?<= d'))/;

const yesNoStart =
  /^(?:est-ce|did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|may|might|(?:did|does|is|are|was|were|has|have)n't)\b/;
const inversion = /\p{L}-(?:t-)?(?:il|elle|ils|elles|on)\b/u;
/** Forms that make a clause; on unfolded text, where "a" is not "à". */
const finiteVerb =
  /(?:^|[^\p{L}])(?:a|ont|est|sont|était|étaient|avait|avaient|fut|furent|sera|seront|serait|aurait|va|vont|peut|peuvent|doit|doivent|fait|n['’]a|n['’]est|s['’]est|is|are|was|were|has|have|had|did|does|will|would|can|could)(?!\p{L})/iu;

/** A relative clause's verb: it makes no clause of its own of "les pays qui ont signé". */
const relativeVerb =
  /(?<!\p{L})(?:qui|who|that|which)\s+(?:[nlsmty]['’]|(?:ne|se|le|la|les|lui|leur|y|en)\s+)*\p{L}+/giu;
const indirect = /^(?:si|s'ils?|whether|if)\b/;

/** What a phrase without a verb asks for, by the noun it begins with: "Date à laquelle …", "the name of …", "Budget du spectacle". */
const phraseHeads: readonly (readonly [QuestionKind, RegExp])[] = [
  ['who', /^(?:noms?|prenoms?|names?|identite|identity|auteurs?|authors?)\b/],
  ['when', /^(?:dates?|jours?|days?|heure|moment|annee|year)\b/],
  ['where', /^(?:lieux?|villes?|endroits?|places?|location|adresse|address|city)\b/],
  ['how-old', /^(?:ages?)\b/],
  [
    'how-many',
    /^(?:nombres?|montants?|effectifs?|budgets?|couts?|prix|sommes?|pourcentages?|proportions?|tailles?|durees?|bilan|number|amount|cost|price|sum|size|percentage|budget|toll)\b/,
  ],
  ['why', /^(?:raisons?|causes?|motifs?|reasons?|pourquoi)\b/],
  ['which', /^(?:listes?|lists?)\b/],
];
const article = /^(?:(?:le|la|les|un|une|des|du|de|the|a|an|all|every|tous les|toutes les)\s+|[ld]')+/;
/** "les pays qui …", "the countries that …": several are wanted. */
const pluralPhrase = /^(?:(?:tous |toutes )?les|des|all|the) (?:\p{L}+ )?\p{L}+(?:s|x)\b/u;

/** Recognises the kind of a question in French or English; a bare statement counts as a yes/no question. */
export function questionKind(question: string): QuestionKind {
  const folded = fold(question).replace(/\s+/g, ' ').trim();
  const asked = folded.replace(request, '');
  const requested = asked !== folded;
  if (!requested && yesNoStart.test(asked.replace(/^(?:et|and|so|but|alors|donc|mais) /, ''))) return 'yes-no';
  if (requested && indirect.test(asked)) return 'yes-no';
  if (asksForName(asked)) return 'who';
  const phrase = asked.replace(article, '');
  const head = phraseHeads.find(([, pattern]) => pattern.test(phrase))?.[0];
  if (
    head &&
    !inversion.test(asked) &&
    /^\p{L}+ (?:de |du |des |d'|a laquelle|of |when |at which|on which|for )/u.test(phrase)
  )
    return head;
  const where = asksWhere(question, asked);
  const found = interrogatives
    .flatMap(([kind, pattern]) => {
      const place = placeOf(pattern, asked);
      return place === undefined ? [] : [{ kind, place }];
    })
    .sort((a, b) => a.place - b.place)[0];
  if (where !== undefined && where <= (found?.place ?? where)) return 'where';
  if (found?.kind === 'which' && asksForRole(asked.slice(found.place))) return 'who';
  if (found) return found.kind;
  if (!requested && (inversion.test(asked) || finiteVerb.test(question.replace(relativeVerb, '')))) return 'yes-no';
  // "Cite les villes touchées" wants several; "le lieu" a place.
  if (head && !pluralPhrase.test(asked)) return head;
  if (/^(?:list|liste|lister|listez|cite|citer|citez|enumere|name|nomme)/.test(folded)) return 'which';
  return pluralPhrase.test(asked) ? 'which' : 'what';
}

/** Only a name answers: "what is the name of", "comment s'appelle". */
export function asksForName(question: string): boolean {
  return /\b(?:s'appell\p{L}+|sapel\p{L}*|se nomme\p{L}*|(?:le|les|quels?|quel est le|son|leurs?) noms? (?:du|de|de la|de l'|des|d'|complet)|noms? (?:de|du|des|d')|names? of|(?:his|her|their|whose|the|'s) names?\b(?! the)|is (?:\p{L}+ )?called)/u.test(
    fold(question),
  );
}

/** "Which former minister", "quelle avocate": what somebody is, soon after the interrogative. */
function asksForRole(interrogative: string): boolean {
  return words(interrogative)
    .slice(1, 4)
    .some(({ word }) => roleNouns.has(word));
}

/** First place where a pattern asks, rather than joins clauses. */
function placeOf(pattern: RegExp, text: string): number | undefined {
  for (const match of text.matchAll(new RegExp(pattern.source, 'gu'))) {
    const before = text.slice(0, match.index);
    const last = match.index + match[0].length === text.replace(/[\s?!.]+$/, '').length;
    if (!relatives.has(match[0]) || last || beforeAsking.test(before)) return match.index;
  }
  return undefined;
}

/** Where "où" asks for a place: the accent tells, or a position that only "where" takes. */
function asksWhere(question: string, asked: string): number | undefined {
  const accented = /(?:^|[\s,(«"'’-])où(?!\p{L})/iu.exec(question);
  // "Le jour où…" is not a question of place.
  if (accented && !/(?:jour|moment|date|année|annee|mois|pays|ville)\s+$/i.test(question.slice(0, accented.index + 1)))
    return 0;
  return /^(?:et |mais |d'|par )?ou (?:est|sont|a|ont|se|s'|etait|etaient|fut|en|le|la|les|l'|ca)\b/.test(asked)
    ? 0
    : undefined;
}
