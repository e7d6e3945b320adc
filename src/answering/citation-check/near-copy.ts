import type { ContentWord, SourceSentence } from './comparison.ts';

/** Share of its content words that makes a sentence a copy rather than a paraphrase. */
const nearCopy = 0.55;

/**
 * How much a sentence is a copy of a source sentence, in [0, 1]. What differs in a copy differs on purpose: that is how
 * a detail or a name is slipped in, whereas a paraphrase changes many words at once.
 */
export function copying(content: readonly ContentWord[], source: SourceSentence): number {
  const weightOf = (words: readonly ContentWord[]) => words.reduce((sum, { weight }) => sum + weight, 0);
  const total = weightOf(content);
  if (total === 0) return 0;
  const copied = content.filter((word) =>
    source.terms.some((other) => other.stems.some((stem) => word.stems.includes(stem))),
  );
  return Math.max(0, (weightOf(copied) / total - nearCopy) / (1 - nearCopy));
}

/** How much the sentence is a copy of the source sentence that it copies most. */
export function mostCopied(content: readonly ContentWord[], sources: readonly SourceSentence[]): number {
  return Math.max(0, ...sources.map((source) => copying(content, source)));
}
