import { compare } from '../../answering/citation-check/comparison.ts';
import type { CheckTools, SentenceToCheck } from '../../answering/citation-check/contracts.ts';
import { gatherEvidence } from '../../answering/citation-check/evidence.ts';
import { readSignals } from '../../answering/citation-check/signals/read-signals.ts';
import { vetoes } from '../../answering/citation-check/vetoes.ts';
import { fitLogisticRegression, type LinearModel } from './logistic-regression.ts';

/** A sentence that is known to be faithful, or known to be tampered with. */
export interface CheckCase {
  readonly input: SentenceToCheck;
  readonly tampered: boolean;
  /** Sentences on one article or affair are left out together. */
  readonly group: string;
  /** Where it comes from: figures are told by origin. */
  readonly origin: string;
  /** How much it counts in the fit. */
  readonly weight: number;
}

/** A sentence as the check sees it. */
export interface MeasuredSentence extends CheckCase {
  /** Refused by what can be told exactly; such sentences teach the score nothing. */
  readonly vetoed: boolean;
  readonly signals: ReadonlyMap<string, number>;
}

/** Groups that are left out in turn. */
const folds = 8;

/** Reads the signals of labelled sentences of one file. */
export async function measureSignals(cases: readonly CheckCase[], tools: CheckTools): Promise<MeasuredSentence[]> {
  const measured: MeasuredSentence[] = [];
  for (const one of cases) {
    const { sentence, quotes, citedPassages } = one.input;
    const cited = citedPassages.filter((passage) => passage !== undefined);
    const { evidence, failures } = gatherEvidence(quotes, cited);
    if (failures.length > 0) {
      measured.push({ ...one, vetoed: true, signals: new Map() });
      continue;
    }
    const comparison = await compare(sentence, cited, evidence, tools);
    const signals = new Map(readSignals(comparison).map(({ name, value }) => [name, value]));
    measured.push({ ...one, vetoed: vetoes(comparison).length > 0, signals });
  }
  return measured;
}

export interface SignalModel {
  readonly names: readonly string[];
  readonly model: LinearModel;
}

/** Fits the weights to the sentences that no veto refuses. */
export function fitSignals(sentences: readonly MeasuredSentence[]): SignalModel {
  const open = sentences.filter(({ vetoed }) => !vetoed);
  const names = [...(open[0]?.signals.keys() ?? [])];
  const model = fitLogisticRegression(
    open.map(({ tampered, weight, signals }) => ({
      values: names.map((name) => signals.get(name) ?? 0),
      positive: tampered,
      weight,
    })),
  );
  return { names, model };
}

function score({ names, model }: SignalModel, { vetoed, signals }: MeasuredSentence): number {
  if (vetoed) return Number.POSITIVE_INFINITY;
  return names.reduce((sum, name, index) => sum + (model.weights[index] ?? 0) * (signals.get(name) ?? 0), model.bias);
}

export interface ScoredSentence extends MeasuredSentence {
  /** Log-odds that it is not borne out; infinite where a veto refuses it. */
  readonly score: number;
}

/** Each sentence with the score of a model fitted on the sentences of other groups. */
export function crossValidate(sentences: readonly MeasuredSentence[]): ScoredSentence[] {
  const groups = [...new Set(sentences.map(({ group }) => group))].sort();
  return Array.from({ length: folds }, (_, fold) => {
    const left = new Set(groups.filter((_group, index) => index % folds === fold));
    const fitted = fitSignals(sentences.filter(({ group }) => !left.has(group)));
    return sentences
      .filter(({ group }) => left.has(group))
      .map((sentence) => ({ ...sentence, score: score(fitted, sentence) }));
  }).flat();
}

/** The least score above which at most this share of the faithful sentences lies. */
export function thresholdFor(scored: readonly ScoredSentence[], share: number): number {
  const faithful = scored
    .filter(({ tampered }) => !tampered)
    .map((one) => one.score)
    .sort((a, b) => b - a);
  return faithful[Math.floor(share * faithful.length)] ?? 0;
}
