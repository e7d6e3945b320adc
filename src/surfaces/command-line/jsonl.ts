import { z } from 'zod';
import { BellerophonError } from '../../errors.ts';
import { isPartialDate, latestDay } from '../../text/partial-date.ts';
import type { Ask } from '../../types.ts';
import { answerJson, type RequestId, toJsonLine } from './answer-json.ts';
import type { InputLine } from './input-lines.ts';
import type { Output } from './output.ts';

const requestSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  question: z.string().refine((text) => text.trim() !== '', 'expected a question, got only white space'),
  conversation: z.string().min(1).nullish(),
  asOf: z.string().refine(isPartialDate, 'expected YYYY-MM-DD, YYYY-MM or YYYY').nullish(),
  outlet: z.string().min(1).nullish(),
  language: z.enum(['fr', 'en']).nullish(),
});
type Request = z.output<typeof requestSchema>;

export interface JsonlDefaults {
  readonly asOf?: string | undefined;
  readonly outlet?: string | undefined;
  readonly language?: 'fr' | 'en' | undefined;
}

export interface JsonlOptions {
  readonly ask: Ask;
  readonly output: Output;
  /** What a line that does not say it itself is asked with. */
  readonly defaults: JsonlDefaults;
  /** Answers computed at once. Only chat models gain from more than one; the order of the output is that of the input. */
  readonly concurrency: number;
}

/** How many lines were answered and how many could not be. */
export interface JsonlSummary {
  readonly answered: number;
  readonly failed: number;
}

/**
 * Answers one request a line, in order. Lines of one conversation are asked one after the other; a line that cannot be
 * read or answered gives an object with `error`, and the run goes on. @throws OutputClosed when nobody reads any more.
 */
export async function answerLines(lines: AsyncIterable<InputLine>, options: JsonlOptions): Promise<JsonlSummary> {
  const conversations = new Map<string, Promise<unknown>>();
  const summary = { answered: 0, failed: 0 };
  /** One for each line not printed yet, oldest first; each waits for the one before it. */
  const printing: Promise<void>[] = [];
  const print = (result: Promise<LineResult>) => {
    const printed = (printing.at(-1) ?? Promise.resolve()).then(async () => {
      const { text, answered } = await result;
      summary[answered ? 'answered' : 'failed'] += 1;
      await options.output.line(text);
      printing.shift();
    });
    // Awaited below; until then a closed output must not count as unhandled.
    printed.catch(() => undefined);
    printing.push(printed);
  };

  for await (const line of lines) {
    if (line.text?.trim() === '') continue;
    const request = parse(line);
    if ('error' in request) print(Promise.resolve({ text: toJsonLine(request), answered: false }));
    else {
      const { conversation } = request;
      const before = conversation == null ? undefined : conversations.get(conversation);
      const result = (before ?? Promise.resolve()).then(() => answerOne(request, line.number, options));
      print(result);
      if (conversation != null) {
        conversations.set(conversation, result);
        void result.then(() => {
          if (conversations.get(conversation) === result) conversations.delete(conversation);
        });
      }
    }
    while (printing.length >= options.concurrency) await printing[0];
  }
  await printing.at(-1);
  return summary;
}

interface LineResult {
  readonly text: string;
  readonly answered: boolean;
}

/** Never rejects: a failure is this line's, not the run's. */
async function answerOne(request: Request, line: number, { ask, defaults }: JsonlOptions): Promise<LineResult> {
  const asOf = request.asOf ?? defaults.asOf;
  try {
    const answer = await ask({
      question: request.question,
      id: request.id == null ? undefined : String(request.id),
      conversation: request.conversation ?? undefined,
      asOf: asOf === undefined ? undefined : latestDay(asOf),
      outlet: request.outlet ?? defaults.outlet,
      language: request.language ?? defaults.language,
    });
    return { text: answerJson(answer, request.id ?? null), answered: true };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const text = error instanceof BellerophonError ? message : `unexpected: ${message}`;
    return { text: toJsonLine({ id: request.id ?? null, line, error: text }), answered: false };
  }
}

interface BadLine {
  readonly id: RequestId;
  readonly line: number;
  readonly error: string;
}

function parse({ number, text }: InputLine): Request | BadLine {
  const bad = (error: string, id: RequestId = null): BadLine => ({ id, line: number, error });
  if (text === null) return bad('the line is longer than a million characters');
  let value: unknown;
  try {
    value = JSON.parse(number === 1 ? text.replace(/^\ufeff/, '') : text);
  } catch (error) {
    return bad(`expected one JSON object a line: ${(error as Error).message}`);
  }
  const result = requestSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'line' : issue.path.join('.');
  return bad(`${place}: ${issue?.message ?? 'not usable'}`, readableId(value));
}

function readableId(value: unknown): RequestId {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' || typeof value.id === 'number' ? value.id : null;
}
