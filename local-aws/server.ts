import { createServer } from 'node:http';
import type { Server as NetServer } from 'node:net';
import { httpListener } from './http-adapter.ts';
import type { LocalAws } from './local-aws.ts';

/** The embedded AWS on a port of this computer. */
export interface LocalServer {
  /** E.g. `http://127.0.0.1:5174`. */
  readonly origin: string;
  readonly port: number;
  /** Takes no more requests; resolves when those under way are answered, or cut after two seconds. */
  close(): Promise<void>;
}

/** Nobody but this computer may reach it. */
const HOST = '127.0.0.1';
const LAST_PORT = 65535;

/** How long requests under way may take when the server closes; ms. */
const PATIENCE = 2000;

/** Listens on `port`, or on the next one that is free; 0: on any. */
export async function startServer(aws: Pick<LocalAws, 'handle'>, { port }: { port: number }): Promise<LocalServer> {
  const server = createServer(httpListener(aws.handle));
  const taken = await listenFrom(server, port);
  return {
    origin: `http://${HOST}:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE);
        server.close(() => {
          clearTimeout(impatient);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function listenFrom(server: NetServer, from: number): Promise<number> {
  for (let port = from; port <= LAST_PORT; port++) {
    const taken = await listen(server, port);
    if (taken !== null) return taken;
  }
  throw new Error(`No port from ${from} on is free.`);
}

/** The port that the server listens on now; null where another program has it. */
export function listen(server: NetServer, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error);
    server.once('error', failed);
    server.listen(port, HOST, () => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : null);
    });
  });
}
