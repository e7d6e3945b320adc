import type { TextVectors } from '../text/text-vectors.ts';
import type { TextFacts } from './evidence.ts';
import type { QuestionTerm } from './question.ts';
import { settings } from './settings.ts';

/**
 * How far texts account for terms of one question, in [0, 1]. Remembers what it compared: the same sentence is asked for
 * its own sake, as a neighbour and as part of a passage, and sentences share most of their words.
 */
export class TermMatcher {
  readonly #vectors: TextVectors;
  readonly #strengths = new Map<QuestionTerm, Map<TextFacts, number>>();
  readonly #wordStrengths = new Map<string, Map<string, number>>();

  constructor(vectors: TextVectors) {
    this.#vectors = vectors;
  }

  /** Strength in [0, 1] with which a text accounts for a term. */
  strength(term: QuestionTerm, facts: TextFacts): number {
    const known = memoryOf(this.#strengths, term);
    let strength = known.get(facts);
    if (strength === undefined) {
      strength = this.#compare(term, facts);
      known.set(facts, strength);
    }
    return strength;
  }

  /** Strength in [0, 1] of the text's word most similar to a word that the text need not hold. */
  wordStrength(word: string, facts: TextFacts): number {
    const known = memoryOf(this.#wordStrengths, word);
    let strongest = 0;
    for (const other of facts.words) {
      let strength = known.get(other);
      if (strength === undefined) {
        strength = similarStrength(this.#vectors.similarity(word, other));
        known.set(other, strength);
      }
      if (strength > strongest) strongest = strength;
    }
    return strongest;
  }

  /** Cosine of two texts of the question or its candidates. */
  similarity(first: string, second: string): number {
    return this.#vectors.similarity(first, second);
  }

  #compare(term: QuestionTerm, facts: TextFacts): number {
    if (term.name && facts.names.includes(term.name)) return 1;
    if (!term.name && term.stems.some((stem) => facts.stems.has(stem))) return 1;
    const synonym = synonymStrength(term, facts);
    if (term.name) return synonym;
    if (term.corrections.length === 0) return Math.max(synonym, this.wordStrength(term.word, facts));
    if (term.corrections.some((word) => facts.words.includes(word))) return settings.coverage.correction;
    return Math.max(synonym, ...term.corrections.map((word) => this.wordStrength(word, facts)));
  }
}

/** Of a word with several meanings a synonym may be of the wrong one. */
function synonymStrength({ synonyms }: QuestionTerm, { stems }: TextFacts): number {
  const { synonym } = settings.coverage;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [stem, meanings] of synonyms) if (meanings < fewest && stems.has(stem)) fewest = meanings;
  return fewest === Number.POSITIVE_INFINITY ? 0 : synonym[Math.min(fewest, synonym.length) - 1]!;
}

function memoryOf<Key, Other>(memories: Map<Key, Map<Other, number>>, key: Key): Map<Other, number> {
  const known = memories.get(key);
  if (known) return known;
  const memory = new Map<Other, number>();
  memories.set(key, memory);
  return memory;
}

function similarStrength(cosine: number): number {
  const { similar, unrelatedCosine, sameCosine } = settings.coverage;
  return cosine <= unrelatedCosine
    ? 0
    : similar * Math.min(1, (cosine - unrelatedCosine) / (sameCosine - unrelatedCosine));
}
