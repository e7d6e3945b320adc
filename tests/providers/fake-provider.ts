import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** What a fake provider does with one request. */
export type Reply =
  | {
      readonly kind: 'text';
      readonly text: string /** Pause between two pieces, in milliseconds. */;
      readonly pace?: number;
    }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly quota?: boolean;
      /** "as told" when absent. */
      readonly message?: string;
    }
  /** Sends the text's first half and destroys the connection. */
  | { readonly kind: 'cut'; readonly text: string }
  /** Sends the text's first half and then nothing, for ever. */
  | { readonly kind: 'hang'; readonly text: string }
  /** Sends a line that is no JSON in the middle of the stream. */
  | { readonly kind: 'malformed'; readonly text: string }
  /** A success with exactly this body. */
  | { readonly kind: 'raw'; readonly contentType: string; readonly body: string };

export interface ReceivedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How one provider puts a streamed answer, a whole answer and an error on the wire. */
export interface Protocol {
  /** Path of the chat endpoint. */
  readonly path: string;
  readonly contentType: string;
  /** What the real service would refuse about a request, as a status and a message; null when all is well. */
  refuse(request: ReceivedRequest): { readonly status: number; readonly message: string } | null;
  isStreaming(body: ReceivedRequest['body']): boolean;
  /** Wire text before the first piece, for each piece, and after the last. */
  open(request: ReceivedRequest): string;
  piece(text: string, request: ReceivedRequest): string;
  close(usage: FakeUsage, request: ReceivedRequest): string;
  whole(text: string, usage: FakeUsage, request: ReceivedRequest): string;
  error(status: number, message: string, quota: boolean): string;
}

export interface FakeUsage {
  readonly input: number;
  readonly output: number;
}

export const fakeUsage: FakeUsage = { input: 321, output: 45 };

/** A server on this machine that speaks a provider's protocol and answers as told. */
export class FakeProvider {
  readonly requests: ReceivedRequest[] = [];
  /** Connections that the client gave up before the answer was over. */
  abandoned = 0;
  readonly #protocol: Protocol;
  #port = 0;
  readonly #replies: (Reply | ((request: ReceivedRequest) => Reply))[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  private constructor(protocol: Protocol) {
    this.#protocol = protocol;
  }

  static async start(protocol: Protocol): Promise<FakeProvider> {
    const provider = new FakeProvider(protocol);
    await new Promise<void>((resolve) => provider.#server.listen(0, '127.0.0.1', resolve));
    provider.#port = (provider.#server.address() as AddressInfo).port;
    return provider;
  }

  /** Stays the same after `kill`: where the server was. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Replies to the next requests, in order; the last one is repeated. */
  reply(...replies: (Reply | ((request: ReceivedRequest) => Reply))[]): void {
    this.#replies.splice(0, this.#replies.length, ...replies);
  }

  /** Ends every open connection and refuses new ones: the process was killed. */
  async kill(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const request: ReceivedRequest = {
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as ReceivedRequest['body'],
    };
    this.requests.push(request);
    response.on('close', () => {
      if (!response.writableFinished) this.abandoned += 1;
    });
    const refusal = this.#protocol.refuse(request);
    if (refusal) return this.#fail(response, refusal.status, refusal.message, false, {});
    const next = this.#replies.length > 1 ? this.#replies.shift() : this.#replies[0];
    const reply = typeof next === 'function' ? next(request) : next;
    if (!reply) return this.#fail(response, 500, 'no reply was set', false, {});
    if (reply.kind === 'error') {
      return this.#fail(response, reply.status, reply.message ?? 'as told', reply.quota ?? false, reply.headers ?? {});
    }
    if (reply.kind === 'raw') {
      response.writeHead(200, { 'content-type': reply.contentType });
      response.end(reply.body);
      return;
    }
    if (!this.#protocol.isStreaming(request.body) && reply.kind === 'text') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(this.#protocol.whole(reply.text, fakeUsage, request));
      return;
    }
    await this.#stream(response, reply, request);
  }

  async #stream(
    response: ServerResponse,
    reply: Exclude<Reply, { kind: 'error' | 'raw' }>,
    request: ReceivedRequest,
  ): Promise<void> {
    const protocol = this.#protocol;
    response.writeHead(200, { 'content-type': protocol.contentType });
    response.write(protocol.open(request));
    const pieces = reply.text.match(/[\s\S]{1,23}/g) ?? [];
    const sent = reply.kind === 'text' ? pieces : pieces.slice(0, Math.ceil(pieces.length / 2));
    for (const piece of sent) {
      if (response.destroyed) return;
      response.write(protocol.piece(piece, request));
      if (reply.kind === 'text' && reply.pace) await delay(reply.pace);
    }
    if (reply.kind === 'hang') return;
    if (reply.kind === 'cut') {
      // Let what was written reach the client first.
      await delay(20);
      response.destroy();
      return;
    }
    if (reply.kind === 'malformed') {
      response.end(
        protocol.contentType.includes('event-stream') ? 'data: {"choices": [{"del\n\n' : '{"message": {"con\n',
      );
      return;
    }
    response.end(protocol.close(fakeUsage, request));
  }

  #fail(
    response: ServerResponse,
    status: number,
    message: string,
    quota: boolean,
    headers: Readonly<Record<string, string>>,
  ): void {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(this.#protocol.error(status, message, quota));
  }
}

/** One server-sent event. */
export function sse(data: unknown, event?: string): string {
  return `${event ? `event: ${event}\n` : ''}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}
