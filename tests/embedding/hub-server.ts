import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Answer = (request: IncomingMessage, response: ServerResponse, bytes: Uint8Array | undefined) => void;

export interface HubServer {
  readonly endpoint: string;
  /** Paths asked for, in order. */
  readonly requests: string[];
  readonly authorizations: (string | undefined)[];
}

export const send: Answer = (_request, response, bytes) => {
  if (bytes) response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
  else response.writeHead(404).end('Entry not found');
};

/** A hub on this machine that serves one model; `answer` can misbehave for single files. */
export async function serveModel(
  model: string,
  files: ReadonlyMap<string, Uint8Array>,
  answer: Answer = send,
): Promise<HubServer> {
  const requests: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    authorizations.push(request.headers.authorization);
    const base = `/${model}/resolve/main/`;
    answer(request, response, path.startsWith(base) ? files.get(path.slice(base.length)) : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, requests, authorizations };
}
