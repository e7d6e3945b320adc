import { dot, type TextVectors } from '../text/text-vectors.ts';
import type { WordMeanings } from '../text/word-meanings.ts';
import type { TextFacts } from './evidence.ts';
import type { QuestionTerm } from './question.ts';
import { settings } from './settings.ts';

/** A word of the question, and how alike words of texts are to it. */
interface AskedWord {
  readonly embedding: Float32Array | undefined;
  readonly meaning: Float32Array;
  readonly strengths: Map<string, number>;
}

/** Cosines of single words: unrelated ones stay below the first, translations and inflections reach the second. */
interface Cosines {
  readonly unrelated: number;
  readonly same: number;
}

/**
 * How far texts account for terms of one question, in [0, 1]. Remembers what it compared: the same sentence is asked for
 * its own sake, as a neighbour and as part of a passage, and sentences share most of their words.
 */
export class TermMatcher {
  readonly #vectors: TextVectors;
  readonly #meanings: WordMeanings;
  readonly #strengths = new Map<QuestionTerm, Map<TextFacts, number>>();
  readonly #asked = new Map<string, AskedWord>();

  constructor(vectors: TextVectors, meanings: WordMeanings) {
    this.#vectors = vectors;
    this.#meanings = meanings;
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
    const asked = this.#askedWord(word);
    let strongest = 0;
    for (const other of facts.words) {
      let strength = asked.strengths.get(other);
      if (strength === undefined) {
        strength = this.#alike(asked, other);
        asked.strengths.set(other, strength);
      }
      if (strength > strongest) strongest = strength;
    }
    return strongest;
  }

  /** Cosine of two texts of the question or its candidates. */
  similarity(first: string, second: string): number {
    return this.#vectors.similarity(first, second);
  }

  /** Two tables of words, made of different texts: what only one of them takes for alike counts half. */
  #alike({ embedding, meaning }: AskedWord, other: string): number {
    const { similar, embedded, meant } = settings.coverage;
    const vector = this.#vectors.vector(other);
    const byEmbedding = embedding && vector ? share(dot(embedding, vector), embedded) : 0;
    return (similar * (byEmbedding + share(dot(meaning, this.#meanings.vector(other)), meant))) / 2;
  }

  #askedWord(word: string): AskedWord {
    const known = this.#asked.get(word);
    if (known) return known;
    const asked = {
      embedding: this.#vectors.vector(word),
      meaning: this.#meanings.vector(word),
      strengths: new Map<string, number>(),
    };
    this.#asked.set(word, asked);
    return asked;
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

function share(cosine: number, { unrelated, same }: Cosines): number {
  return Math.min(1, Math.max(0, (cosine - unrelated) / (same - unrelated)));
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
