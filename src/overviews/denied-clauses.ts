import { negation } from './claim-match.ts';
import { clausesOf } from './telling-stretch.ts';

/** Verbs that deny what they govern; "un démenti du ministre" tells of a denial, and denies nothing of the minister. */
const denial =
  /(?<!\p{L})(?:ni(?:e|ent|é|er|ait|aient)|dément(?:ent|ir|ait|aient)?|(?:a|ont|avait|avaient) démenti|réfut(?:e|ent|é|er|ait)|contest(?:e|ent|é|er|ait)|rejett?(?:e|ent|é|er|ait)|récus(?:e|ent|é|er|ait)|exclu(?:t|ent)|den(?:y|ie[sd]|ying)|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|rul(?:es?|ed|ing) out)(?!\p{L})/iu;
/** A clause that goes on where such a verb ends: "nie que …", "had not been used to …". */
const governed = /^\s*(?:que|qu['’]|that|to|pour)(?!\p{L})/iu;

/** Whether somebody in a text denies something. */
export function tellsDenial(text: string): boolean {
  return denial.test(text);
}

/** Clauses that negate or deny something, each with the clause that it governs. */
export function deniedClauses(text: string): string[] {
  const clauses = clausesOf(text);
  return clauses.flatMap((clause, index) => {
    if (!denial.test(clause) && !negation.test(clause)) return [];
    const next = clauses[index + 1];
    return [next !== undefined && governed.test(next) ? clause + next : clause];
  });
}
