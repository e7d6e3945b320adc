import type { TextFacts } from './evidence.ts';
import type { QuestionTerm } from './question.ts';

/**
 * How close together a sentence holds the terms of a question, in [0, 1]: the weight of the terms found, less the further
 * they stand from one another. "The head of NSO" is about the head of NSO; "NSO … the two leaders" is not.
 */
export function closeness(terms: readonly QuestionTerm[], { order }: TextFacts, reach: number): number {
  const found: { place: number; term: number }[] = [];
  for (const [place, stems] of order.entries()) {
    for (const [term, { stems: own, synonyms }] of terms.entries()) {
      if (stems.some((stem) => own.includes(stem) || synonyms.has(stem))) found.push({ place, term });
    }
  }
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  if (found.length === 0 || weight === 0) return 0;
  let best = 0;
  for (const [first, { place: start }] of found.entries()) {
    const seen = new Set<number>();
    let told = 0;
    for (const { place, term } of found.slice(first)) {
      if (seen.has(term)) continue;
      seen.add(term);
      told += terms[term]!.weight;
      const spread = Math.max(0, place - start + 1 - seen.size);
      best = Math.max(best, told / weight / (1 + spread / reach));
    }
  }
  return best;
}
