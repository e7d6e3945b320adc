import type { Language } from '../types.ts';
import { fold } from './fold.ts';

/**
 * Function words: articles, pronouns, prepositions, conjunctions, auxiliaries, question words and the verbs that only
 * carry a question ("what happened", "que se passe-t-il"). Nothing that can be what a question is about: published
 * stop lists hold "million", "first", "personne", "pas" or "us" and cost a press file its figures.
 */
const lists: Record<Language, string> = {
  fr: `
    le la les l un une des du de d au aux à ce cet cette ces c ça cela ceci celui celle ceux celles ci là
    je j tu il elle on nous vous ils elles me m te t se s moi toi soi lui leur leurs eux y en
    mon ton son ma ta sa mes tes ses notre votre nos vos nôtre vôtre sien sienne siens siennes
    qui que qu quoi dont où quel quelle quels quelles lequel laquelle lesquels lesquelles duquel desquels desquelles auquel auxquels auxquelles
    quand comment pourquoi combien est-ce
    et ou mais donc or ni car si comme lorsque lorsqu puisque puisqu quoique jusque jusqu afin ainsi alors aussi
    dans par pour sur sous avec sans chez vers entre depuis pendant durant selon parmi via dès lors près hors
    ne n pas plus non oui très trop bien même mêmes tout toute tous toutes autre autres aucun aucune quelque quelques chaque plusieurs tel telle tels telles
    être suis es est sommes êtes sont étais était étions étiez étaient serai sera serons serez seront serait seraient fus fut fûmes furent soit soient été étant
    avoir ai as a avons avez ont avais avait avions aviez avaient aurai aura auront aurait auraient eu eue eus eues eut eurent ait aient ayant
    faire fait faits faite faites fais font faisait faisaient fit firent fera ferait
    aller va vont allait peut peuvent pouvait doit doivent
    t-il t-elle t-on a-t-il`,
  en: `
    the a an this that these those
    i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours they them their theirs themselves one
    who whom whose which what where when why how
    and or but nor so if then than as because while although though whether until unless
    of at by for with about against between into through during before after to from in out on off over under upon within without per via
    not no yes only very too also just more most such same both each any some all other others own
    be am is are was were been being
    have has had having do does did doing done
    can could will would shall should may might must ought
    there here s t don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn ll ve re d m
    happen happened happens tell`,
};

/** Function words of both languages, folded: questions and passages mix them. */
export const functionWords: ReadonlySet<string> = new Set(
  Object.values(lists).flatMap((list) => list.trim().split(/\s+/).map(fold)),
);
