import { compare } from '../../answering/citation-check/comparison.ts';
import type { WordVectors } from '../../answering/citation-check/contracts.ts';
import { gatherEvidence } from '../../answering/citation-check/evidence.ts';
import { readSignals } from '../../answering/citation-check/signals/read-signals.ts';
import { vetoes } from '../../answering/citation-check/vetoes.ts';
import { type CheckedFile, type LabelledSentence, toCheck } from './labelled-sentences.ts';
import { fitLogisticRegression, type LinearModel } from './logistic-regression.ts';

/** A labelled sentence as the check sees it. */
export interface MeasuredSentence {
  readonly item: LabelledSentence;
  readonly tampered: boolean;
  /** Refused by what can be told exactly; such sentences teach the score nothing. */
  readonly vetoed: boolean;
  readonly signals: ReadonlyMap<string, number>;
}

/** The rules that became signals were mended on the first batches, so those flatter them. */
const weightOfEarlyBatches = 0.5;
const lastEarlyBatch = 6;
/** Groups of articles that are left out in turn. */
const folds = 8;

/** Reads the signals of labelled sentences of one file. */
export async function measureSignals(
  items: readonly LabelledSentence[],
  tampered: boolean,
  { names, passages }: CheckedFile,
  vectors: WordVectors | undefined,
): Promise<MeasuredSentence[]> {
  const measured: MeasuredSentence[] = [];
  for (const item of items) {
    const { sentence, quotes, citedPassages } = toCheck(item, passages);
    const cited = citedPassages.filter((passage) => passage !== undefined);
    const { evidence, failures } = gatherEvidence(quotes, cited);
    if (failures.length > 0) {
      measured.push({ item, tampered, vetoed: true, signals: new Map() });
      continue;
    }
    const comparison = await compare(sentence, cited, evidence, { names, vectors });
    const signals = new Map(readSignals(comparison).map(({ name, value }) => [name, value]));
    measured.push({ item, tampered, vetoed: vetoes(comparison).length > 0, signals });
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
    open.map(({ item, tampered, signals }) => ({
      values: names.map((name) => signals.get(name) ?? 0),
      positive: tampered,
      weight: item.batch <= lastEarlyBatch ? weightOfEarlyBatches : 1,
    })),
  );
  return { names, model };
}

function score({ names, model }: SignalModel, { vetoed, signals }: MeasuredSentence): number {
  if (vetoed) return Number.POSITIVE_INFINITY;
  return names.reduce((sum, name, index) => sum + (model.weights[index] ?? 0) * (signals.get(name) ?? 0), model.bias);
}

/** Each sentence with the score of a model fitted on the sentences of other articles. */
export function crossValidate(sentences: readonly MeasuredSentence[]): { sentence: MeasuredSentence; score: number }[] {
  const articleOf = ({ item }: MeasuredSentence) => item.article ?? item.id;
  const articles = [...new Set(sentences.map(articleOf))].sort();
  return Array.from({ length: folds }, (_, fold) => {
    const left = new Set(articles.filter((_article, index) => index % folds === fold));
    const fitted = fitSignals(sentences.filter((sentence) => !left.has(articleOf(sentence))));
    return sentences
      .filter((sentence) => left.has(articleOf(sentence)))
      .map((sentence) => ({ sentence, score: score(fitted, sentence) }));
  }).flat();
}

/** The least score above which at most this share of the faithful sentences lies. */
export function thresholdFor(scored: readonly { sentence: MeasuredSentence; score: number }[], share: number): number {
  const faithful = scored
    .filter(({ sentence }) => !sentence.tampered)
    .map((one) => one.score)
    .sort((a, b) => b - a);
  return faithful[Math.floor(share * faithful.length)] ?? 0;
}
