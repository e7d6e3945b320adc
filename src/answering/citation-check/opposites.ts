import { fold } from '../../text/fold.ts';
import { stems } from '../../text/terms.ts';
import type { Term } from './terms.ts';

/**
 * Words that exclude each other, in French and English: one kind a line, its members between bars. General language
 * only. Near in any vector space, and each the commonest way to write the other's opposite by mistake.
 */
const table = `
seconde second secondes seconds | minute minutes | heure heures hour hours | jour jours journee day days daily quotidien | semaine semaines week weeks weekly hebdomadaire | mois month months monthly mensuel | annee annees an ans year years yearly annual annuel | decennie decennies decade decades | siecle siecles century centuries
premier premiere premiers first | deuxieme seconde second | troisieme third | quatrieme fourth | cinquieme fifth | dernier derniere last final
matin morning | midi noon | apres-midi afternoon | soir soiree evening | nuit night
avant before prior | apres after following | pendant during
hausse augmentation augmenter increase increased rise rose grew growth croissance | baisse diminution diminuer reduire reduction decrease decreased fall fell drop dropped cut decline
debut commencer commence start started begin began beginning ouvrir opened | fin finir terminer end ended finish closed cloturer
gagner victoire win won victory remporter | perdre defaite lose lost defeat
accepter accept accepted agreed approve approved | refuser rejeter refuse refused reject rejected declined
acheter achat buy bought purchase buyer acheteur | vendre vente sell sold sale seller vendeur
recevoir recu receive received | envoyer envoye send sent
confirmer confirm confirmed upheld | infirmer annuler annule overturned quashed dementir denied
autoriser permettre allow allowed authorise permit | interdire ban banned forbid prohibited barred
majorite majority | minorite minority
public publique publicly | secret secrete secretly prive private confidential confidentiel
homme hommes man men | femme femmes woman women
pere father | mere mother | frere brother | soeur sister | fils son | fille daughter | mari husband epoux | epouse wife
president presidente | ministre minister | ambassadeur ambassador | juge judge magistrat | procureur prosecutor | avocat lawyer attorney | depute deputy lawmaker mp | senateur senator | journaliste reporter journalist | general colonel | roi king | maire mayor
republicain republicaine republican republicans | democrate democrates democrat democrats
civil civile | penal penale criminal | administratif administrative | militaire military
temporaire temporary provisoire provisional | permanent permanente definitif
rapide rapidement quick quickly fast | lent lentement slow slowly
fort forte strong strongly | faible weak weakly
allie allies ally friend ami | ennemi ennemie enemy hostile rival
nord north northern | sud south southern | est east eastern | ouest west western
gauche left | droite right
creancier creditor creditors | debiteur debtor
coupable guilty | innocent innocente
plus more | moins less fewer
ancien ancienne former ex | actuel actuelle current | futur future
partie partiel partially partial | totalite total totale entirely entier complete
suspendre suspend suspended freeze froze | reprendre resume resumed retablir restore restored
rouvrir reopen reopened | classer shelve shelved closed
`;

/** Stem → places in the table: [line, member]. */
const places = new Map<string, [number, number][]>();
table
  .trim()
  .split('\n')
  .forEach((line, row) => {
    line.split('|').forEach((member, column) => {
      for (const stem of new Set(
        member
          .trim()
          .split(/\s+/)
          .flatMap((word) => stems(fold(word))),
      )) {
        places.set(stem, [...(places.get(stem) ?? []), [row, column]]);
      }
    });
  });

const placesOf = (term: Term) => term.stems.flatMap((stem) => places.get(stem) ?? []);

/**
 * The word of the sentences near the quote that excludes this one, when none of its own kind stands in the whole
 * source: "weeks" where the source has "days" and no weeks.
 */
export function oppositeIn(term: Term, near: readonly Term[], whole: readonly Term[]): string | undefined {
  const own = placesOf(term);
  if (own.length === 0) return undefined;
  const same = (other: Term) =>
    placesOf(other).some(([row, column]) => own.some(([ownRow, ownColumn]) => row === ownRow && column === ownColumn));
  if (whole.some(same)) return undefined;
  return near.find((other) => placesOf(other).some(([row]) => own.some(([ownRow]) => row === ownRow)))?.word;
}
