import type { IncomingMessage, ServerResponse } from 'node:http';
import { CutOff } from './fault-effects.ts';

/** Takes a request; an answer of `type` "error" cuts the connection. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** Serves a fetch-style handler over Node's HTTP. Whatever goes wrong ends in an answer or a cut connection, never in a rejection. */
export function httpListener(
  handle: FetchHandler,
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    // A browser sends a request again by itself where a connection that had been used before is cut, so none is used twice.
    outgoing.shouldKeepAlive = false;
    try {
      const request = await toRequest(incoming);
      if (request === null) outgoing.writeHead(400).end();
      else await send(await handle(request), outgoing);
    } catch (error) {
      if (!isCut(error)) console.error(error);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(500).end();
    }
  };
}

/** The client has gone away before its answer was sent. */
class Gone extends Error {}

/** Whether the other side has gone away, or the connection was cut on purpose. */
const isCut = (error: unknown) =>
  error instanceof CutOff ||
  error instanceof Gone ||
  (error instanceof Error && 'code' in error && error.code === 'ECONNRESET');

/** The request once all of it is there; null where there is no such request (CONNECT, TRACE, no host or a strange one). */
async function toRequest(incoming: IncomingMessage): Promise<Request | null> {
  const { method = '', url = '', headers } = incoming;
  const address = `http://${headers.host}${url}`;
  if (!/^[\w.:[\]-]+$/.test(headers.host ?? '') || !url.startsWith('/') || !URL.canParse(address)) return null;
  if (method === 'CONNECT' || method === 'TRACE' || method === 'TRACK') return null;
  const bytes = await received(incoming);
  const body = method === 'GET' || method === 'HEAD' ? null : inOnePiece(bytes);
  // Node wants to hear `half` where a body is a stream.
  const init = { method, headers: pairs(incoming.rawHeaders), body, duplex: 'half' };
  return new Request(address, init);
}

/** All bytes of the body. They may be many, so that they are copied once, into their place. */
async function received(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(incoming.headers['content-length'] ?? Number.NaN);
  const isKnown = announced >= 0 && announced <= MOST_BYTES;
  const whole = new Uint8Array(isKnown ? announced : 0);
  const chunks: Uint8Array[] = [];
  let at = 0;
  for await (const chunk of incoming) {
    if (isKnown) whole.set(chunk, at);
    else chunks.push(chunk);
    at += chunk.length;
  }
  return isKnown ? whole : new Uint8Array(Buffer.concat(chunks));
}

/** What S3 takes in one request; bytes. */
const MOST_BYTES = 5 * 1024 ** 3;

/** Unlike the bytes themselves, of which `Request` would make a copy of its own, and another for whoever asks for them. */
const inOnePiece = (bytes: Uint8Array<ArrayBuffer>) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ''] satisfies [string, string]] : [],
  );
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.status, [...response.headers].flat());
  // Chunk by chunk, so that what comes before a break does get to the client, and a slow client slows the source.
  for await (const chunk of response.body ?? []) await write(outgoing, chunk);
  outgoing.end();
}

const write = (outgoing: ServerResponse, chunk: Uint8Array) =>
  new Promise<void>((resolve, reject) => {
    const gone = () => reject(new Gone());
    outgoing.once('close', gone);
    outgoing.write(chunk, (error) => {
      outgoing.off('close', gone);
      if (error) gone();
      else resolve();
    });
  });
