import { fold } from '../../../text/fold.ts';
import { safeLine } from '../../plain-text.ts';
import type { FeedbackReport } from './bot-state.ts';

/** What people were unhappy with and what the file could not answer, for whoever keeps the corpus; Markdown. */
export function printFeedback({ counters, unhelpful, unanswered }: FeedbackReport): string {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const count = counters.map(({ name, count: number }) => `${name} ${number}`).join(' · ') || 'nothing yet';
  const complaints = unhelpful.flatMap(({ at, question, reason, answer }) => [
    `- ${day(at)} ${question === null ? '(question no longer kept)' : safeLine(question)}`,
    ...(reason === null ? [] : [`  reason: ${safeLine(reason)}`]),
    ...(answer === null ? [] : [`  answer: ${safeLine(answer).slice(0, 300)}`]),
  ]);
  const open = mostAsked(unanswered).map(
    ({ at, question, times }) => `- ${day(at)} ${safeLine(question)}${times > 1 ? ` (${times} ×)` : ''}`,
  );
  const section = (title: string, lines: readonly string[]): string[] => [
    '',
    `## ${title}`,
    '',
    ...(lines.length === 0 ? ['none'] : lines),
  ];
  return [`# Feedback`, '', count, ...section('👎', complaints), ...section('Unanswered', open), ''].join('\n');
}

/** Each question once, as it was asked last; those asked most often first. */
function mostAsked(
  asked: FeedbackReport['unanswered'],
): { readonly at: number; readonly question: string; readonly times: number }[] {
  const groups = new Map<string, { at: number; question: string; times: number }>();
  for (const { at, question } of asked) {
    const key = fold(question).trim();
    const known = groups.get(key);
    if (!known) groups.set(key, { at, question, times: 1 });
    else groups.set(key, { ...(at > known.at ? { at, question } : known), times: known.times + 1 });
  }
  return [...groups.values()].sort((a, b) => b.times - a.times || b.at - a.at);
}
