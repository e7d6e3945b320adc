import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UsageError } from '../errors.ts';

const id = z.union([z.string().min(1), z.number().transform(String)]);
const passageSchema = z.object({ id, text: z.string().min(1), title: z.string().nullish() });
const querySchema = z.object({ id, question: z.string().min(1), passage: id });

export type EvaluatedPassage = z.output<typeof passageSchema>;
export type EvaluatedQuery = z.output<typeof querySchema>;

/** A BEIR-like set: passages, and queries that each name the one passage that answers. */
export interface RetrievalSet {
  readonly passages: readonly EvaluatedPassage[];
  readonly queries: readonly EvaluatedQuery[];
}

/** @throws UsageError naming file and line of what is not as expected */
export async function readRetrievalSet(passagesPath: string, queriesPath: string): Promise<RetrievalSet> {
  const passages = await readJsonLines(passagesPath, passageSchema, '{"id","text","title"?}');
  const queries = await readJsonLines(queriesPath, querySchema, '{"id","question","passage"}');
  const ids = new Set<string>();
  for (const { value, line } of passages) {
    if (ids.has(value.id)) throw new UsageError(`${passagesPath}, line ${line}: the id "${value.id}" is there twice.`);
    ids.add(value.id);
  }
  for (const { value, line } of queries)
    if (!ids.has(value.passage))
      throw new UsageError(`${queriesPath}, line ${line}: no passage has the id "${value.passage}" (${passagesPath}).`);
  return { passages: passages.map(({ value }) => value), queries: queries.map(({ value }) => value) };
}

async function readJsonLines<Value>(
  path: string,
  schema: z.ZodType<Value>,
  expected: string,
): Promise<{ value: Value; line: number }[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read (${error.code}).`, { cause: error });
  });
  const values: { value: Value; line: number }[] = [];
  for (const [index, content] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    let parsed: unknown;
    try {
      parsed = JSON.parse(content);
    } catch (error) {
      throw new UsageError(`${path}, line ${line}: expected one JSON object ${expected}, got ${excerpt(content)}.`, {
        cause: error,
      });
    }
    const result = schema.safeParse(parsed);
    if (!result.success) {
      const field = result.error.issues[0]?.path.join('.');
      throw new UsageError(
        `${path}, line ${line}: expected ${expected}${field ? `; "${field}" is missing or not a text` : ''}, got ${excerpt(content)}.`,
      );
    }
    values.push({ value: result.data, line });
  }
  if (values.length === 0) throw new UsageError(`${path} is empty: expected one JSON object ${expected} a line.`);
  return values;
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
