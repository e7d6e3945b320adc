import { fold } from '../text/fold.ts';
import type { Dossier } from '../types.ts';
import { originOf } from './attribution.ts';
import type { Evidence } from './evidence.ts';
import { namesOutlet } from './media-names.ts';
import type { QuestionKind } from './question-kind.ts';

/** "Qui a révélé", "quel média a sorti le premier", "who broke the story". */
const telling =
  /\b(?:(?:a|ont|avait|avaient) (?:ete l\p{L}+ premi\p{L}+ a |ete la premiere a )?(?:d'abord |le premier |les premiers )?(?:revel|devoil|ebruit|divulgu|sorti l|mis au jour)\p{L}*|(?:first )?(?:revealed|reveals|uncovered|disclosed|exposed|broke (?:the )?(?:story|news)|(?:first|originally) (?:reported|published|told|wrote)|reported (?:it |this )?first|got the scoop))/u;

/** Whether outlets answer: who told the story rather than who acted in it. */
export function asksWhoTold({ kind, text }: { readonly kind: QuestionKind; readonly text: string }): boolean {
  return (kind === 'who' || kind === 'which') && telling.test(fold(text));
}

/** Evidence with what answers "who told it": the outlet behind a sentence, where the sentence names it. */
export function withTellers(evidence: readonly Evidence[], dossier: Dossier): Evidence[] {
  return evidence.map((one) => {
    const origin = originOf(one, dossier);
    return namesOutlet(origin, one.sentence) ? { ...one, teller: origin } : one;
  });
}
