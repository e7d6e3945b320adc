import { compare } from './comparison.ts';
import type { CheckResult, CheckTools, CitedPassage, SentenceToCheck } from './contracts.ts';
import { gatherEvidence } from './evidence.ts';
import { scoredFailures } from './score.ts';
import { readSignals } from './signals/read-signals.ts';
import { vetoes } from './vetoes.ts';

/**
 * Whether a sentence is borne out by the passages it cites. What can be told exactly is a veto: a passage that does not
 * exist, words that are no quote, a name, number or date that stands nowhere. All else speaks against a sentence by
 * degrees and is weighed together. Reads nothing but its arguments.
 * @returns the exact places of the quotes, or what is wrong with the sentence.
 */
export async function checkSentence(input: SentenceToCheck, tools: CheckTools): Promise<CheckResult> {
  const passages = input.citedPassages.filter((passage): passage is CitedPassage => passage !== undefined);
  if (passages.length === 0 || passages.length < input.citedPassages.length) {
    return { ok: false, failures: [{ kind: 'no-such-passage', detail: 'no passage has the number cited' }] };
  }
  const { evidence, failures } = gatherEvidence(input.quotes, passages);
  if (failures.length > 0) return { ok: false, failures };
  const comparison = await compare(input.sentence, passages, evidence, tools);
  const vetoed = vetoes(comparison);
  const copied = evidence.sentences.some(({ text }) => text.trim() === input.sentence.trim());
  const found = vetoed.length > 0 || copied ? vetoed : scoredFailures(readSignals(comparison));
  return found.length > 0 ? { ok: false, failures: found } : { ok: true, quotes: evidence.quotes };
}
