import { type AbstentionSignal, type AbstentionSignals, abstentionSignals } from '../answering/abstention.ts';
import { analyseQuestion, type Question, type QuestionTools } from '../answering/question.ts';
import type { Candidate, RankingSignal, RankingSignals } from '../answering/ranking.ts';
import { smallTalk } from '../answering/small-talk.ts';
import { softmax } from '../answering/softmax.ts';
import { weightedSum } from '../answering/weighted-sum.ts';
import { factText, holdsAny } from './answers/fact-text.ts';
import type { EvaluationQuestion, QuestionKind } from './answers/question.ts';
import { climb, standardise } from './gradient-ascent.ts';
import { fitOdds, named, type OddsFit, product } from './odds.ts';

/** One question of a development set, as the answerer sees it. */
export interface TuningExample {
  /** How much it counts in a fit beside the others. */
  readonly weight: number;
  readonly answerable: boolean;
  /** A sentence that answers is among the first: answering would serve. */
  readonly answered: boolean;
  readonly abstention: AbstentionSignals;
  /** Best first by the weights in use. */
  readonly candidates: readonly { readonly signals: RankingSignals; readonly answers: boolean }[];
}

export interface ExampleTools extends QuestionTools {
  /** Ranked sentences: see createCandidateFinder. */
  candidates(question: Question, asOf?: string): Promise<readonly Candidate[]>;
}

/** Sentences that an answer shows, as a rule. */
const shown = 3;

/** Whoever asks these is not asking the file. */
const notOfTheFile: ReadonlySet<QuestionKind> = new Set(['chit-chat', 'off-topic', 'injection']);

/** Examples of the questions that can be understood without a conversation. */
export async function tuningExamples(
  questions: readonly EvaluationQuestion[],
  tools: ExampleTools,
  weight: number,
): Promise<TuningExample[]> {
  const examples: TuningExample[] = [];
  const begun = new Set<string>();
  for (const { question, kind, conversation, expect, facts, articles, asOf } of questions) {
    const continued = conversation !== undefined && begun.has(conversation);
    if (conversation !== undefined) begun.add(conversation);
    if (continued || notOfTheFile.has(kind) || smallTalk(question)) continue;
    const analysed = analyseQuestion(question, tools);
    const found = await tools.candidates(analysed, asOf);
    if (found.length === 0) continue;
    const candidates = found.map(({ signals, text, article }) => {
      const folded = factText(text);
      const listed = articles === undefined || articles.length === 0 || articles.includes(article.id);
      return { signals, answers: listed && facts.some((alternatives) => holdsAny(folded, alternatives)) };
    });
    examples.push({
      weight,
      answerable: expect === 'answered',
      answered: candidates.slice(0, shown).some(({ answers }) => answers),
      abstention: abstentionSignals(analysed, found),
      candidates,
    });
  }
  return examples;
}

/** Only questions with an answer among their candidates teach an order. */
export function rankable(examples: readonly TuningExample[]): TuningExample[] {
  return examples.filter(({ candidates }) => candidates.some(({ answers }) => answers));
}

/** How often a sentence that answers is among the first one, two, three and five. */
export function topShares(examples: readonly TuningExample[], weights: Partial<RankingSignals>): number[] {
  const places = examples.map(({ candidates }) =>
    candidates
      .map(({ signals, answers }) => ({ score: weightedSum(signals, weights), answers }))
      .sort((a, b) => b.score - a.score)
      .findIndex(({ answers }) => answers),
  );
  return [1, 2, 3, 5].map((within) => places.filter((place) => place < within).length / places.length);
}

/**
 * Weights that maximise the probability of the answering sentences under a softmax over each question's candidates
 * (ListNet's top-one probability, Cao et al. 2007).
 */
export function fitRanking<Name extends RankingSignal>(
  examples: readonly TuningExample[],
  names: readonly Name[],
): Pick<RankingSignals, Name> {
  const { rows, deviation } = standardise(
    examples.flatMap(({ candidates }) => candidates.map(({ signals }) => names.map((name) => signals[name]))),
  );
  let start = 0;
  const total = totalWeight(examples);
  const lists = examples.map(({ weight, candidates }) => {
    const own = rows.slice(start, start + candidates.length);
    start += candidates.length;
    return { share: weight / total, own, right: candidates.map(({ answers }) => answers) };
  });
  const weights = climb(names.length, (current) => {
    const gradient = names.map(() => 0);
    for (const { share, own, right } of lists) {
      const chances = softmax(own.map((row) => product(row, current)));
      const told = chances.reduce((sum, chance, at) => sum + (right[at] ? chance : 0), 0) || Number.MIN_VALUE;
      for (const [at, row] of own.entries()) {
        const pull = ((right[at] ? chances[at]! / told : 0) - chances[at]!) * share;
        for (const [signal, value] of row.entries()) gradient[signal]! += pull * value;
      }
    }
    return gradient;
  });
  return named(names, (at) => weights[at]! / deviation[at]!);
}

export type AbstentionFit = OddsFit<AbstentionSignal>;

/** Signals that can only speak for an answer, and only against one: a set of questions must not teach the contrary by chance. */
const signs: Readonly<Partial<Record<AbstentionSignal, 1 | -1>>> = {
  reads: 1,
  readsMost: 1,
  readsAll: 1,
  evidence: 1,
  coverage: 1,
  focus: 1,
  articleNames: 1,
  similarity: 1,
  valueInContext: 1,
  predicateOfNames: 1,
  namesApart: -1,
  otherPerson: -1,
  presumedMissing: -1,
  missingSpecific: -1,
};

/** Logistic regression of "the file tells, and the first sentences say it": a wrong answer serves nobody. */
export function fitAbstention(examples: readonly TuningExample[], names: readonly AbstentionSignal[]): AbstentionFit {
  return fitOdds(
    examples.map(({ abstention, answered, weight }) => ({ signals: abstention, holds: answered, weight })),
    names,
    signs,
  );
}

/** Area under the ROC curve: how often an answerable question is held more likely so than an unanswerable one. */
export function areaUnderCurve(examples: readonly TuningExample[], { bias, weights }: AbstentionFit): number {
  const chance = ({ abstention }: TuningExample) => bias + weightedSum(abstention, weights);
  const yes = examples.filter(({ answerable }) => answerable).map(chance);
  const no = examples.filter(({ answerable }) => !answerable).map(chance);
  const wins = yes.reduce((sum, one) => sum + no.filter((other) => one > other).length, 0);
  return wins / (yes.length * no.length);
}

/** Examples in a row go together: writers put near-identical questions side by side. */
const inARow = 10;

/** Mean of a figure on each part by what was fitted on the others: what to expect of questions not seen. */
export function crossValidate<Example, Fit, Figure extends readonly number[]>(
  examples: readonly Example[],
  train: (examples: readonly Example[]) => Fit,
  measure: (examples: readonly Example[], fitted: Fit) => Figure,
  parts = 5,
): number[] {
  const totals: number[] = [];
  const partOf = (index: number) => Math.floor(index / inARow) % parts;
  for (let part = 0; part < parts; part += 1) {
    const held = examples.filter((_, index) => partOf(index) === part);
    const fitted = train(examples.filter((_, index) => partOf(index) !== part));
    for (const [at, figure] of measure(held, fitted).entries())
      totals[at] = (totals[at] ?? 0) + (figure * held.length) / examples.length;
  }
  return totals;
}

const totalWeight = (examples: readonly TuningExample[]) => examples.reduce((sum, { weight }) => sum + weight, 0);
