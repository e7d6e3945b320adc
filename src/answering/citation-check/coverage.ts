import { clausesOf } from './clauses.ts';
import type { CheckTools, WordVectors } from './contracts.ts';
import { related, type Term } from './terms.ts';

/** Shares of a sentence's content words that its source must hold; chosen on the tuning half of the check's test set. */
export const coverageDefaults = {
  sameLanguage: 0.5,
  acrossLanguages: 0.4,
  /** Of each clause with at least `clauseWords` content words: a supported half must not carry an invented one. */
  clause: 0.33,
  clauseWords: 3,
  /** Up to this many content words one synonym that nothing knows weighs too much: the clause's share is enough. */
  shortSentence: 4,
  /** Cosine from which two words count as saying the same. */
  wordSimilarity: 0.35,
} as const;

export interface CoverageSide {
  readonly text: string;
  readonly terms: readonly Term[];
}

/**
 * The content words of a sentence that its source holds in no form, when they are too many; else null.
 * Names, numbers and dates are checked elsewhere and must be taken out of `sentence.terms` before.
 */
export async function uncovered(
  sentence: CoverageSide,
  source: CoverageSide,
  sameLanguage: boolean,
  vectors: CheckTools['vectors'],
): Promise<string[] | null> {
  const content = sentence.terms.filter((term) => !term.stop);
  if (content.length === 0) return null;
  // Function words included: the lists call "group" and "found" such, their French counterparts not.
  const pool = source.terms;
  const covered = new Set(content.filter((term) => pool.some((other) => related(term, other))));
  if (vectors && covered.size < content.length) {
    const open = content.filter((term) => !covered.has(term));
    for (const term of await similarOnes(open, pool, vectors)) covered.add(term);
  }
  const share = (terms: readonly Term[]) => terms.filter((term) => covered.has(term)).length / terms.length;
  const threshold = sameLanguage ? coverageDefaults.sameLanguage : coverageDefaults.acrossLanguages;
  const missing = (terms: readonly Term[]) => terms.filter((term) => !covered.has(term)).map((term) => term.word);
  const short = content.length <= coverageDefaults.shortSentence && covered.size > 0;
  if (share(content) < (short ? coverageDefaults.clause : threshold)) return missing(content);
  for (const clause of clausesOf(sentence.text)) {
    const terms = content.filter((term) => term.start >= clause.start && term.end <= clause.end);
    if (terms.length >= coverageDefaults.clauseWords && share(terms) < coverageDefaults.clause) return missing(terms);
  }
  return null;
}

async function similarOnes(open: readonly Term[], pool: readonly Term[], vectors: WordVectors): Promise<Term[]> {
  await vectors.load([...open, ...pool].map(({ word }) => word));
  return open.filter((term) =>
    pool.some((other) => vectors.similarity(term.word, other.word) >= coverageDefaults.wordSimilarity),
  );
}
