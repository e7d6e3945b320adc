import type { Answer } from '../../types.ts';

/** A request's id as it came: a number stays a number. */
export type RequestId = string | number | null;

/**
 * An answer as `--json` and `--jsonl` print it: the keys of the stable contract first and in its order, all of them
 * always there; what only some answers have after them.
 */
export function answerJson(answer: Answer, id: RequestId = answer.id ?? null): string {
  const { question, conversation = null, language, status, citations, mode, timings, ...rest } = answer;
  const { id: _, answer: text, ...extras } = rest;
  return toJsonLine({
    id,
    question,
    conversation,
    language,
    status,
    answer: text,
    citations: citations.map(({ marker, articleId, title, outlet, published, url, quote, start, end }) => ({
      marker,
      articleId,
      title,
      outlet,
      published,
      url,
      quote,
      start,
      end,
    })),
    mode,
    timings,
    ...extras,
  });
}

/**
 * JSON on one line for any reader: C1 control characters, which some terminals obey, and the two Unicode line ends, at
 * which some readers split, are escaped. Parsed, it is the same value.
 */
export function toJsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
