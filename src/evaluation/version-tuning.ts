import { abstains } from '../answering/abstention.ts';
import { originOf } from '../answering/attribution.ts';
import type { FoundCandidates } from '../answering/find-candidates.ts';
import { asksAboutNames } from '../answering/introduction.ts';
import { perhapsOtherwise, tellsOtherwise } from '../answering/other-version.ts';
import { analyseQuestion, type Question, type QuestionTools } from '../answering/question.ts';
import { type Candidate, readMore } from '../answering/ranking.ts';
import { settings } from '../answering/settings.ts';
import { groupStatements } from '../answering/statements.ts';
import { type VersionSignal, type VersionSignals, versionSignals } from '../answering/version-odds.ts';
import { weightedSum } from '../answering/weighted-sum.ts';
import { fold } from '../text/fold.ts';
import { findNumbers } from '../text/numbers.ts';
import type { Dossier, Reader, SentenceLikeness } from '../types.ts';
import type { OddsFit } from './odds.ts';

/** A question and what sentences answer to it. */
export interface VersionQuestion {
  readonly text: string;
  readonly asOf?: string | undefined;
  /** The file gives different answers. */
  readonly disputed: boolean;
  /** The answers that a sentence gives; none where it does not answer. */
  answersOf(candidate: Candidate): readonly string[];
}

/** The best sentence of a question beside another one that might be shown. */
export interface VersionPair {
  readonly signals: VersionSignals;
  /** By its value, its stance or its side it could be another version. */
  readonly differs: boolean;
  /** It is another version. */
  readonly holds: boolean;
}

export interface VersionExample {
  readonly disputed: boolean;
  readonly pairs: readonly VersionPair[];
}

export interface VersionTools extends QuestionTools {
  readonly dossier: Dossier;
  readonly reader: Reader;
  readonly likeness: SentenceLikeness;
  find(question: Question, request: { readonly asOf?: string }): Promise<FoundCandidates>;
}

/** Statements beside the best that are looked at. */
const among = 13;

/** Null for a question that the bot does not answer, or answers by what somebody is. */
export async function versionExample(asked: VersionQuestion, tools: VersionTools): Promise<VersionExample | null> {
  const { dossier, reader, likeness } = tools;
  const question = analyseQuestion(asked.text, tools);
  if (asksAboutNames(question)) return null;
  const { candidates, matcher } = await tools.find(question, asked.asOf === undefined ? {} : { asOf: asked.asOf });
  if (abstains(question, candidates)) return null;
  const read = await readMore(question, candidates, perhapsOtherwise(question, candidates), reader);
  const [first, ...others] = groupStatements(read.slice(0, settings.selection.candidates), matcher);
  if (!first) return null;
  const { lead: best } = first;
  const alike = likeness.toSentence(best.passage.id, best.place);
  const pairs = others
    .slice(0, among)
    .filter(({ lead }) => originOf(lead, dossier) !== originOf(best, dossier))
    .map(({ lead }) => ({
      signals: versionSignals(question, best, lead, alike(lead.passage.id, lead.place)),
      differs: tellsOtherwise(question, best, lead) || question.alternatives !== undefined || question.whoTold,
      holds: asked.disputed && answerDifferently(asked.answersOf(best), asked.answersOf(lead)),
    }));
  return { disputed: asked.disputed, pairs };
}

/** Both answer, and no answer of one is one of the other. */
export function answerDifferently(first: readonly string[], second: readonly string[]): boolean {
  return first.length > 0 && second.length > 0 && !first.some((one) => second.some((other) => sameAnswer(one, other)));
}

function sameAnswer(first: string, second: string): boolean {
  const [a, b] = [fold(first), fold(second)];
  if (a.includes(b) || b.includes(a)) return true;
  const [own, others] = [numbersIn(first), numbersIn(second)];
  return own !== '' && own === others;
}

const numbersIn = (text: string) =>
  [...new Set(findNumbers(text).map(({ value }) => value))].sort((a, b) => a - b).join(' ');

/**
 * Of questions: those with another version, those of them where one is found, those without a version where something is
 * taken for one all the same, and how many have none.
 */
export function versionsFound(
  examples: readonly VersionExample[],
  { bias, weights }: OddsFit<VersionSignal>,
): readonly [found: number, there: number, wrong: number, others: number] {
  const taken = ({ signals, differs }: VersionPair) =>
    differs && bias + weightedSum(signals, weights) >= settings.divergence.odds;
  const there = examples.filter(({ pairs }) => pairs.some(({ holds }) => holds));
  const others = examples.filter(({ disputed }) => !disputed);
  return [
    there.filter(({ pairs }) => pairs.some((pair) => pair.holds && taken(pair))).length,
    there.length,
    others.filter(({ pairs }) => pairs.some(taken)).length,
    others.length,
  ];
}
