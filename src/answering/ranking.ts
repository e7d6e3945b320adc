import type { TextVectors } from '../text/text-vectors.ts';
import { titleOf } from '../text/title.ts';
import type { Reader, Reading, SentenceLikeness } from '../types.ts';
import weights from './answer-weights.json' with { type: 'json' };
import { type ArticleContext, articleContexts } from './article-context.ts';
import { closeness } from './closeness.ts';
import { type Coverage, coverage, wordsToLoad } from './coverage.ts';
import { enumerates } from './enumeration.ts';
import type { Evidence } from './evidence.ts';
import { isAboutOthers } from './other-subject.ts';
import type { Question } from './question.ts';
import { settings } from './settings.ts';
import { stanceOf } from './stance.ts';
import type { TermMatcher } from './term-matcher.ts';
import { type Value, valuesOf } from './values.ts';
import { weightedSum } from './weighted-sum.ts';

/** A candidate sentence with all that speaks for it. */
export interface Candidate extends Evidence {
  readonly coverage: Coverage;
  /** Cosine of question and sentence. */
  readonly similarity: number;
  /** Values of the kind the question asks for. */
  readonly values: readonly Value[];
  readonly context: ArticleContext;
  /** What the reader makes of it; only the likeliest are read. */
  readonly reading?: Reading | undefined;
  readonly signals: RankingSignals;
  /** Log-odds up to a constant of the question: differences between candidates tell, not the value. */
  readonly score: number;
}

export type RankingSignal = keyof typeof weights.ranking;
/** What the score is a weighted sum of, most in [0, 1]. */
export type RankingSignals = Readonly<Record<RankingSignal, number>>;

/** How much is read; see `settings.ts`. */
export type ReadingSettings = { readonly [Name in keyof typeof settings.reading]: number };

export interface RankingTools {
  readonly vectors: TextVectors;
  readonly likeness?: SentenceLikeness | undefined;
  readonly reader?: Reader | undefined;
  readonly reading?: ReadingSettings | undefined;
}

/** Candidates, best first. Without a reader, by all other signals. */
export async function rank(
  question: Question,
  evidence: readonly Evidence[],
  matcher: TermMatcher,
  { vectors, likeness, reader, reading = settings.reading }: RankingTools,
): Promise<Candidate[]> {
  const texts = wordsToLoad(question, evidence);
  texts.add(question.searched);
  for (const { text } of evidence) texts.add(text);
  await vectors.load(texts);
  const measured = evidence.map((candidate) => ({
    ...candidate,
    coverage: coverage(question, candidate, matcher),
    similarity: vectors.similarity(question.searched, candidate.text),
    values: valuesOf(question, candidate),
  }));
  const alike = await likeness?.toText(question.searched);
  const contexts = articleContexts(question, measured, matcher);
  const candidates = measured
    .map((candidate, index) => {
      const context = contexts[index]!;
      const signals = {
        ...rankingSignals(question, { ...candidate, context }, matcher),
        alike: alike?.(candidate.passage.id, candidate.place) ?? 0,
      };
      return { ...candidate, context, signals, score: weightedSum(signals, weights.beforeReading) };
    })
    .sort((a, b) => b.score - a.score);
  return reader ? readBest(question, candidates, reader, reading) : candidates;
}

/** Reads the likeliest candidates and ranks again; those not read count as the least likely of them. */
async function readBest(
  question: Question,
  candidates: readonly Candidate[],
  reader: Reader,
  { sentences, further, sure, within }: ReadingSettings,
): Promise<Candidate[]> {
  const least = candidates.findIndex(({ score }) => score < candidates[0]!.score - within);
  const near = least < 0 ? candidates.length : least;
  const read = (start: number, end: number) => readAll(question, candidates.slice(start, Math.min(end, near)), reader);
  const readings = [...(await read(0, sentences))];
  if (readings.every(({ answers }) => answers < sure)) readings.push(...(await read(sentences, sentences + further)));
  const lowest = Math.min(...readings.map(({ answers }) => answers));
  return candidates
    .map((candidate, index) => asRead(candidate, readings[index], lowest))
    .sort((a, b) => b.score - a.score);
}

/** @param unread log-odds that count for a candidate that is not read */
function asRead(candidate: Candidate, reading: Reading | undefined, unread: number): Candidate {
  const signals = { ...candidate.signals, reads: reading?.answers ?? unread };
  return { ...candidate, reading, signals, score: weightedSum(signals, weights.ranking) };
}

/** Reads some more of ranked candidates; none of them comes before the best. */
export async function readMore(
  question: Question,
  ranked: readonly Candidate[],
  chosen: readonly Candidate[],
  reader: Reader,
): Promise<Candidate[]> {
  const [best, ...others] = ranked;
  if (!best || chosen.length === 0) return [...ranked];
  const readings = await readAll(question, chosen, reader);
  const read = new Map(chosen.map((candidate, index) => [candidate, readings[index]]));
  const again = others
    .map((candidate) =>
      read.has(candidate) ? asRead(candidate, read.get(candidate), candidate.signals.reads) : candidate,
    )
    .map((candidate) => (candidate.score > best.score ? { ...candidate, score: best.score } : candidate));
  return [best, ...again.sort((a, b) => b.score - a.score)];
}

function readAll(question: Question, candidates: readonly Candidate[], reader: Reader): Promise<readonly Reading[]> {
  return reader.read(
    question.searched,
    candidates.map(({ text, before, article }) => ({ sentence: text, before, title: titleOf(article) })),
  );
}

function rankingSignals(
  question: Question,
  candidate: Omit<Candidate, 'signals' | 'score' | 'reading'>,
  matcher: TermMatcher,
): Omit<RankingSignals, 'alike'> {
  const { coverage: covered, context, similarity, values, text, sentence } = candidate;
  const value = Math.max(0, ...values.map(({ fit }) => fit));
  const focus = question.terms.find(({ name }) => !name);
  return {
    coverage: covered.total,
    inSentence: covered.inSentence,
    words: covered.words,
    focus: focus ? matcher.strength(focus, sentence) : 1,
    closeness: closeness(question.terms, sentence, settings.closeness.reach),
    similarity,
    window: context.window,
    passage: covered.passage,
    title: covered.title,
    article: context.article,
    articleNames: context.names,
    articleSentence: context.bestSentence,
    articleSimilarity: context.bestSimilarity,
    opens: context.opens ? 1 : 0,
    retrieval: candidate.retrieval,
    lexical: candidate.lexical,
    value,
    valueInContext: value * context.window,
    severalValues: Math.min(values.length, 4) / 4,
    enumerates: question.asksForSeveral ? enumerates(text) : 0,
    unsettled:
      question.kind === 'yes-no' && stanceOf(text, candidate.article.language, question.terms) === 'unknown' ? 1 : 0,
    decidesOfOthers: question.kind === 'yes-no' && isAboutOthers(question, candidate) ? 1 : 0,
    reads: 0,
    length: Math.max(0, text.length - settings.comfortableLength) / 1000,
  };
}
