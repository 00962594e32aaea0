import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CutOff } from '../../../local-aws/fault-effects.ts';
import type { FetchHandler } from '../../../local-aws/http-adapter.ts';
import { startServer } from '../../../local-aws/server.ts';

/** A server over a handler until the test is over. */
async function serve(handle: FetchHandler, port = 0) {
  const server = await startServer({ handle }, { port });
  onTestFinished(() => server.close());
  return server;
}

const hello: FetchHandler = async () => new Response('hello');

/** A promise that is settled from outside. */
function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Sends these bytes and resolves with all that comes back until the connection is closed. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}

/** Resolves with true once something accepts the connection, false where nothing does. */
const accepts = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket: Socket = connect({ host, port, timeout: 2000 });
    const end = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });

describe('the server', () => {
  it('can be reached from this computer alone', async () => {
    const { port, origin } = await serve(hello);
    expect(origin).toBe(`http://127.0.0.1:${port}`);
    expect(await accepts('127.0.0.1', port)).toBe(true);
    const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const outside = others.filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) expect(await accepts(address, port), address).toBe(false);
  });

  it('takes the next port where the first is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const server = await serve(hello, port);
    expect(server.port).toBeGreaterThan(port);
    expect(await (await fetch(server.origin)).text()).toBe('hello');
  });

  it('hands over method, address, headers and body as they were sent', async () => {
    const { origin } = await serve(async (request) =>
      Response.json({
        method: request.method,
        path: request.url.slice(origin.length),
        host: request.headers.get('host'),
        name: request.headers.get('x-name'),
        bytes: [...new Uint8Array(await request.arrayBuffer())],
      }),
    );
    const body = Uint8Array.of(0, 255, 13, 10);
    const path = "/s3/b/us-east-1%3Aa/r%C3%A9s'(1)!*+~.pdf?a=%2F&b=x+y";
    const answer = await fetch(origin + path, { method: 'PUT', headers: { 'x-name': 'Zoë' }, body });
    expect(await answer.json()).toEqual({
      method: 'PUT',
      path,
      host: new URL(origin).host,
      name: 'Zoë',
      bytes: [0, 255, 13, 10],
    });
  });

  it('answers as the handler does, and closes the connection so that no browser repeats a request on it', async () => {
    const { port } = await serve(async () => new Response('x', { status: 418, headers: { 'x-one': '1' } }));
    const answer = await raw(port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(answer).toContain("HTTP/1.1 418 I'm a Teapot");
    expect(answer).toContain('x-one: 1');
    expect(answer).toContain('Connection: close');
  });

  it.each([
    ['no host', 'GET / HTTP/1.0\r\n\r\n'],
    ['a strange host', 'GET / HTTP/1.1\r\nHost: a/b\r\n\r\n'],
    ['a whole address for a path', 'GET http://example.com/ HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['a method that no page can use', 'TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ])('refuses %s', async (_what, text) => {
    const { port } = await serve(hello);
    expect(await raw(port, text)).toContain('HTTP/1.1 400');
  });

  it('stops reading an answer whose client has gone, and goes on serving', async () => {
    let made = 0;
    const cancelled = deferred<void>();
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          made += 65_536;
          controller.enqueue(new Uint8Array(65_536));
        },
        cancel: () => cancelled.resolve(),
      });
    const { origin } = await serve(async ({ url }) =>
      new URL(url).pathname === '/endless' ? new Response(endless()) : new Response('hello'),
    );
    const answer = await fetch(`${origin}/endless`);
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await cancelled.promise;
    expect(made).toBeLessThan(64 * 1024 * 1024);
    expect(await (await fetch(origin)).text()).toBe('hello');
  });

  it('sends what comes before an answer breaks off', async () => {
    let chunk: Uint8Array | null = new TextEncoder().encode('half of it');
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (chunk === null) controller.error(new CutOff('on purpose'));
        else controller.enqueue(chunk);
        chunk = null;
      },
    });
    const { port } = await serve(async () => new Response(body, { headers: { 'content-length': '20' } }));
    const answer = await raw(port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(answer).toMatch(/content-length: 20[\s\S]*\r\n\r\nhalf of it$/);
  });

  it('never hands over half of a request', async () => {
    const seen: string[] = [];
    const { port, origin } = await serve(async (request) => {
      seen.push(await request.text());
      return new Response('hello');
    });
    const socket = connect(port, '127.0.0.1');
    socket.write('PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf');
    socket.end();
    await once(socket.resume(), 'close');
    await fetch(origin, { method: 'PUT', body: 'whole' });
    expect(seen).toEqual(['whole']);
  });

  it('answers what is under way before it closes', async () => {
    const begun = deferred<void>();
    const answer = deferred<Response>();
    const server = await startServer(
      {
        handle: () => {
          begun.resolve();
          return answer.promise;
        },
      },
      { port: 0 },
    );
    const asked = fetch(server.origin);
    await begun.promise;
    const closed = server.close();
    answer.resolve(new Response('done'));
    expect(await (await asked).text()).toBe('done');
    await closed;
    expect(await accepts('127.0.0.1', server.port)).toBe(false);
  });
});
