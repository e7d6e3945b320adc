import { createServer, type Server } from 'node:http';
import { DiscordError } from '../../../errors.ts';

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `/healthz`: the process runs and its event loop turns. `/readyz`: it is connected to Discord and takes questions
 * (503 otherwise).
 */
export async function serveHealth(port: number, ready: () => boolean): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const status = path === '/healthz' ? 200 : path === '/readyz' ? (ready() ? 200 : 503) : 404;
    const text = { 200: 'ok', 503: 'not ready', 404: 'not found' }[status];
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  });
  await listen(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new DiscordError(`The health endpoint cannot listen on HEALTH_PORT=${port}: ${error.message}`, {
          cause: error,
        }),
      ),
    );
    server.listen(port, () => resolve());
  });
}
