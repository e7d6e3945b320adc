import type { ToldText } from '../types.ts';
import type { Token } from './tokens.ts';

/** Tokens that are read of each part at most; of what stands before the sentence the last ones. */
export const longest = { asked: 48, sentence: 110, before: 14, title: 12 } as const;

/** Which part of the told text a token belongs to; 0 fills up shorter texts of a batch. */
export const segment = { none: 0, sentence: 1, before: 2, title: 3 } as const;

export interface Told {
  /** The sentence, then what stands before it, then the title. */
  readonly tokens: readonly Token[];
  readonly segments: readonly number[];
}

export function toldTokens(text: ToldText, tokensOf: (text: string) => readonly Token[]): Told {
  const sentence = tokensOf(text.sentence).slice(0, longest.sentence);
  const before = tokensOf(text.before).slice(-longest.before);
  const title = tokensOf(text.title).slice(0, longest.title);
  return {
    tokens: [...sentence, ...before, ...title],
    segments: [
      ...sentence.map(() => segment.sentence),
      ...before.map(() => segment.before),
      ...title.map(() => segment.title),
    ],
  };
}
