import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { UsageError } from '../../errors.ts';
import {
  type EvaluationQuestion,
  parseQuestions,
  type QuestionKind,
  questionKinds,
  type Split,
  selectQuestions,
  splits,
} from './question.ts';
import { jsonReport, renderComparison, renderFailures, renderSummary } from './report.ts';
import { type AnswerEvaluationRequest, runAnswerEvaluation } from './run.ts';
import { compareResults, loadResults, saveResults } from './stored-results.ts';
import { summarise } from './summary.ts';

/** The flags of `evaluate --answers` as commander parses them; `json` is shared with the retrieval evaluation. */
export interface AnswerEvaluationOptions {
  readonly questions: string;
  readonly split: Split | 'all';
  readonly kind?: QuestionKind | undefined;
  readonly json?: boolean | undefined;
  readonly save?: string | undefined;
  readonly against?: string | undefined;
  readonly failures?: boolean | undefined;
}

/** Adds the flags that only the evaluation of answers has. */
export function addAnswerEvaluationOptions(command: Command): Command {
  return command
    .option('--answers', 'ask the question set and score the answers')
    .option('--questions <file>', 'the question set, JSON lines', 'evaluation/questions.jsonl')
    .addOption(new Option('--split <half>', 'which half is asked').choices([...splits, 'all']).default('all'))
    .addOption(new Option('--kind <kind>', 'only questions of this kind').choices([...questionKinds]))
    .option('--save <file>', 'store which questions passed')
    .option('--against <file>', 'compare with stored results; a regression makes the exit code 1')
    .option('--failures', 'print the failing questions of the dev half with their answers');
}

export interface AnswerEvaluationContext extends Pick<AnswerEvaluationRequest, 'bellerophon' | 'dossier' | 'onAnswer'> {
  /** Takes the report, a piece at a time. */
  readonly write: (text: string) => void;
}

/**
 * `evaluate --answers`: asks, scores, prints, stores, compares.
 * @returns the exit code: 1 when a question that passed in the stored results fails now, else 0.
 * @throws UsageError when a file cannot be used or no question is left to ask.
 */
export async function evaluateAnswers(
  options: AnswerEvaluationOptions,
  { write, ...context }: AnswerEvaluationContext,
): Promise<0 | 1> {
  const questions = await chosenQuestions(options);
  // Read before the questions are asked: a wrong path should not cost a whole run.
  const stored = options.against === undefined ? undefined : await loadResults(options.against);
  const results = await runAnswerEvaluation({ ...context, questions });
  const summary = summarise(results);
  const comparison = stored && compareResults(results, stored);
  if (options.json) write(`${JSON.stringify(jsonReport(results, summary, comparison))}\n`);
  else {
    const failures = options.failures ? renderFailures(results) : '';
    if (failures) write(`${failures}\n\n`);
    write(`${renderSummary(summary)}\n`);
    if (comparison) write(`\n${renderComparison(comparison)}\n`);
  }
  if (options.save !== undefined) await saveResults(options.save, results);
  return comparison && comparison.regressions.length > 0 ? 1 : 0;
}

async function chosenQuestions({
  questions: file,
  split,
  kind,
}: AnswerEvaluationOptions): Promise<EvaluationQuestion[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`The question set ${file} cannot be read. Give an existing file with --questions.`, {
      cause: error,
    });
  });
  const chosen = selectQuestions(parseQuestions(text, file), { split: split === 'all' ? undefined : split, kind });
  if (chosen.length === 0) throw new UsageError(`No question of ${file} is left with this --split and --kind.`);
  return chosen;
}
