import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../errors.ts';
import type { EvaluationQuestion } from './question.ts';
import type { QuestionResult } from './run.ts';
import { type EvaluationSummary, summarise } from './summary.ts';

const storedSchema = z.object({
  format: z.literal(1),
  /** Question id → whether it passed. */
  passed: z.record(z.string(), z.boolean()),
});

/** What of earlier results a comparison needs. */
export type StoredResults = z.output<typeof storedSchema>;

/** How a run differs from stored results, over the questions that both asked. */
export interface Comparison {
  readonly regressions: readonly EvaluationQuestion[];
  readonly gains: readonly EvaluationQuestion[];
  /** Questions of this run that the stored results do not know. */
  readonly unknown: number;
}

/** Writes which questions passed, with the figures, as JSON whose lines stay in question order (small diffs). */
export async function saveResults(file: string, results: readonly QuestionResult[]): Promise<void> {
  const stored: StoredResults & { summary: EvaluationSummary } = {
    format: 1,
    summary: summarise(results),
    passed: Object.fromEntries(results.map(({ question, score }) => [question.id, score.passed])),
  };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(stored, null, 2)}\n`);
}

/** @throws UsageError when the file is missing or is not what `saveResults` writes. */
export async function loadResults(file: string): Promise<StoredResults> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`The stored results ${file} cannot be read. Write them first with --save ${file}.`, {
      cause: error,
    });
  }
  const result = storedSchema.safeParse(value);
  if (result.success) return result.data;
  throw new UsageError(`The file ${file} holds no stored results of format 1. Write them anew with --save ${file}.`);
}

/** What passed before and fails now, and the reverse. Pure. */
export function compareResults(results: readonly QuestionResult[], stored: StoredResults): Comparison {
  const before = (id: string) => (Object.hasOwn(stored.passed, id) ? stored.passed[id] : undefined);
  const changed = (from: boolean) =>
    results
      .filter(({ question, score }) => before(question.id) === from && score.passed !== from)
      .map(({ question }) => question);
  return {
    regressions: changed(true),
    gains: changed(false),
    unknown: results.filter(({ question }) => before(question.id) === undefined).length,
  };
}
