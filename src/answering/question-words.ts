import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { stopwords } from '../text/terms.ts';

/**
 * Words that frame a question without being what it is about: polite forms, chat shorthands, "according to",
 * "the file", and verbs of asking and of saying.
 */
const framing = new Set(
  fold(
    `quel quelle quels quelles qui que quoi quand comment pourquoi combien lequel laquelle lesquels lesquelles
     who whom whose what which when where why how
     svp stp merci bonjour salut please thanks hello hi hey dis dites dire moi tell explain explique expliquez
     donne donnez give cite citez citer liste lister list name nomme nommer enumere resume resumer
     selon according apres dossier presse press file article articles source sources savoir sait know known
     appelle appellent appelait sapelle sapel sappelle cmb kan kand wat wen plz pls thx abt u r ur pr ds ac ere
     cb cbien pk pq pkoi ki koi kel kelle kels qd ke g jai ya
     est-ce etre avoir fait faire done exactement exactly precisement vraiment really actually
     question questions nombre number date jour day mois month annee year moment fois time times
     mention mentions mentionne mentionnes mentioned raison raisons reason reasons nom noms names personne personnes people person chose choses thing things
     cherche cherchait cherchent cherchees tente tenter essaye essayer voulu vouloir tried try trying sought seek attempted
     savez savons vu petite fameuse fameux famous besoin exemple example chiffre papier expose lycee
     oui non yes reellement effectivement finalement simplement juste seulement environ roughly approximately simply just only indeed truly
     passe happened happen arrive concernant about propos sujet regarding affaire affair`,
  )
    .split(/\s+/)
    .filter(Boolean),
);

export function isQuestionWord(word: string): boolean {
  return framing.has(word);
}

const ordinaryWords = [...framing, ...stopwords].filter((word) => word.length >= 4);

/** A misspelt function or question word: "abuot", "coment", "quele". Asked only of words that the file does not use. */
export function isMisspeltQuestionWord(word: string): boolean {
  return word.length >= 4 && ordinaryWords.some((known) => known[0] === word[0] && editDistance(word, known, 1) === 1);
}

/** Words that name the kind of thing asked for: "which judge", "quelle ville"; the answer need not repeat them. */
const kindWords = new Set(
  fold(
    `ville villes city town lieu place endroit pays country countries capitale capital batiment building
     ministre ministres minister ministers juge judge journaliste journalistes journalist journalists depute deputes
     responsable official conseiller adviser avocat lawyer homologue counterpart somme montant amount sum prix price
     liste list proportion pourcentage percentage part share taille size ampleur periode period subject sujet
     maniere way facon methode method nom name poste position titre title role fonction job`,
  )
    .split(/\s+/)
    .filter(Boolean),
);

const calendarWord =
  /^(?:(?:19|20)\d\d|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december|printemps|ete|automne|hiver|spring|summer|autumn|winter)$/;

/** A year, month or season: it says when, and articles of that time need not repeat it. */
export function isCalendarWord(word: string): boolean {
  return calendarWord.test(word);
}

export function isKindWord(word: string): boolean {
  return kindWords.has(word);
}
