import { detectLanguage } from '../../text/language.ts';
import { sentenceSpans } from '../../text/sentences.ts';
import { titleOf } from '../../text/title.ts';
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
  readonly vectors: WordVectors;
  readonly evidence: Evidence;
  /** Log-odds, by the reader, that what is quoted bears the sentence out. */
  readonly bearsOut: number;
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
  { names, vectors, reader }: CheckTools,
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
  const pool = sources.flatMap(({ terms }) => terms.filter(({ stop }) => !stop));
  const inNames = termsOf(claim.names.map(({ text }) => text).join(' '));
  await vectors.load([...words, ...inNames, ...pool].map(({ word }) => word));
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
    bearsOut: await readBearsOut(sentence, sources, reader),
  };
}

/** The reader's log-odds for the least borne out sentence of what is claimed: one is all that a lie needs. */
async function readBearsOut(
  sentence: string,
  sources: readonly SourceSentence[],
  reader: CheckTools['reader'],
): Promise<number> {
  const quoted = sources.filter((source) => source.quoted);
  const told = {
    sentence: quoted.map(({ text }) => text).join(' '),
    before: quoted[0]?.before.at(-1)?.text ?? '',
    title: [...new Set(quoted.map(({ passage }) => titleOf(passage)))].join(' - '),
  };
  let least = Number.POSITIVE_INFINITY;
  for (const { start, end } of sentenceSpans(sentence, detectLanguage(sentence)))
    for (const { bearsOut } of await reader.read(sentence.slice(start, end), [told])) least = Math.min(least, bearsOut);
  return Number.isFinite(least) ? least : 0;
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
