import type { Failure } from './contracts.ts';
import weights from './signal-weights.json' with { type: 'json' };
import type { Signal } from './signals/signal.ts';

/** What logistic regression made of the labelled sentences: see scripts/train-citation-check.ts. */
const {
  bias,
  threshold,
  signals: weightOf,
}: { bias: number; threshold: number; signals: Readonly<Record<string, number>> } = weights;

/** At most this many reasons are given: the model that mends the sentence needs the strongest. */
const reasons = 3;

/** The odds, as a logarithm, that a sentence is not borne out. Signals without a weight count nothing. */
function scoreOf(signals: readonly Signal[]): number {
  return signals.reduce((sum, { name, value }) => sum + (weightOf[name] ?? 0) * value, bias);
}

/** What speaks most against a sentence whose score is too high; nothing when it is not. */
export function scoredFailures(signals: readonly Signal[]): Failure[] {
  if (scoreOf(signals) <= threshold) return [];
  const kinds = new Map<Failure['kind'], { share: number; detail: string; most: number }>();
  for (const { name, value, kind, detail } of signals) {
    const share = (weightOf[name] ?? 0) * value;
    if (share <= 0) continue;
    const known = kinds.get(kind) ?? { share: 0, detail: '', most: 0 };
    const tells = detail !== '' && share > known.most;
    kinds.set(kind, {
      share: known.share + share,
      detail: tells ? detail : known.detail,
      most: tells ? share : known.most,
    });
  }
  return [...kinds]
    .toSorted(([, a], [, b]) => b.share - a.share)
    .slice(0, reasons)
    .map(([kind, { detail }]) => ({ kind, detail }));
}
