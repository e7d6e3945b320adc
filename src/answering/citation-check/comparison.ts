import { detectLanguage } from '../../text/language.ts';
import { sentenceSpans } from '../../text/sentences.ts';
import type { NameIndex, Span } from '../../types.ts';
import { attributionMarkers } from './attribution.ts';
import { type DateMention, findDates, maskDates } from './calendar-dates.ts';
import { clausesOf } from './clauses.ts';
import type { CheckTools, CitedPassage, WordVectors } from './contracts.ts';
import type { Evidence } from './evidence.ts';
import { hedgesOf } from './modality.ts';
import { findNumbers, type NumberMention } from './numbers.ts';
import { maskNames, type NamedThing, namedThings } from './proper-names.ts';
import { type Term, termsOf } from './terms.ts';
import { wordSimilarity, wordWeight } from './word-similarity.ts';

/** What is read in a text once, for all signals. */
export interface ReadText {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly names: readonly NamedThing[];
  readonly dates: readonly DateMention[];
  readonly numbers: readonly NumberMention[];
}

/** A sentence of a cited passage. */
export interface SourceSentence extends ReadText {
  readonly passage: CitedPassage;
  /** Holds words that were quoted. */
  readonly quoted: boolean;
  /** Stands in a paragraph that holds quoted words. */
  readonly near: boolean;
  /** The two sentences before it in the passage: what "he" and "the company" stand for. */
  readonly before: readonly SourceSentence[];
}

/** A content word of the sentence: not a name, number, date, frame or hedge, which are compared by themselves. */
export interface ContentWord extends Term {
  readonly weight: number;
  /** How far each source sentence holds it, in [0, 1], in the order of `sources`. */
  readonly held: readonly number[];
}

/** A sentence beside the sentences of its passages. */
export interface Comparison {
  readonly claim: ReadText & { readonly content: readonly ContentWord[]; readonly clauses: readonly Span[] };
  readonly sources: readonly SourceSentence[];
  readonly sameLanguage: boolean;
  readonly names: NameIndex;
  readonly vectors: WordVectors | undefined;
  readonly evidence: Evidence;
}

function readText(text: string, names: NameIndex): ReadText {
  const things = namedThings(text, names);
  const dates = findDates(text);
  const numbers = findNumbers(
    maskNames(
      maskDates(text, dates),
      things.filter(({ kind }) => kind !== 'country'),
    ),
  );
  return { text, terms: termsOf(text), names: things, dates, numbers };
}

/** Reads a sentence and its passages, and compares their words. */
export async function compare(
  sentence: string,
  passages: readonly CitedPassage[],
  evidence: Evidence,
  { names, vectors }: CheckTools,
): Promise<Comparison> {
  const claim = readText(sentence, names);
  const sources = [...new Set(passages)].flatMap((passage) => sourceSentences(passage, evidence, names));
  const frame = [
    ...claim.names,
    ...claim.dates,
    ...attributionMarkers(sentence),
    ...hedgesOf(sentence).filter(({ kind }) => kind === 'doubt'),
  ];
  const words = termsOf(maskNames(sentence, frame)).filter(
    (term) =>
      !term.stop &&
      !/^\d/.test(term.word) &&
      !claim.numbers.some((number) => term.start < number.end && number.start < term.end),
  );
  if (vectors) {
    const pool = sources.flatMap(({ terms }) => terms.filter(({ stop }) => !stop));
    const inNames = termsOf(claim.names.map(({ text }) => text).join(' '));
    await vectors.load([...words, ...inNames, ...pool].map(({ word }) => word));
  }
  const content = words.map((term) => ({
    ...term,
    weight: wordWeight(term),
    held: sources.map(({ terms }) =>
      terms.reduce((best, other) => (best === 1 ? 1 : Math.max(best, wordSimilarity(term, other, vectors))), 0),
    ),
  }));
  const sourceLanguage = detectLanguage(sources.map(({ text }) => text).join('\n'));
  return {
    claim: { ...claim, content, clauses: clausesOf(sentence) },
    sources,
    sameLanguage: detectLanguage(sentence) === sourceLanguage,
    names,
    vectors,
    evidence,
  };
}

function sourceSentences(passage: CitedPassage, evidence: Evidence, names: NameIndex): SourceSentence[] {
  const quotes = evidence.quotes
    .filter(({ articleId }) => articleId === passage.articleId)
    .map(({ start, end }) => ({ start: start - passage.start, end: end - passage.start }));
  const touched = (span: Span) => quotes.some(({ start, end }) => start < span.end && end > span.start);
  const paragraphs = [...passage.text.matchAll(/[^\n]+/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  const near = paragraphs.filter(touched);
  const found: SourceSentence[] = [];
  for (const span of sentenceSpans(passage.text, detectLanguage(passage.text))) {
    found.push({
      ...readText(passage.text.slice(span.start, span.end), names),
      passage,
      quoted: touched(span),
      near: near.some(({ start, end }) => span.start >= start && span.end <= end),
      before: found.slice(-2),
    });
  }
  return found;
}

/** How much of some content words the chosen source sentences hold together, in [0, 1]; 1 when there is nothing to hold. */
export function heldShare(
  words: readonly ContentWord[],
  sources: readonly SourceSentence[],
  chosen: (source: SourceSentence, index: number) => boolean,
): number {
  const places = sources.flatMap((source, index) => (chosen(source, index) ? [index] : []));
  let total = 0;
  let held = 0;
  for (const { weight, held: inSources } of words) {
    total += weight;
    held += weight * places.reduce((best, index) => Math.max(best, inSources[index] ?? 0), 0);
  }
  return total === 0 ? 1 : held / total;
}
