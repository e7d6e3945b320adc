/** Why a chat model gave no usable answer. */
export type FailureReason =
  | 'no-key'
  | 'key-refused'
  | 'no-such-model'
  | 'no-connection'
  | 'no-quota'
  | 'rate-limited'
  | 'overloaded'
  | 'bad-request'
  | 'timeout'
  | 'daily-limit'
  | 'not-supported'
  | 'cut-off'
  | 'unusable';

/** A failure of the provider with what was understood of it; the provider's own words stay in `cause`. */
export class ModelFailure extends Error {
  readonly reason: FailureReason;
  /** Milliseconds that the provider asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(reason: FailureReason, options: ErrorOptions & { retryAfter?: number | undefined } = {}) {
    super(`chat model: ${reason}`, options);
    this.name = 'ModelFailure';
    this.reason = reason;
    this.retryAfter = options.retryAfter;
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

/** Reads whatever a provider's client threw. */
export function readFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (typeof error !== 'object' || error === null) return new ModelFailure('unusable', { cause: error });
  const like = error as ProviderErrorLike;
  const status = statusOf(like);
  const words = [like.message, like.code, like.body, like.name].filter((part) => typeof part === 'string').join(' ');
  const fail = (reason: FailureReason) => new ModelFailure(reason, { cause: error, retryAfter: retryAfterOf(like) });
  if (status === undefined) return fail(withoutStatus(like, words));
  if (status === 401 || status === 403) return fail('key-refused');
  if (status === 402 || /insufficient_quota|exceeded your current quota|credit balance|billing/i.test(words)) {
    return fail('no-quota');
  }
  if (status === 404 || /model_not_found|invalid[_ ]model|model .*not (?:found|exist)/i.test(words))
    return fail('no-such-model');
  if (status === 429) return fail('rate-limited');
  if (status === 408 || status >= 500) return fail('overloaded');
  return fail('bad-request');
}

function withoutStatus(error: ProviderErrorLike, words: string): FailureReason {
  if (/api[_ ]?key.*(?:missing|not found|required|must|set)|missing credentials|apiKey/i.test(words)) return 'no-key';
  if (/AbortError|TimeoutError|aborted|timed? ?out/i.test(words)) return 'timeout';
  const chain: string[] = [];
  for (let cause: unknown = error; cause && typeof cause === 'object' && chain.length < 5; ) {
    const { code, message, cause: next } = cause as ProviderErrorLike;
    chain.push(`${String(code ?? '')} ${String(message ?? '')}`);
    cause = next;
  }
  const all = chain.join(' ');
  if (/terminated|other side closed|premature|ECONNRESET|socket hang up|Unexpected end|incomplete/i.test(all))
    return 'cut-off';
  if (
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|fetch failed|Connection error|Unable to make request/i.test(
      all,
    )
  ) {
    return 'no-connection';
  }
  return 'unusable';
}
