/** What one stage took, in milliseconds a unit; measured in a process of its own. */
export interface StageFigures {
  /** What was counted: an article, a passage, a question, a whole run. */
  readonly unit: string;
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  /** All units together. */
  readonly totalMs: number;
  /** Largest resident memory of the process, in MiB; it includes Node.js and what the stage needs loaded. */
  readonly peakMiB: number;
}

export interface CorpusFigures {
  readonly articles: number;
  readonly passages: number;
  readonly stages: Readonly<Record<string, StageFigures>>;
  /** Median answer : median embedding of the question alone. */
  readonly answerToEmbedding: number;
}

export interface BenchReport {
  readonly node: string;
  readonly processor: string;
  readonly model: string;
  readonly corpora: Readonly<Record<string, CorpusFigures>>;
  /** Wall time of `npm run --silent ask`, process start included, the index present. */
  readonly coldStart: StageFigures;
}

/** The value below which a share of the sorted sample lies (nearest rank). */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function summarise(unit: string, sample: readonly number[], peakMiB: number): StageFigures {
  return {
    unit,
    count: sample.length,
    p50: round(percentile(sample, 0.5)),
    p99: round(percentile(sample, 0.99)),
    totalMs: round(sample.reduce((sum, value) => sum + value, 0)),
    peakMiB: Math.round(peakMiB),
  };
}

/** Three significant digits: more would be noise. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}
