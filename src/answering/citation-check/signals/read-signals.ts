import type { Comparison } from '../comparison.ts';
import { attributionSignals } from './attribution-signals.ts';
import { countingSignals } from './counting-signals.ts';
import { coverageSignals } from './coverage-signals.ts';
import { neighbourSignals } from './neighbour-signals.ts';
import { placeSignals } from './place-signals.ts';
import { polaritySignals } from './polarity-signals.ts';
import { roleSignals } from './role-signals.ts';
import { scopeSignals } from './scope-signals.ts';
import type { Signal } from './signal.ts';

/** Everything that may speak against a sentence, always the same signals in the same order. */
export function readSignals(comparison: Comparison): Signal[] {
  return [
    coverageSignals,
    placeSignals,
    countingSignals,
    neighbourSignals,
    polaritySignals,
    scopeSignals,
    attributionSignals,
    roleSignals,
  ].flatMap((read) => read(comparison));
}
