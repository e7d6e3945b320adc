import type { TokenUsage } from '../../types.ts';

/** Why a chat model gave no usable answer. */
export type FailureReason =
  | 'no-key'
  | 'key-refused'
  | 'no-such-model'
  | 'no-connection'
  | 'no-quota'
  | 'rate-limited'
  | 'overloaded'
  | 'too-long'
  | 'bad-request'
  | 'timeout'
  | 'cancelled'
  | 'daily-limit'
  | 'not-supported'
  | 'cut-off'
  /** What came is not in the provider's protocol. */
  | 'garbled'
  | 'empty'
  /** An error of the provider that says nothing known. */
  | 'provider-error'
  /** What came was read and did not pass the check. */
  | 'unusable'
  /** Not the model's failure. */
  | 'unexpected';

interface ModelFailureOptions extends ErrorOptions {
  readonly retryAfter?: number | undefined;
  readonly usage?: TokenUsage | undefined;
}

/** A failure of the provider with what was understood of it; the provider's own words stay in `cause`. */
export class ModelFailure extends Error {
  readonly reason: FailureReason;
  /** Milliseconds that the provider asks to wait. */
  readonly retryAfter: number | undefined;
  /** What the failed call has cost, as the provider said or as estimated; absent where nothing was served. */
  readonly usage: TokenUsage | undefined;

  constructor(reason: FailureReason, options: ModelFailureOptions = {}) {
    super(`chat model: ${reason}`, options);
    this.name = 'ModelFailure';
    this.reason = reason;
    this.retryAfter = options.retryAfter;
    this.usage = options.usage;
  }
}

/** Worth another try after a pause. */
export function isTransient({ reason }: ModelFailure): boolean {
  return reason === 'rate-limited' || reason === 'overloaded' || reason === 'no-connection';
}

/** The clients of four providers report an HTTP status under four names. */
interface ProviderErrorLike {
  readonly status?: unknown;
  readonly statusCode?: unknown;
  readonly status_code?: unknown;
  readonly code?: unknown;
  readonly type?: unknown;
  readonly name?: unknown;
  readonly message?: unknown;
  readonly body?: unknown;
  readonly headers?: unknown;
  readonly rawResponse?: { readonly headers?: unknown } | undefined;
  readonly cause?: unknown;
}

function statusOf(error: ProviderErrorLike): number | undefined {
  for (const value of [error.status, error.statusCode, error.status_code]) if (typeof value === 'number') return value;
  return undefined;
}

function headerOf(error: ProviderErrorLike, name: string): string | null {
  const headers = error.headers ?? error.rawResponse?.headers;
  if (headers instanceof Headers) return headers.get(name);
  if (headers && typeof headers === 'object') {
    const value = (headers as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value : null;
  }
  return null;
}

/** `Retry-After` in milliseconds: seconds, a date, or OpenAI's `retry-after-ms`. */
function retryAfterOf(error: ProviderErrorLike): number | undefined {
  const milliseconds = Number(headerOf(error, 'retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds;
  const value = headerOf(error, 'retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return wait >= 0 ? wait : undefined;
}

/** What providers call the same failures, with and without a status: errors also come in the middle of a stream. */
const wordsOf: readonly (readonly [FailureReason, RegExp])[] = [
  ['no-quota', /insufficient_quota|exceeded your current quota|credit balance|billing/i],
  [
    'too-long',
    /context_length_exceeded|(?:maximum|available) context|context (?:length|window|size)|prompt is too long/i,
  ],
  ['no-such-model', /model_not_found|invalid[_ ]model|model .*not (?:found|exist)/i],
  ['rate-limited', /rate[_ ]?limit/i],
  ['overloaded', /overloaded|server_error/i],
];

/** Reads whatever a provider's client threw; `unknown` is the reason of what is not recognised. */
export function readFailure(error: unknown, unknown: FailureReason = 'unexpected'): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (typeof error !== 'object' || error === null) return new ModelFailure(unknown, { cause: error });
  const like = error as ProviderErrorLike;
  const status = statusOf(like);
  const words = [like.message, like.code, like.type, like.body, like.name]
    .filter((part) => typeof part === 'string')
    .join(' ');
  const reason = status === undefined ? withoutStatus(like, words) : withStatus(status, words);
  return new ModelFailure(reason ?? unknown, { cause: error, retryAfter: retryAfterOf(like) });
}

function told(words: string): FailureReason | undefined {
  return wordsOf.find(([, pattern]) => pattern.test(words))?.[0];
}

function withStatus(status: number, words: string): FailureReason {
  // A client that complains about a success met a page, not a model.
  if (status < 400) return 'garbled';
  if (status === 401) return 'key-refused';
  if (status === 402) return 'no-quota';
  if (status === 413) return 'too-long';
  if (status === 404) return 'no-such-model';
  const reason = told(words);
  // Of these only quota is worth more than what the status says.
  if (status === 429) return reason === 'no-quota' ? reason : 'rate-limited';
  if (status === 408 || status >= 500) return reason === 'no-quota' ? reason : 'overloaded';
  if (reason !== undefined) return reason;
  return status === 403 ? 'key-refused' : 'bad-request';
}

function withoutStatus(error: ProviderErrorLike, words: string): FailureReason | undefined {
  if (/api[_ ]?key.*(?:missing|not found|required|must|set)|missing credentials|apiKey/i.test(words)) return 'no-key';
  if (/AbortError|TimeoutError|aborted|timed? ?out/i.test(words)) return 'timeout';
  if (error.name === 'SyntaxError' || error.name === 'ZodError') return 'garbled';
  const chain: string[] = [];
  for (let cause: unknown = error; cause && typeof cause === 'object' && chain.length < 5; ) {
    const { code, message, cause: next } = cause as ProviderErrorLike;
    chain.push(`${String(code ?? '')} ${String(message ?? '')}`);
    cause = next;
  }
  const all = chain.join(' ');
  if (/terminated|other side closed|premature|ECONNRESET|socket hang up|Did not receive done/i.test(all)) {
    return 'cut-off';
  }
  if (
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|fetch failed|Connection error|Unable to make request/i.test(
      all,
    )
  ) {
    return 'no-connection';
  }
  return told(words);
}
