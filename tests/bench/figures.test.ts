import { expect, test } from 'vitest';
import { type BenchReport, percentile, summarise } from '../../src/bench/figures.ts';
import { benchTable } from '../../src/bench/report-table.ts';

test('percentiles are those of the nearest rank', () => {
  const sample = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(percentile(sample, 0.5)).toBe(50);
  expect(percentile(sample, 0.99)).toBe(99);
  expect(percentile([7], 0.99)).toBe(7);
});

const stage = summarise('question', [10, 20, 30], 100);
const report: BenchReport = {
  node: 'v20.20.0',
  processor: '2 × test',
  model: 'm',
  corpora: { corpus: { articles: 3, passages: 9, stages: { answer: stage }, answerToEmbedding: 40 } },
  coldStart: summarise('run', [500], 100),
};

test('the table has a row for each stage', () => {
  expect(benchTable(report)).toMatch(/^answer +question +3 +20 +30 +60 +100$/m);
  expect(benchTable(report)).toContain('corpus: 3 articles, 9 passages');
});

test('the table shows ratios to an earlier report', () => {
  const slower: BenchReport = { ...report, coldStart: summarise('run', [1000], 100) };
  expect(benchTable(report, slower)).toMatch(
    /^cold start +run +1 +500 +×0\.50 +500 +×0\.50 +500 +×0\.50 +100 +×1\.00$/m,
  );
  expect(benchTable(report, { ...report, corpora: {} })).toMatch(/^answer .*20 {8,}30/m);
});
