import { analyseQuestion, type QuestionTools } from '../answering/question.ts';
import type { Candidate, RankingSignal, RankingSignals } from '../answering/ranking.ts';
import { smallTalk } from '../answering/small-talk.ts';
import { factText, holdsAny } from './answers/fact-text.ts';
import type { EvaluationQuestion } from './answers/question.ts';

/** The candidates of one question of a development set. */
export interface RankedExample {
  readonly candidates: readonly { readonly signals: RankingSignals; readonly answers: boolean }[];
}

/** What is needed to rank for a question: see createCandidateFinder. */
export interface ExampleTools extends QuestionTools {
  candidates(question: ReturnType<typeof analyseQuestion>, asOf?: string): Promise<readonly Candidate[]>;
}

/** Examples of the questions that stand alone and have an answer among their candidates: only those teach an order. */
export async function rankedExamples(
  questions: readonly EvaluationQuestion[],
  tools: ExampleTools,
): Promise<RankedExample[]> {
  const examples: RankedExample[] = [];
  const begun = new Set<string>();
  for (const { question, conversation, expect, facts, articles, asOf } of questions) {
    if (conversation !== undefined && begun.has(conversation)) continue;
    if (conversation !== undefined) begun.add(conversation);
    if (expect !== 'answered' || facts.length === 0 || smallTalk(question)) continue;
    const found = await tools.candidates(analyseQuestion(question, tools), asOf);
    const candidates = found.map(({ signals, text, article }) => {
      const folded = factText(text);
      const answers =
        (articles === undefined || articles.length === 0 || articles.includes(article.id)) &&
        facts.some((alternatives) => holdsAny(folded, alternatives));
      return { signals, answers };
    });
    if (candidates.some(({ answers }) => answers)) examples.push({ candidates });
  }
  return examples;
}

/** How often a sentence that answers is among the first one, two, three and five. */
export function topShares(examples: readonly RankedExample[], weights: RankingSignals): number[] {
  const places = examples.map(({ candidates }) =>
    candidates
      .map(({ signals, answers }) => ({ score: weightedSum(signals, weights), answers }))
      .sort((a, b) => b.score - a.score)
      .findIndex(({ answers }) => answers),
  );
  return [1, 2, 3, 5].map((within) => places.filter((place) => place < within).length / places.length);
}

const iterations = 400;
const rate = 0.05;
/** Weight decay on standardised signals; keeps signals that say the same from growing against each other. */
const decay = 0.01;

/**
 * Weights that maximise the probability of the answering sentences under a softmax over each question's candidates
 * (ListNet's top-one probability, Cao et al. 2007), by Adam (Kingma & Ba 2015) on standardised signals.
 */
export function fitRanking(examples: readonly RankedExample[], names: readonly RankingSignal[]): RankingSignals {
  const rows = examples.map(({ candidates }) => candidates.map(({ signals }) => names.map((name) => signals[name])));
  const { mean, deviation } = moments(rows.flat(), names.length);
  const standard = rows.map((list) => list.map((row) => row.map((value, at) => (value - mean[at]!) / deviation[at]!)));
  const weights = new Array<number>(names.length).fill(0);
  const first = weights.map(() => 0);
  const second = weights.map(() => 0);
  for (let step = 1; step <= iterations; step += 1) {
    const gradient = weights.map((weight) => -decay * weight);
    for (const [index, list] of standard.entries()) {
      const right = examples[index]!.candidates.map(({ answers }) => answers);
      const chances = softmax(list.map((row) => row.reduce((sum, value, at) => sum + value * weights[at]!, 0)));
      const told = chances.reduce((sum, chance, at) => sum + (right[at] ? chance : 0), 0) || Number.MIN_VALUE;
      for (const [at, row] of list.entries()) {
        const pull = ((right[at] ? chances[at]! / told : 0) - chances[at]!) / standard.length;
        if (Math.abs(pull) > 1e-9) for (const [signal, value] of row.entries()) gradient[signal]! += pull * value;
      }
    }
    for (const [at, slope] of gradient.entries()) {
      first[at] = 0.9 * first[at]! + 0.1 * slope;
      second[at] = 0.999 * second[at]! + 0.001 * slope ** 2;
      weights[at]! += (rate * (first[at]! / (1 - 0.9 ** step))) / (Math.sqrt(second[at]! / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return Object.fromEntries(
    names.map((name, at) => [name, Math.round((100 * weights[at]!) / deviation[at]!) / 100]),
  ) as RankingSignals;
}

/** Shares by weights fitted on the other parts: what to expect of questions not seen. */
export function crossValidate(
  examples: readonly RankedExample[],
  names: readonly RankingSignal[],
  parts = 5,
): number[] {
  const totals = [0, 0, 0, 0];
  for (let part = 0; part < parts; part += 1) {
    const held = examples.filter((_, index) => index % parts === part);
    const weights = fitRanking(
      examples.filter((_, index) => index % parts !== part),
      names,
    );
    for (const [at, share] of topShares(held, weights).entries())
      totals[at]! += (share * held.length) / examples.length;
  }
  return totals;
}

function weightedSum(signals: RankingSignals, weights: RankingSignals): number {
  let sum = 0;
  for (const name of Object.keys(weights) as RankingSignal[]) sum += weights[name] * signals[name];
  return sum;
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function moments(rows: readonly (readonly number[])[], width: number) {
  const mean = Array.from({ length: width }, (_, at) => rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length);
  const deviation = mean.map(
    (middle, at) => Math.sqrt(rows.reduce((sum, row) => sum + (row[at]! - middle) ** 2, 0) / rows.length) || 1,
  );
  return { mean, deviation };
}
