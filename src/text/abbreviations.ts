/**
 * Words whose full stop does not end a sentence, French and English together: a press file mixes them.
 * Case matters: "Me. Baratelli" is a lawyer, "me." ends a sentence.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Titles and the like: something always follows. */
export const neverFinal = list(
  'M MM Mme Mmes Mlle Mlles Me Mes Mgr Dr Drs Pr Prof Mr Mrs Ms Messrs Gen Gén Col Lt Sgt Capt Cpt Cdt Maj Adm Amb Rep Reps Sen Sens Gov Hon Rev Pres cf Cf env approx av apr vs Vs e.g E.g i.e I.e c.-à-d tél Tél',
);

/** Abbreviations only in front of a number: "art. 12", "No. 5", "p. 3"; "No." alone is a sentence. */
export const beforeNumber = list('art Art p P pp n no No nos Nos vol Vol fig Fig chap Chap ch al ann sect Sect §');

/** May end a sentence: they do when a word follows that usually opens one. */
export const sometimesFinal = list(
  'Inc Ltd Corp Co Cie Bros St Ste Ave Blvd Jr Sr éd coll hab Jan Feb Apr Aug Sept Sep Oct Nov Dec janv févr fév avr juil juill sept oct nov déc',
);

/** Folded words that open sentences and hardly ever are the second half of a name. */
export const sentenceOpeners = list(
  [
    'le la les un une des du de ce cet cette ces il elle ils elles on nous vous je mais or et car donc ni si en dans pour par avec sans sur sous depuis selon apres avant lors quand comme a au aux leur leurs son sa ses notre nos plusieurs certains toutefois cependant pourtant aussi ainsi enfin ensuite puis rien aucun aucune qui que quel quelle',
    'the an this that these those he she it they we you his her its their our but and so if in at by for from with without under after before when while since according however there then some many several most both all not what who why how where meanwhile yet still',
  ].join(' '),
);
