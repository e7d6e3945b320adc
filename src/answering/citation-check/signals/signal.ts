import type { Comparison } from '../comparison.ts';
import type { FailureKind } from '../contracts.ts';

/** Something that speaks against a sentence, more the higher its value; below zero, for it. */
export interface Signal {
  readonly name: string;
  readonly value: number;
  /** What it is called when the sentence fails because of it. */
  readonly kind: FailureKind;
  /** The words of the sentence, or of its source, that it is about. */
  readonly detail: string;
}

export type SignalReader = (comparison: Comparison) => Signal[];
