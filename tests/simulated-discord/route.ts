import type { World } from './state.ts';
import type { UploadedFile } from './validate-messages.ts';
import type { Json } from './validation.ts';

export interface RestRequest {
  readonly world: World;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  /** The body when it is a list, as bulk overwrites send it. */
  readonly list: readonly Json[];
  readonly files: readonly UploadedFile[];
  /** The WebSocket URL and shard count, for `GET /gateway/bot`. */
  readonly gateway: { url: string; shards: number };
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** An answer of the API's own kind: an HTTP status and a JSON error body. */
export class ApiError extends Error {
  readonly answer: RestAnswer;
  constructor(status: number, code: number, message: string, errors?: Json) {
    super(message);
    this.answer = { status, body: { message, code, ...(errors ? { errors } : {}) } };
  }
}

export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  /** Needs no bot token: the interaction token in the path is the authorisation. */
  readonly open: boolean;
  readonly answer: (request: RestRequest) => RestAnswer;
}

/** `:name` matches a path segment. */
export function route(method: string, path: string, answer: (request: RestRequest) => RestAnswer, open = false): Route {
  const source = path.replace(/:(\w+)/g, '(?<$1>[^/]+)');
  return { method, pattern: new RegExp(`^${source}$`), open, answer };
}
