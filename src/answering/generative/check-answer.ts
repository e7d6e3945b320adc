import type { Dossier, Passage } from '../../types.ts';
import { checkSentence } from '../citation-check/check-sentence.ts';
import { citedPassage } from '../citation-check/cited-passage.ts';
import type { CheckTools, CitedPassage, Failure, LocatedQuote } from '../citation-check/contracts.ts';
import { related, termsOf } from '../citation-check/terms.ts';
import type { WrittenSentence } from './written-answer.ts';

/** A sentence that passed, with the exact places it rests on. */
export interface SupportedSentence {
  readonly text: string;
  readonly quotes: readonly LocatedQuote[];
}

export interface RefusedSentence {
  readonly written: WrittenSentence;
  readonly failures: readonly Failure[];
}

/** Passages by the numbers that the model was given: the first is 1. */
export type NumberedPassages = readonly Passage[];

/** Longest sentence accepted; a page in one "sentence" cannot be checked by a reader either. */
const longestSentence = 600;

/** Runs every sentence of a model through the citation check. */
export async function checkAnswer(
  sentences: readonly WrittenSentence[],
  passages: NumberedPassages,
  dossier: Dossier,
  tools: CheckTools,
): Promise<{ supported: SupportedSentence[]; refused: RefusedSentence[] }> {
  const supported: SupportedSentence[] = [];
  const refused: RefusedSentence[] = [];
  for (const written of sentences) {
    const text = plainSentence(written.text);
    if (text === '') continue;
    if (text.length > longestSentence) {
      refused.push({ written, failures: [{ kind: 'coverage', detail: `longer than ${longestSentence} characters` }] });
      continue;
    }
    const citedPassages = [...new Set(written.passages)].map((number) => {
      const passage = passages[number - 1];
      return passage && citedPassage(passage, dossier);
    });
    const quotes = written.quotes.length > 0 ? written.quotes : likelyQuotes(text, citedPassages);
    const result = await checkSentence({ sentence: text, citedPassages, quotes }, tools);
    if (result.ok) supported.push({ text, quotes: result.quotes });
    else refused.push({ written, failures: result.failures });
  }
  return { supported, refused };
}

/**
 * The sentence as it may be shown: one line, no markers of its own, no formatting, no links, nothing invisible. Markers
 * are the answerer's to set; a forged one must not survive.
 */
export function plainSentence(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[[【]\s*\d+(?:\s*[,;–-]\s*\d+)*\s*[\]】]/g, ' ')
    .replace(/\bhttps?:\/\/\S+/gi, ' ')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\*\*|__|`+|^\s*(?:[-*•#>]+|\d+[.)])\s+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ +([.,])/g, '$1')
    .trim();
}

/** For models that give no quotes: the sentence of each cited passage that shares most words with theirs. */
function likelyQuotes(text: string, passages: readonly (CitedPassage | undefined)[]): string[] {
  const own = termsOf(text).filter(({ stop }) => !stop);
  return passages.flatMap((passage) => {
    if (!passage) return [];
    const segments = [...new Intl.Segmenter('fr', { granularity: 'sentence' }).segment(passage.text)].map(
      ({ segment }) => segment.trim(),
    );
    const scored = segments.map((segment) => {
      const terms = termsOf(segment);
      return { segment, shared: own.filter((term) => terms.some((other) => related(term, other))).length };
    });
    const best = scored.sort((a, b) => b.shared - a.shared)[0];
    return best && best.shared > 0 ? [best.segment] : [];
  });
}
