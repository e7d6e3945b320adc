import { clausesOf } from './clauses.ts';
import { related, type Term } from './concepts.ts';
import type { CheckTools } from './contracts.ts';

/** Shares of a sentence's content words that its source must hold; chosen on the tuning half of the check's test set. */
export const coverageDefaults = {
  sameLanguage: 0.5,
  acrossLanguages: 0.4,
  /** Of each clause with at least `clauseWords` content words: a supported half must not carry an invented one. */
  clause: 0.34,
  clauseWords: 3,
  /** Cosine from which two words count as saying the same. */
  wordSimilarity: 0.55,
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
  embed: CheckTools['embed'],
): Promise<string[] | null> {
  const content = sentence.terms.filter((term) => !term.stop);
  if (content.length === 0) return null;
  const pool = source.terms.filter((term) => !term.stop);
  const covered = new Set(content.filter((term) => pool.some((other) => related(term, other))));
  if (embed && covered.size < content.length) {
    const open = content.filter((term) => !covered.has(term));
    for (const term of await similarOnes(open, pool, embed)) covered.add(term);
  }
  const share = (terms: readonly Term[]) => terms.filter((term) => covered.has(term)).length / terms.length;
  const threshold = sameLanguage ? coverageDefaults.sameLanguage : coverageDefaults.acrossLanguages;
  const missing = (terms: readonly Term[]) => terms.filter((term) => !covered.has(term)).map((term) => term.word);
  if (share(content) < threshold) return missing(content);
  for (const clause of clausesOf(sentence.text)) {
    const terms = content.filter((term) => term.start >= clause.start && term.end <= clause.end);
    if (terms.length >= coverageDefaults.clauseWords && share(terms) < coverageDefaults.clause) return missing(terms);
  }
  return null;
}

async function similarOnes(
  open: readonly Term[],
  pool: readonly Term[],
  embed: NonNullable<CheckTools['embed']>,
): Promise<Term[]> {
  if (pool.length === 0) return [];
  const vectors = await embed([...open, ...pool].map((term) => term.word));
  return open.filter((_, index) => {
    const own = vectors[index] ?? [];
    return vectors
      .slice(open.length)
      .some(
        (other) =>
          own.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0) >= coverageDefaults.wordSimilarity,
      );
  });
}
