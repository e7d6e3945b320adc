import { stems, stopwords, words } from '../../text/terms.ts';
import { synonymStems } from '../../text/thesaurus.ts';
import type { Span } from '../../types.ts';
import { bearsOutClaim, claimsOf, idioms } from './claim-verbs.ts';
import { foldInPlace } from './fold-in-place.ts';

/** A word of a text with all that it may be recognised by. */
export interface Term extends Span {
  readonly word: string;
  readonly stems: readonly string[];
  /** Stems of near-synonyms in both languages. */
  readonly synonyms: ReadonlyMap<string, number>;
  /** What it claims, when it is a word of consequence. */
  readonly claims: readonly string[];
  /** A function word: counts for nothing by itself. */
  readonly stop: boolean;
}

/** Verbs that carry no content of their own; some of them look like words that do. */
const auxiliaries: ReadonlySet<string> = new Set(
  'etre est sont ete etait etaient etant fut soit avoir ai as a avons ont avait avaient eu ayant aurait auraient serait seraient aura auront sera seront fait faire faisait is are was were be been being has have had having do does did done will would shall should can could may might must peut peuvent doit doivent pourrait pourraient devrait devraient visant aiming'.split(
    ' ',
  ),
);

/** "logiciel espion" is a thing, not an act: its "espion" must not count as spying. Same length as the text. */
function blankCompounds(text: string): string {
  return text.replace(
    /(?<=(?:logiciels?|programmes?|produits?|outils?)\s)(?:espions?|d['’]espionnage|de surveillance)(?![\p{L}])/giu,
    (part) => ' '.repeat(part.length),
  );
}

/** Claims of idioms, by the place of the word that carries them. */
function idiomClaims(text: string): Map<number, string[]> {
  const found = new Map<number, string[]>();
  const folded = foldInPlace(text);
  for (const { pattern, claim } of idioms) {
    for (const match of folded.matchAll(pattern)) {
      const at = match.indices?.groups?.word?.[0];
      if (at !== undefined) found.set(at, [...(found.get(at) ?? []), claim]);
    }
  }
  return found;
}

/** What is known of a word wherever it stands. */
type WordFacts = Pick<Term, 'stems' | 'synonyms' | 'claims'>;

/** Stemming and the thesaurus cost more than all the rest, and the words of a file come again and again. */
const knownWords = new Map<string, WordFacts>();
const capacity = 20_000;

function factsOf(word: string): WordFacts {
  const known = knownWords.get(word);
  if (known) return known;
  if (knownWords.size >= capacity) knownWords.clear();
  const wordStems = stems(word);
  const facts = { stems: wordStems, synonyms: synonymStems([word]), claims: claimsOf(wordStems) };
  knownWords.set(word, facts);
  return facts;
}

/** Words of a text in order. */
export function termsOf(text: string): Term[] {
  const idiomatic = idiomClaims(text);
  return words(blankCompounds(text)).map(({ word, start, end }) => {
    const facts = factsOf(word);
    const claims = [...facts.claims, ...(idiomatic.get(start) ?? [])];
    const stop = word.length < 2 || auxiliaries.has(word) || (stopwords.has(word) && claims.length === 0);
    return { ...facts, word, start, end, claims, stop };
  });
}

/** Whether two words say the same: a common stem, near-synonyms, one claim, or cognates of the two languages. */
export function related(a: Term, b: Term): boolean {
  return (
    a.stems.some((stem) => b.stems.includes(stem) || b.synonyms.has(stem)) ||
    a.claims.some((claim) => b.claims.includes(claim)) ||
    a.stems.some((left) => b.stems.some((right) => cognates(left, right)))
  );
}

function cognates(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared >= 5 && shared >= 0.7 * Math.min(a.length, b.length) && Math.max(a.length, b.length) - shared <= 4;
}

/** Words of consequence whose claim the source makes in no form: "infected" where it says "targeted". */
export function unborneClaims(sentence: readonly Term[], source: readonly Term[]): Term[] {
  const held = new Set(source.flatMap((term) => term.claims));
  return sentence.filter(
    (term) =>
      !term.stop &&
      term.claims.length > 0 &&
      !source.some((other) => other.stems.some((stem) => term.stems.includes(stem) || term.synonyms.has(stem))) &&
      !term.claims.some((claim) => bearsOutClaim(held, claim)),
  );
}
