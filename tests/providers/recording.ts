import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A provider's answers as they came over the wire, so that they can be played to the real client again. One file a
 * recording, in fixtures/; `npx tsx tests/providers/record.ts` makes one with a key of your own. No header of the
 * request is kept: that is where keys are.
 */
export interface Recording {
  readonly provider: string;
  readonly model: string;
  /** The day of a true recording; null for one written by hand after the provider's documentation. */
  readonly recorded: string | null;
  readonly promptVersion: number;
  readonly question: string;
  readonly exchanges: readonly Exchange[];
}

export interface Exchange {
  readonly request: { readonly path: string; readonly body: unknown };
  readonly response: {
    readonly status: number;
    readonly contentType: string;
    /** As received, one string a line of the stream. */
    readonly lines: readonly string[];
  };
}

export function readRecording(file: URL): Recording {
  return JSON.parse(readFileSync(file, 'utf8')) as Recording;
}

export interface LocalServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Plays the recorded answers in order, whatever is asked; a request too many gets a 500. */
export function replay(recording: Recording): Promise<LocalServer> {
  const left = [...recording.exchanges];
  return listen(
    createServer(async (request, response) => {
      await bodyOf(request);
      const next = left.shift()?.response;
      response.writeHead(next?.status ?? 500, { 'content-type': next?.contentType ?? 'application/json' });
      response.end(next ? next.lines.join('\n') : '{"error":{"message":"the recording is over"}}');
    }),
  );
}

/** Passes requests on to a provider and keeps what goes over the wire; `save` writes it down. */
export async function record(
  upstream: string,
  about: Omit<Recording, 'exchanges'>,
): Promise<LocalServer & { save(file: string): void }> {
  const exchanges: Exchange[] = [];
  const server = await listen(
    createServer(async (request, response) => {
      const body = await bodyOf(request);
      const { host: _host, 'content-length': _length, connection: _connection, ...headers } = request.headers;
      const answer = await fetch(new URL(request.url ?? '', upstream), {
        method: 'POST',
        headers: { ...(headers as Record<string, string>), 'accept-encoding': 'identity' },
        body,
      }).catch(() => new Response('{"error":{"message":"the provider cannot be reached"}}', { status: 502 }));
      const contentType = answer.headers.get('content-type') ?? 'application/json';
      const text = await answer.text();
      exchanges.push({
        request: { path: request.url ?? '', body: JSON.parse(body) as unknown },
        response: { status: answer.status, contentType, lines: text.split('\n') },
      });
      response.writeHead(answer.status, { 'content-type': contentType });
      response.end(text);
    }),
  );
  return {
    ...server,
    save: (file) => writeFileSync(file, `${JSON.stringify({ ...about, exchanges }, null, 2)}\n`),
  };
}

async function listen(server: Server): Promise<LocalServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
