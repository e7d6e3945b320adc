import type { RankingFigures } from './ranking-figures.ts';
import type { RetrievalReport } from './retrieval.ts';

/** The report for people. */
export function retrievalTable(report: RetrievalReport): string {
  const row = (name: string, { r1, r5, r10, mrr10 }: RankingFigures, ms: number) =>
    [
      name.padEnd(8),
      ...[r1, r5, r10, mrr10].map((value) => value.toFixed(3).padStart(8)),
      `${ms.toFixed(2)} ms`.padStart(14),
    ].join('');
  return [
    `${report.queries} questions, ${report.passages} passages, model ${report.model}; indexed in ${(report.ms.index / 1000).toFixed(1)} s`,
    '',
    `${''.padEnd(8)}${['R@1', 'R@5', 'R@10', 'MRR@10'].map((name) => name.padStart(8)).join('')}${'a question'.padStart(14)}`,
    row('bm25', report.bm25, report.ms.bm25),
    row('dense', report.dense, report.ms.dense),
    row('hybrid', report.hybrid, report.ms.hybrid),
    '',
  ].join('\n');
}
