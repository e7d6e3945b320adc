import type { QuestionResult } from './run.ts';
import type { Comparison } from './stored-results.ts';
import type { EvaluationSummary, SplitSummary, Tally } from './summary.ts';

/** The figures as a table for a terminal: kinds × halves, then one line a figure. */
export function renderSummary({ kinds, splits }: EvaluationSummary): string {
  const columns = (['dev', 'test', 'all'] as const).filter((column) => column === 'all' || splits[column]);
  const line = (label: string, cells: readonly string[]) =>
    `${label.padEnd(26)}${cells.map((cell) => cell.padStart(18)).join('')}`;
  const figure = (label: string, show: (split: SplitSummary) => string) =>
    line(
      label,
      columns.map((column) => {
        const split = splits[column];
        return split ? show(split) : '';
      }),
    );
  return [
    line('kind', columns),
    ...kinds.map((row) =>
      line(
        row.kind,
        columns.map((column) => renderTally(row[column])),
      ),
    ),
    figure('all', renderTally),
    '',
    figure('answerable', ({ answerable }) => renderTally(answerable)),
    figure('unanswerable', ({ unanswerable }) => renderTally(unanswerable)),
    figure('false answers', ({ falseAnswers, unanswerable }) => `${falseAnswers}/${unanswerable.questions}`),
    figure('abstention precision', ({ abstentionPrecision }) => renderRate(abstentionPrecision)),
    figure('abstention recall', ({ abstentionRecall }) => renderRate(abstentionRecall)),
    figure('attribution kept', ({ attribution }) =>
      `${attribution.kept}/${attribution.checked} ${renderRate(attribution.rate)}`.trim(),
    ),
    figure('unsound markers', ({ unsoundMarkers }) => String(unsoundMarkers)),
    figure('inexact quotes', ({ inexactQuotes }) => String(inexactQuotes)),
    figure('length median / max', ({ length }) => `${length.median} / ${length.max}`),
    figure('ms p50 / p99', ({ ms }) => `${ms.p50.toFixed(1)} / ${ms.p99.toFixed(1)}`),
  ].join('\n');
}

function renderTally({ questions, passed }: Tally): string {
  return questions === 0 ? '' : `${passed}/${questions} ${renderRate(passed / questions).padStart(7)}`;
}

function renderRate(rate: number | null): string {
  return rate === null ? '–' : `${(rate * 100).toFixed(1)} %`;
}

/** Regressions and gains. Those of the test half are counted, never named: nobody tunes on them. */
export function renderComparison({ regressions, gains, unknown }: Comparison): string {
  const render = (label: string, questions: Comparison['gains']) => {
    const { dev, testCount } = countTestHalf(questions);
    const lines = testCount > 0 ? [...dev, `${testCount} in the test half`] : dev;
    return [`${label}: ${questions.length}`, ...lines].join('\n  ');
  };
  const lines = [render('Regressions', regressions), render('Gains', gains)];
  if (unknown > 0) lines.push(`Questions that the stored results do not know: ${unknown}`);
  return lines.join('\n');
}

/** Every failing question of the dev half with its answer, and every statement of that half that lost its attribution. */
export function renderFailures(results: readonly QuestionResult[]): string {
  return results
    .filter(
      ({ question, score, attribution }) => question.split === 'dev' && (!score.passed || attribution.lost.length > 0),
    )
    .map(renderFailure)
    .join('\n\n');
}

function renderFailure({ question, answer, score, attribution }: QuestionResult): string {
  const conditions = [question.asOf && `as of ${question.asOf}`, question.conversation].filter(Boolean).join(', ');
  return [
    `${question.id}${conditions ? ` (${conditions})` : ''}: ${question.question}`,
    `  expected ${question.expect}, got ${answer.status}; failed: ${score.failed.join(', ') || 'attribution only'}`,
    ...score.missingFacts.map((alternatives) => `  missing: ${alternatives.join(' | ')}`),
    ...attribution.lost.map(({ marker, missing, sentence }) => `  [${marker}] lost ${missing.join(', ')}: ${sentence}`),
    ...answer.answer.split('\n').map((line) => `  > ${line}`),
    ...answer.citations.map(({ marker, articleId, quote }) => `  [${marker}] ${articleId}: ${quote}`),
  ].join('\n');
}

/** The machine-readable report; of the test half it holds figures only. */
export function jsonReport(results: readonly QuestionResult[], summary: EvaluationSummary, comparison?: Comparison) {
  const dev = results.filter(({ question }) => question.split === 'dev');
  return {
    summary,
    questions: dev.map(({ question, answer, score, attribution, ms }) => ({
      id: question.id,
      kind: question.kind,
      passed: score.passed,
      failed: score.failed,
      missingFacts: score.missingFacts,
      lostAttributions: attribution.lost,
      status: answer.status,
      answer: answer.answer,
      citations: answer.citations,
      ms,
    })),
    ...(comparison && {
      comparison: {
        regressions: countTestHalf(comparison.regressions),
        gains: countTestHalf(comparison.gains),
        unknown: comparison.unknown,
      },
    }),
  };
}

function countTestHalf(questions: Comparison['gains']): { dev: string[]; testCount: number } {
  const dev = questions.filter(({ split }) => split === 'dev').map(({ id }) => id);
  return { dev, testCount: questions.length - dev.length };
}
