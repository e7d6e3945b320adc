import { fold } from '../text/fold.ts';
import type { Dossier } from '../types.ts';
import { quotedOutlet } from './attribution.ts';
import type { Evidence } from './evidence.ts';
import { namesOutlet } from './media-names.ts';
import type { Question } from './question.ts';
import { outletKey } from './sources.ts';

const article = "(?:l[ea]s? |l'|the )?";
/** "selon", "d'après l'enquête de", "per": whose word is wanted stands behind. */
const before = new RegExp(
  `\\b(?:selon|d'apres|a en croire|according to|as (?:reported|told|written) by|going by|per)\\s${article}(?:\\p{L}+ (?:de |du |d'|of |by |in ))?${article}$`,
  'u',
);
/** "that Acme mentions", "Acme a-t-il cités". */
const after =
  /^,?\s?(?:a-t-(?:il|elle) |has |have )?(?:mention|cit(?:e|es|ent|ed)\b|nomm|name[sd]|enumer|list(?:s|ed)\b|rapport|report(?:s|ed)\b|quot)/u;

/** An outlet of the file whose word a question asks for. */
export interface AskedOutlet {
  /** Folded, without what stands in brackets. */
  readonly name: string;
  /** As its articles have it: "RFI", "RFI (taken up by Acme)". */
  readonly spellings: readonly string[];
}

const known = new WeakMap<Dossier, readonly AskedOutlet[]>();

function outletsOf(dossier: Dossier): readonly AskedOutlet[] {
  let outlets = known.get(dossier);
  if (!outlets) {
    const spellings = new Set([...dossier.articles.values()].flatMap(({ outlet }) => outlet ?? []));
    outlets = [...new Set([...spellings].map(outletKey))].map((name) => ({
      name,
      spellings: [...spellings].filter((spelling) => outletKey(spelling) === name),
    }));
    known.set(dossier, outlets);
  }
  return outlets;
}

/** "Selon Axios", "that CNEWS mentions". */
export function askedOutlet({ text }: Pick<Question, 'text'>, dossier: Dossier): AskedOutlet | undefined {
  const folded = fold(text);
  return outletsOf(dossier).find(({ name }) => {
    const bare = name.replace(/^(?:l[ea]s? |l'|the )/u, '');
    for (let at = folded.indexOf(bare); at >= 0; at = folded.indexOf(bare, at + 1)) {
      const rest = folded.slice(at + bare.length);
      if (/^[\p{L}\p{N}]/u.test(rest)) continue;
      if (before.test(folded.slice(0, at)) || after.test(rest)) return true;
    }
    return false;
  });
}

/** Whether a sentence gives an outlet's word: it stands in its article, goes back to it, or names it. */
export function isWordOf({ name, spellings }: AskedOutlet, evidence: Evidence, dossier: Dossier): boolean {
  const { sentence, article: own } = evidence;
  return (
    (own.outlet !== null && spellings.includes(own.outlet)) ||
    namesOutlet(name, sentence) ||
    outletKey(quotedOutlet(evidence, dossier) ?? '') === name
  );
}
