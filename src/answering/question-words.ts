import { fold } from '../text/fold.ts';

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
     cb cbien pk pq pkoi ki koi kel kelle kels qd ke g jai ya
     est-ce etre avoir fait faire done exactement exactly precisement vraiment really actually
     question questions nombre number date jour day mois month annee year moment fois time times
     raison raisons reason reasons nom noms names personne personnes people person chose choses thing things
     passe happened happen arrive concernant about propos sujet regarding affaire affair`,
  )
    .split(/\s+/)
    .filter(Boolean),
);

export function isQuestionWord(word: string): boolean {
  return framing.has(word);
}
