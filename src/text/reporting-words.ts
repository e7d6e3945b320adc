import type { Language } from '../types.ts';

/** The words around reporting verbs in one language. */
export interface ReportingWords {
  /** Before one of these a form is a noun: "un juge", "the claims". */
  readonly nounMarkers: RegExp;
  /** Openers of a source: `selon`, `according to`. The source follows. */
  readonly openers: RegExp;
  /** Words that say that something is not settled. */
  readonly hedges: readonly RegExp[];
  /** The sentence says that something is not known or asks it. */
  readonly open: RegExp;
  /** What is told is that something is not so: "assure n'avoir jamais…". */
  readonly deniedContent: RegExp;
  /** Verbs that with such content amount to a denial. */
  readonly denyingVerbs: RegExp;
  /** How a source begins: a capital or a determiner. */
  readonly nounPhrase: RegExp;
  /** A source that points back: `il`, `la même source`, `the paper`. */
  readonly pointsBack: RegExp;
  /** The sentence goes on from the one before: `He also…`, `Il a ajouté`. */
  readonly pronounSubject: RegExp;
}

const french: ReportingWords = {
  nounMarkers:
    /(?:^|[\s'’])(?:un|une|le|la|les|de|du|des|au|aux|ce|cette|ces|son|sa|leur|d|l|toute|chaque|fait)\s*['’]?\s*$/iu,
  openers:
    /(?<![\p{L}])(?:toujours\s+)?(?:selon|d['’]après(?!-)|pour(?=\s+(?:lui|elle|eux|elles|ce dernier|cette dernière|le (?:site|journal|quotidien|magazine)|la (?:radio|chaîne)|l['’](?:ong|article|auteure?|organisation))\s*,)|à en croire|aux dires d[eu]s?|de l['’]avis d[eu]|de l['’]aveu d[eu]|de source|par la voix d[eu]|aux yeux d[eu]|à ses yeux)\s*/giu,
  hedges: [
    /(?<!\p{L})(?:aurai(?:t|ent)|serai(?:t|ent)|pourrai(?:t|ent)|semblerai(?:t|ent))(?!\p{L})/iu,
    /(?<!\p{L})(?:présum|suppos|prétendu|soupçonn|allégu|imput)(?:ée?s?|e?s?|e-t-on)(?!\p{L})/iu,
    /(?<!\p{L})(?:éventuel(?:le)?s?|potentiel(?:le)?s?|possible(?:ment|s)?|vraisemblable(?:ment)?|probable(?:ment|s)?)(?!\p{L})/iu,
    /(?<!\p{L})(?:peut-être|sans doute|apparemment|manifestement|paraît-il|susceptibles? d|semble(?:nt)?|paraît|paraissent)(?!\p{L})/iu,
  ],
  open: /\?\s*[»”"]?\s*$|(?<!\p{L})(?:on ignore|reste à savoir|question reste ouverte|ne sait pas|ne permet(?:tent)? (?:donc )?pas de (?:dire|savoir)|n['’]est pas établi|impossible de savoir)(?!\p{L})/iu,
  deniedContent:
    /(?<!\p{L})(?:n['’]a(?:it)? jamais|n['’]avoir (?:jamais|aucun)|n['’]avait (?:jamais|pas)|n['’]était pas|n['’]est pas|ne (?:pas|jamais)|personne n|ne\s\S+\s(?:pas|jamais)|fausses? (?:accusations?|informations?)|n['’]a pas|n['’]ont (?:pas|jamais))/iu,
  nounPhrase:
    /^(?:[«"“]\s*)?(?:\p{Lu}|\d|i\d|(?:le|la|les|un|une|des|de|du|plusieurs|certaine?s|deux|trois|quatre|cinq|divers|diverses|nombre)\s|[ld]['’]|\p{Ll}+\p{Lu}|\p{Ll}+info$)/u,
  denyingVerbs: /assur|affirm|sout|préten|promet|insist|dit|disent|déclar|répond|martel/iu,
  pointsBack:
    /^(?:(?:son|sa|ses|leurs?) \p{L}.*|lui|elle|eux|elles|il|ils|celui-ci|celles?-ci|ceux-ci|ce dernier|cette dernière|l['’]intéressée?|(?:la|une|cette|ces|les|le) mêmes? \p{L}+|(?:ce|cet|cette|ces) \p{L}+.*|l['’]article|le (?:texte|site|journal|quotidien|magazine|média|ministre|communiqué|porte-parole|document|consortium)|la (?:radio|chaîne|rédaction|présidence|brève)|l['’](?:entreprise|ong|organisation|avocat|auteure?|enquête|émissaire))$/iu,
  pronounSubject:
    /^(?:«\s*)?(?:il|elle|ils|elles|ce dernier|cette dernière|celui-ci|celle-ci|ceux-ci|l['’]un d|on)(?!\p{L})/iu,
};

const english: ReportingWords = {
  nounMarkers:
    /(?:^|\s)(?:the|a|an|of|on|by|these|those|such|its|his|their|some|any|press|news|media|earlier|first|after|from|over|false|own|with|alleged|be|been|being|was|were|is|are|to|for|phone|video)\s*$/iu,
  openers:
    /(?<![\p{L}])(?:according to(?! which)|in the words of|in the view of|in the eyes of|for its part,?|as told by)\s*/giu,
  hedges: [
    /\b(?:allegedly|alleged|reportedly|purported(?:ly)?|presumed|supposed(?:ly)?|suspected|apparent(?:ly)?|unconfirmed|perhaps|possibly|probably|potential(?:ly)?|likely)\b/i,
    /\b(?:is|are|was|were) (?:said|believed|thought|understood|reported|alleged|suspected) to\b/i,
    /\b(?:may|might|could|would) (?:well )?have\b|\bmight\b|\b(?:appears?|seems?) to\b/i,
  ],
  open: /\?\s*["”]?\s*$|\b(?:not known|unknown|unclear|remains? to be seen|neither confirm(?:ed)? nor den(?:y|ied)|did not prove)\b/i,
  deniedContent:
    /\b(?:never|not been|was not|were not|has no|had no|have no|did not|does not|is not|are not|no evidence|neither|nobody|no one|nothing to do)\b/i,
  nounPhrase: /^(?:\p{Lu}|\d|\p{Ll}+\p{Lu}|(?:the|an?|some|several|two|three|four|five|many|most|senior|one)\s)/u,
  denyingVerbs: /maintain|insist|assert|argue|say|said|told|tell|state|repl|stress/i,
  pointsBack:
    /^(?:(?:his|her|its|their) \p{L}.*|he|she|they|it|him|her|them|the (?:same|latter|paper|newspaper|magazine|article|outlet|site|website|publication|company|firm|ministry|department|minister|official|officials|statement|group|piece|briefing|agency|ministry|judge|text|headline)(?: \p{L}+)?|(?:this|that|these|those) \p{L}+|a note|insiders)$/iu,
  pronounSubject: /^["“]?(?:he|she|they|it|the latter|both|this|that|these|those)\b/i,
};

export const reportingWords: Record<Language, ReportingWords> = { fr: french, en: english };
