import type { Comparison } from '../comparison.ts';
import type { FailureKind } from '../contracts.ts';
import { mostCopied } from '../near-copy.ts';
import { attributionSignals } from './attribution-signals.ts';
import { countingSignals } from './counting-signals.ts';
import { coverageSignals } from './coverage-signals.ts';
import { neighbourSignals } from './neighbour-signals.ts';
import { placeSignals } from './place-signals.ts';
import { polaritySignals } from './polarity-signals.ts';
import { readingSignals } from './reading-signals.ts';
import { roleSignals } from './role-signals.ts';
import { scopeSignals } from './scope-signals.ts';
import type { Signal } from './signal.ts';

/** A paraphrase may put these in words that nobody listed; a copy that lacks them has lost them. */
const tellingInCopies: ReadonlySet<FailureKind> = new Set(['denial', 'modality', 'attribution']);

/** Everything that may speak against a sentence, always the same signals in the same order. */
export function readSignals(comparison: Comparison): Signal[] {
  const signals = [
    coverageSignals,
    placeSignals,
    countingSignals,
    neighbourSignals,
    polaritySignals,
    scopeSignals,
    attributionSignals,
    roleSignals,
    readingSignals,
  ].flatMap((read) => read(comparison));
  const { claim, sources } = comparison;
  const copied = mostCopied(claim.content, sources);
  const inCopy = signals
    .filter(({ kind }) => tellingInCopies.has(kind))
    .map((signal) => ({ ...signal, name: `${signal.name}InCopy`, value: signal.value * copied }));
  return [...signals, ...inCopy];
}
