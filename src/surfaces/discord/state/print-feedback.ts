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
  const open = unanswered.map(({ at, question }) => `- ${day(at)} ${safeLine(question)}`);
  const section = (title: string, lines: readonly string[]): string[] => [
    '',
    `## ${title}`,
    '',
    ...(lines.length === 0 ? ['none'] : lines),
  ];
  return [`# Feedback`, '', count, ...section('👎', complaints), ...section('Unanswered', open), ''].join('\n');
}
