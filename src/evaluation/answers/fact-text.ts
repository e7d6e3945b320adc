import { fold } from '../../text/fold.ts';

/**
 * The form in which facts are compared: no accents, no case, straight quotes and apostrophes, no spaces inside guillemets,
 * runs of white space as one space.
 */
export function factText(text: string): string {
  return fold(text.replace(/«\s*/gu, '"').replace(/\s*»/gu, '"')).replace(/\s+/gu, ' ').trim();
}

/** An answer without its [n] markers: a marker may stand in the middle of a fact. */
export function withoutMarkers(answer: string): string {
  return answer.replace(/\s*\[\d+\]/gu, '');
}

/** Whether any of the alternatives stands in a text that went through `factText`. */
export function holdsAny(folded: string, alternatives: readonly string[]): boolean {
  return alternatives.some((alternative) => folded.includes(factText(alternative)));
}
