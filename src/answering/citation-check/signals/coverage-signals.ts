import { type ContentWord, heldShare } from '../comparison.ts';
import { mostCopied } from '../near-copy.ts';
import { oppositeIn } from '../opposites.ts';
import { termsOf, unborneClaims } from '../terms.ts';
import { wordSimilarity, wordWeight } from '../word-similarity.ts';
import type { SignalReader } from './signal.ts';

/** A clause with fewer content words than this is not looked at by itself. */
const tellingClause = 2;
/** Paraphrases share as few words as this with the best sentence of their source. */
const usualGap = 0.6;
/** Paraphrases have up to about this share of words that nothing in the passage holds. */
const usualMissing = 0.4;
/** A sentence of so many words that misses this share speaks of something else. */
const otherMatter = 0.62;
const tellingSentence = 3;
/** A word weighs this much before it is named as missing. */
const tellingGap = 0.3;

/** Whether the sentence's words stand in what it cites, and the quote's words in the sentence. */
export const coverageSignals: SignalReader = ({ claim, sources, evidence, vectors }) => {
  const { content } = claim;
  const near = sources.filter((source) => source.near);
  const clauses = claim.clauses
    .map(({ start, end }) => content.filter((word) => word.start >= start && word.end <= end))
    .filter((words) => words.length >= tellingClause);
  const gapOf = (words: readonly ContentWord[]) =>
    Math.min(
      1,
      ...sources.map(
        (source) => 1 - heldShare(words, sources, (other) => other === source || source.before.at(-1) === other),
      ),
    );
  const worst = (clauses.length > 0 ? clauses : [content])
    .map((words) => ({ words, gap: gapOf(words) }))
    .toSorted((a, b) => b.gap - a.gap)[0];
  const missing = worst?.words.filter(({ weight, held }) => weight * (1 - Math.max(0, ...held)) > tellingGap) ?? [];

  const quoted = evidence.quotes
    .flatMap(({ quote }) => termsOf(quote))
    .filter(({ stop, word }) => !stop && !/^\d/.test(word))
    .map((word) => ({
      weight: wordWeight(word),
      taken: Math.max(0, ...claim.terms.map((other) => wordSimilarity(word, other, vectors))),
    }));
  const quoteWeight = quoted.reduce((sum, { weight }) => sum + weight, 0);
  const unused = quoted.reduce((sum, { weight, taken }) => sum + weight * (1 - taken), 0);

  const termsIn = (among: typeof sources) => among.flatMap(({ terms }) => terms);
  const unborneNear = unborneClaims(content, termsIn(near));
  const unborne = unborneClaims(content, termsIn(sources));
  const opposed = content.flatMap((word) => {
    const other = oppositeIn(word, termsIn(near), termsIn(sources));
    return other ? [`${word.word} ≠ ${other}`] : [];
  });
  // The rest of the sentence: in a short one the strange word itself would hide that all else is copied.
  const rest = content.filter((word) => !unborneNear.includes(word));
  const inCopy = mostCopied(rest, sources);
  const gone = 1 - heldShare(content, sources, () => true);
  const signal = (name: string, value: number, details: readonly string[]) =>
    ({ name, value, kind: 'coverage', detail: details.join(', ') }) as const;
  const wordsOf = (found: readonly { readonly word: string }[]) => found.map(({ word }) => word);
  return [
    signal('quoteUnused', quoteWeight === 0 ? 0 : unused / quoteWeight, ['the quote']),
    signal('bareClause', Math.max(0, (worst?.gap ?? 0) - usualGap), wordsOf(missing)),
    signal('bareSentence', Math.max(0, gone - usualMissing), wordsOf(missing)),
    signal('otherMatter', gone > otherMatter && content.length >= tellingSentence ? 1 : 0, wordsOf(missing)),
    signal('unborneNear', unborneNear.length, wordsOf(unborneNear)),
    signal('unborne', unborne.length, wordsOf(unborne)),
    signal('unborneInCopy', unborneNear.length * inCopy, wordsOf(unborneNear)),
    signal('opposed', opposed.length, opposed),
  ];
};
