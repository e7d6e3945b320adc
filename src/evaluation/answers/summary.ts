import { type QuestionKind, questionKinds, type Split, splits } from './question.ts';
import type { QuestionResult } from './run.ts';
import type { FailedCheck } from './score.ts';

export interface Tally {
  readonly questions: number;
  readonly passed: number;
}

/** The figures of one half of the set, or of both. Rates are in [0, 1], null where there is nothing to divide by. */
export interface SplitSummary extends Tally {
  /** Questions that the file answers. */
  readonly answerable: Tally;
  /** Questions that it does not answer: no fact, off the subject, manipulation, chit-chat. */
  readonly unanswerable: Tally;
  /** Of the abstentions, how many were right. */
  readonly abstentionPrecision: number | null;
  /** Of the unanswerable questions, how many were met with an abstention. */
  readonly abstentionRecall: number | null;
  /** Unanswerable questions that got an answer. */
  readonly falseAnswers: number;
  /** Characters: the median of the answers proper (abstentions are shorter), the maximum of all. */
  readonly length: { readonly median: number; readonly max: number };
  readonly ms: { readonly p50: number; readonly p99: number };
  readonly unsoundMarkers: number;
  readonly inexactQuotes: number;
  /** Statements that report or hedge, and those of them that kept speaker, hedge and denial. */
  readonly attribution: { readonly checked: number; readonly kept: number; readonly rate: number | null };
}

export interface EvaluationSummary {
  readonly kinds: readonly {
    readonly kind: QuestionKind;
    readonly dev: Tally;
    readonly test: Tally;
    readonly all: Tally;
  }[];
  /** A half that was not asked is absent. */
  readonly splits: { readonly dev?: SplitSummary; readonly test?: SplitSummary; readonly all: SplitSummary };
}

/** The figures of a run. Pure. */
export function summarise(results: readonly QuestionResult[]): EvaluationSummary {
  const ofSplit = (split: Split) => results.filter(({ question }) => question.split === split);
  const kinds = questionKinds
    .map((kind) => ({
      kind,
      dev: tally(ofSplit('dev').filter(({ question }) => question.kind === kind)),
      test: tally(ofSplit('test').filter(({ question }) => question.kind === kind)),
      all: tally(results.filter(({ question }) => question.kind === kind)),
    }))
    .filter(({ all }) => all.questions > 0);
  const halves = splits.map((split) => [split, ofSplit(split)] as const).filter(([, half]) => half.length > 0);
  return {
    kinds,
    splits: {
      ...Object.fromEntries(halves.map(([split, half]) => [split, summariseSplit(half)])),
      all: summariseSplit(results),
    },
  };
}

function summariseSplit(results: readonly QuestionResult[]): SplitSummary {
  const answerable = results.filter(({ question }) => question.expect === 'answered');
  const unanswerable = results.filter(({ question }) => question.expect === 'abstained');
  const abstentions = results.filter(({ answer }) => answer.status === 'abstained');
  const rightAbstentions = abstentions.filter(({ question }) => question.expect === 'abstained').length;
  const checked = sum(results.map(({ attribution }) => attribution.checked));
  const kept = checked - sum(results.map(({ attribution }) => attribution.lost.length));
  const failing = (check: FailedCheck) => results.filter(({ score }) => score.failed.includes(check)).length;
  return {
    ...tally(results),
    answerable: tally(answerable),
    unanswerable: tally(unanswerable),
    abstentionPrecision: rate(rightAbstentions, abstentions.length),
    abstentionRecall: rate(rightAbstentions, unanswerable.length),
    falseAnswers: unanswerable.length - rightAbstentions,
    length: {
      median: percentile(
        results.filter(({ answer }) => answer.status === 'answered').map(({ answer }) => answer.answer.length),
        0.5,
      ),
      max: Math.max(0, ...results.map(({ answer }) => answer.answer.length)),
    },
    ms: {
      p50: percentile(
        results.map(({ ms }) => ms),
        0.5,
      ),
      p99: percentile(
        results.map(({ ms }) => ms),
        0.99,
      ),
    },
    unsoundMarkers: failing('markers'),
    inexactQuotes: failing('quotes'),
    attribution: { checked, kept, rate: rate(kept, checked) },
  };
}

function tally(results: readonly QuestionResult[]): Tally {
  return { questions: results.length, passed: results.filter(({ score }) => score.passed).length };
}

function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Nearest-rank percentile, `share` in (0, 1]; 0 for no values. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}
