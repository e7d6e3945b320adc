import { z } from 'zod';
import { UsageError } from '../../errors.ts';

/** Kinds of question, in the order of the tables. */
export const questionKinds = [
  'who',
  'when',
  'where',
  'how-many',
  'list',
  'why',
  'yes-no',
  'paraphrase',
  'sloppy-spelling',
  'name-variant',
  'cross-lingual',
  'follow-up',
  'as-of',
  'contradiction',
  'false-premise',
  'near-miss-unanswerable',
  'off-topic',
  'chit-chat',
  'injection',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const splits = ['dev', 'test'] as const;
export type Split = (typeof splits)[number];

const questionSchema = z
  .strictObject({
    id: z.string().min(1),
    split: z.enum(splits),
    kind: z.enum(questionKinds),
    language: z.enum(['fr', 'en']),
    question: z.string().min(1),
    conversation: z.string().min(1).optional(),
    asOf: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected YYYY-MM-DD')
      .optional(),
    expect: z.enum(['answered', 'abstained']),
    facts: z.array(z.array(z.string().min(1)).min(1)),
    divergence: z.boolean().optional(),
    forbidden: z.array(z.string().min(1)).optional(),
    articles: z.array(z.string().min(1)).optional(),
  })
  .refine((question) => question.expect === 'abstained' || question.facts.length > 0, {
    path: ['facts'],
    message: 'an answered question needs at least one fact',
  })
  .refine((question) => !question.divergence || question.facts.length >= 2, {
    path: ['facts'],
    message: 'a divergence needs at least two versions',
  });

/** One line of a question set; evaluation/README.md explains the fields. */
export type EvaluationQuestion = z.output<typeof questionSchema>;

/**
 * Reads a question set, one JSON object a line; empty lines are skipped, order is kept.
 * @param name what to call the file in errors.
 * @throws UsageError naming file, line and field.
 */
export function parseQuestions(jsonLines: string, name: string): EvaluationQuestion[] {
  const questions: EvaluationQuestion[] = [];
  const ids = new Set<string>();
  for (const [index, line] of jsonLines.split('\n').entries()) {
    if (line.trim() === '') continue;
    const question = parseLine(line, `${name}, line ${index + 1}`);
    if (ids.has(question.id)) throw new UsageError(`${name}, line ${index + 1}: the id ${question.id} is used twice.`);
    ids.add(question.id);
    questions.push(question);
  }
  return questions;
}

function parseLine(line: string, place: string): EvaluationQuestion {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UsageError(`${place}: expected one JSON object, got “${line.slice(0, 60)}”.`, { cause: error });
  }
  const result = questionSchema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'object'}: ${issue.message}`);
  throw new UsageError(`${place}: ${problems.join('; ')}.`);
}

/** Which questions of a set are asked. */
export interface QuestionSelection {
  readonly split?: Split | undefined;
  readonly kind?: QuestionKind | undefined;
}

/** The chosen questions in file order. A conversation has one split and one kind, so it stays whole. */
export function selectQuestions(
  questions: readonly EvaluationQuestion[],
  { split, kind }: QuestionSelection,
): EvaluationQuestion[] {
  return questions.filter(
    (question) => (split === undefined || question.split === split) && (kind === undefined || question.kind === kind),
  );
}
