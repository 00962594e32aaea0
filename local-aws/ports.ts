import { createServer } from 'node:net';
import { PlainError } from './plain-error.ts';
import { listen } from './server.ts';

/** The first port from `from` on that nobody has on this computer. */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port <= 65535; port++) {
    if (await isFree(port)) return port;
  }
  throw new PlainError([`No port from ${from} on is free.`]);
}

/** Throws a sentence where another program has the port. */
export async function checkPort(port: number): Promise<void> {
  if (!(await isFree(port)))
    throw new PlainError([`Port ${port} is in use by another program: stop that program, or set PORT to another one.`]);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const taken = await listen(probe, port);
  if (taken !== null) await new Promise((resolve) => probe.close(resolve));
  return taken !== null;
}
