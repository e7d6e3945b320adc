import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
import { RateLimits } from './rate-limits.ts';
import { ApiError, type RestAnswer } from './route.ts';
import { routes } from './routes.ts';
import type { World } from './state.ts';
import type { UploadedFile } from './validate-messages.ts';
import { isObject } from './validation.ts';

/** The REST API over real HTTP on the loopback interface, under `/api/v10`. */
export class Rest {
  readonly server: Server;
  readonly requests: { method: string; path: string; status: number; at: number }[] = [];
  readonly #world: World;
  readonly #faults: Faults;
  readonly #token: string;
  readonly #shards: number;
  readonly #limits = new RateLimits();

  constructor(world: World, faults: Faults, options: { token: string; shards: number }) {
    this.#world = world;
    this.#faults = faults;
    this.#token = options.token;
    this.#shards = options.shards;
    this.server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.#world.violation(`the simulated Discord itself failed: ${String(error)}`);
        response.destroy();
      });
    });
  }

  get port(): number {
    return (this.server.address() as { port: number }).port;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now();
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const fault = this.#faults.take(method, path);
    let answer: RestAnswer | undefined;
    const headers: Record<string, string> = {};
    if (
      !fault ||
      fault.processed ||
      (fault.hang !== undefined && fault.status === undefined && fault.processed !== false)
    ) {
      answer = await this.#answer(request, method, url, path, Buffer.concat(chunks), headers);
    }
    if (fault?.hang !== undefined) {
      if (!Number.isFinite(fault.hang)) return;
      await new Promise((resolve) => setTimeout(resolve, fault.hang));
    }
    if (fault?.status !== undefined)
      answer = {
        status: fault.status,
        body: { message: `fault ${fault.status}`, code: 0, retry_after: fault.retryAfter, global: false },
      };
    answer ??= { status: 500, body: { message: 'fault', code: 0 } };
    if (fault?.retryAfter !== undefined) headers['Retry-After'] = String(fault.retryAfter);
    this.requests.push({
      method,
      path: path.replace(/(webhooks\/\d+|interactions\/\d+)\/[^/]+/, '$1/…'),
      status: answer.status,
      at,
    });
    if (answer.status >= 400 && !fault) {
      this.#world.violation(`${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    if (answer.body === undefined) {
      response.writeHead(answer.status, headers).end();
    } else {
      response
        .writeHead(answer.status, { ...headers, 'Content-Type': 'application/json' })
        .end(JSON.stringify(answer.body));
    }
  }

  async #answer(
    request: IncomingMessage,
    method: string,
    url: URL,
    path: string,
    raw: Buffer,
    headers: Record<string, string>,
  ): Promise<RestAnswer> {
    try {
      if (!url.pathname.startsWith('/api/v10/')) throw new ApiError(404, 0, '404: Not Found');
      if (!request.headers['user-agent']?.startsWith('DiscordBot ('))
        throw new ApiError(403, 40333, 'internal network error');
      const match = routes.find((route) => route.method === method && route.pattern.test(path));
      if (!match) throw new ApiError(404, 0, '404: Not Found');
      if (!match.open && request.headers.authorization !== `Bot ${this.#token}`)
        throw new ApiError(401, 0, '401: Unauthorized');
      const parameters = { ...(match.pattern.exec(path)?.groups ?? {}) };
      const limited = this.#limits.take(method, path, match.open, headers);
      if (limited) return { status: 429, body: limited };
      const { value, files } = await readBody(request.headers['content-type'] ?? '', raw);
      return match.answer({
        world: this.#world,
        parameters,
        query: url.searchParams,
        body: isObject(value) ? value : {},
        list: Array.isArray(value) ? value.filter(isObject) : [],
        files,
        gateway: { url: `ws://127.0.0.1:${this.port}`, shards: this.#shards },
      });
    } catch (error) {
      if (error instanceof ApiError) return error.answer;
      throw error;
    }
  }
}

async function readBody(type: string, raw: Buffer): Promise<{ value: unknown; files: UploadedFile[] }> {
  if (raw.length === 0) return { value: {}, files: [] };
  if (type.startsWith('application/json')) return { value: parse(raw.toString('utf8')), files: [] };
  if (!type.startsWith('multipart/form-data')) throw new ApiError(400, 50035, 'Invalid Form Body');
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  const files: UploadedFile[] = [];
  for (const [key, entry] of form) {
    if (typeof entry === 'string') continue;
    if (!/^files\[\d+\]$/.test(key)) throw new ApiError(400, 50035, `Invalid Form Body: field ${key}`);
    files.push({ name: entry.name, data: Buffer.from(await entry.arrayBuffer()) });
  }
  return { value: parse(String(form.get('payload_json') ?? '{}')), files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  }
}
