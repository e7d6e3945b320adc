import { z } from 'zod';
import { BellerophonError } from '../../errors.ts';
import { liesAhead } from '../../text/parse-as-of.ts';
import { formatPartialDate, isPartialDate, latestDay } from '../../text/partial-date.ts';
import type { Ask, Language } from '../../types.ts';
import { lookUpOutlet, unknownOutletText } from '../known-outlet.ts';
import type { Texts } from '../texts/texts.ts';
import { answerJson, type RequestId, toJsonLine } from './answer-json.ts';
import type { InputLine } from './input-lines.ts';
import type { Output } from './output.ts';

const requestSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  question: z.string().refine((text) => text.trim() !== ''),
  conversation: z.string().min(1).nullish(),
  asOf: z.string().refine(isPartialDate).nullish(),
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
  /** All outlets of the file. */
  readonly outlets: readonly string[];
  /** Texts and language of the interface. */
  readonly texts: Texts;
  readonly language: Language;
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
    const request = readRequest(line, options);
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

/** Why a value cannot be used, told by where the schema refuses it: zod's own words are English and for programmers. */
const expectations = {
  id: 'jsonl.id',
  question: 'jsonl.question',
  conversation: 'jsonl.conversation',
  asOf: 'jsonl.asOf',
  outlet: 'jsonl.outlet',
  language: 'jsonl.language',
} as const satisfies Record<keyof Request, string>;

function readRequest({ number, text }: InputLine, { outlets, texts, language }: JsonlOptions): Request | BadLine {
  const bad = (error: string, id: RequestId = null): BadLine => ({ id, line: number, error });
  if (text === null) return bad(texts('jsonl.tooLong'));
  let value: unknown;
  try {
    value = JSON.parse(number === 1 ? text.replace(/^\ufeff/, '') : text);
  } catch {
    return bad(texts('jsonl.object'));
  }
  const result = requestSchema.safeParse(value);
  if (!result.success) {
    const key = result.error.issues[0]?.path[0] as keyof Request | undefined;
    return bad(texts(key === undefined ? 'jsonl.object' : expectations[key]), readableId(value));
  }
  const { id = null, asOf, outlet } = result.data;
  if (asOf != null && liesAhead(asOf))
    return bad(texts('jsonl.asOfAhead', { date: formatPartialDate(asOf, language) }), id);
  if (outlet == null) return result.data;
  const found = lookUpOutlet(outlet, outlets);
  return found.kind === 'unknown' ? bad(unknownOutletText(found, texts), id) : { ...result.data, outlet: found.outlet };
}

function readableId(value: unknown): RequestId {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' || typeof value.id === 'number' ? value.id : null;
}
