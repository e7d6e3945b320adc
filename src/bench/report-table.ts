import type { BenchReport, StageFigures } from './figures.ts';

/** The report for people; beside each figure its ratio to that of `previous`, where there is one (below 1 is better). */
export function benchTable(report: BenchReport, previous?: BenchReport): string {
  const lines = [`Node.js ${report.node}, ${report.processor}, model ${report.model}`];
  for (const [name, corpus] of Object.entries(report.corpora)) {
    const before = previous?.corpora[name];
    lines.push(
      '',
      `${name}: ${corpus.articles} articles, ${corpus.passages} passages`,
      heading(previous !== undefined),
    );
    for (const [stage, figures] of Object.entries(corpus.stages)) {
      lines.push(row(stage, figures, before?.stages[stage], previous !== undefined));
    }
    lines.push(`an answer takes ${corpus.answerToEmbedding} × the embedding of its question`);
  }
  lines.push('', 'one-shot ask, process start included, the index present', heading(previous !== undefined));
  lines.push(row('cold start', report.coldStart, previous?.coldStart, previous !== undefined));
  return lines.join('\n');
}

const columns = ['p50 ms', 'p99 ms', 'total ms', 'peak MiB'] as const;

function heading(compared: boolean): string {
  return `${''.padEnd(16)}${'unit'.padEnd(10)}${'count'.padStart(7)}${columns.map((column) => cell(column, compared ? '' : undefined)).join('')}`;
}

function row(name: string, figures: StageFigures, before: StageFigures | undefined, compared: boolean): string {
  const values = (['p50', 'p99', 'totalMs', 'peakMiB'] as const).map((key) => {
    const ratio = before === undefined ? '' : `×${(figures[key] / before[key]).toFixed(2)}`;
    return cell(String(figures[key]), compared ? ratio : undefined);
  });
  return `${name.padEnd(16)}${figures.unit.padEnd(10)}${String(figures.count).padStart(7)}${values.join('')}`;
}

function cell(text: string, ratio: string | undefined): string {
  return text.padStart(10) + (ratio === undefined ? '' : ratio.padStart(7));
}
