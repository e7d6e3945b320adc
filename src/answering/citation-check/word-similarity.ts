import { commonRank } from '../../text/common-words.ts';
import type { WordVectors } from './contracts.ts';
import { related, type Term } from './terms.ts';

/** Cosines of unrelated words reach the lower bound, those of translations the upper. */
const cosineBounds = { lowest: 0.25, highest: 0.6, most: 0.9 } as const;

/** From this place on in the list of common words a word weighs as much as one that is not in it. */
const rareRank = 12_000;

/** How much a word tells, in [0.3, 1]: "say" little, "eavesdrop" much. */
export function wordWeight({ word }: Term): number {
  const rank = commonRank(word);
  if (rank === undefined) return 1;
  return 0.3 + 0.7 * Math.min(1, Math.log1p(rank / 100) / Math.log1p(rareRank / 100));
}

/** How far two words say the same, in [0, 1]; the vectors must have been loaded. */
export function wordSimilarity(a: Term, b: Term, vectors: WordVectors): number {
  if (a.stems.some((stem) => b.stems.includes(stem))) return 1;
  if (related(a, b)) return cosineBounds.most;
  if (b.stop) return 0;
  const { lowest, highest, most } = cosineBounds;
  const cosine = vectors.similarity(a.word, b.word);
  return Math.max(0, Math.min(most, (most * (cosine - lowest)) / (highest - lowest)));
}
