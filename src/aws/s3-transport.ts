import type { HttpHeaders } from './signed-s3.ts';

/** What is used of XMLHttpRequest, which alone tells how much of a body has gone out. */
export interface UploadRequest {
  readonly upload: { addEventListener(type: 'progress', listener: (event: { readonly loaded: number }) => void): void };
  readonly status: number;
  readonly responseText: string;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  addEventListener(type: 'load' | 'error' | 'abort', listener: () => void): void;
  send(body: Blob): void;
  abort(): void;
  getAllResponseHeaders(): string;
}

export interface S3Transport {
  readonly fetch: typeof fetch;
  readonly XMLHttpRequest: new () => UploadRequest;
  /** Calls back every `ms`. Returns the way to stop. */
  readonly every: (ms: number, callback: () => void) => () => void;
}

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: HttpHeaders;
  /** Bytes are sent with progress, text without. */
  readonly body?: Blob | string;
  /** Ends it when it aborts. */
  readonly signal: AbortSignal;
  readonly onSent?: ((bytes: number) => void) | undefined;
  readonly onReceived?: ((bytes: number) => void) | undefined;
  /** An answer with more is not read. */
  readonly mostBytes?: number | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  /** Those that CORS lets the page see. */
  readonly headers: Headers;
  readonly body: Blob;
  /** It has more bytes than were wanted; `body` has none of them. */
  readonly isTooLarge: boolean;
}

/** ms between two looks at whether anything moves. */
const look = 5000;
/** Looks, not time: while a computer sleeps nothing moves, and that is no reason to give up. */
const mostQuietLooks = 12;

/** Sends a request. Rejects where there is no answer, or where for a minute nothing has moved either way. */
export async function exchange(
  { fetch, XMLHttpRequest, every }: S3Transport,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const stop = new AbortController();
  const end = () => stop.abort();
  if (request.signal.aborted) end();
  request.signal.addEventListener('abort', end);
  let quiet = 0;
  const moves = () => {
    quiet = 0;
  };
  const still = every(look, () => {
    quiet += 1;
    if (quiet === mostQuietLooks) end();
  });
  try {
    const { body } = request;
    return body instanceof Blob
      ? await upload(new XMLHttpRequest(), { ...request, body, signal: stop.signal }, moves)
      : await ask(fetch, { ...request, signal: stop.signal }, moves);
  } finally {
    still();
    request.signal.removeEventListener('abort', end);
  }
}

/** Headers are read all at once: asking for one that CORS hides makes the browser complain on its console. */
function upload(xhr: UploadRequest, request: HttpRequest & { body: Blob }, moves: () => void): Promise<HttpAnswer> {
  const { method, url, headers, body, signal, onSent } = request;
  return new Promise((resolve, reject) => {
    const lost = () => reject(new TypeError(`No answer to ${method} from ${url.host}.`));
    xhr.open(method, url.href);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.addEventListener('progress', ({ loaded }) => {
      moves();
      onSent?.(Math.min(loaded, body.size));
    });
    xhr.addEventListener('error', lost);
    xhr.addEventListener('abort', lost);
    xhr.addEventListener('load', () =>
      resolve({
        status: xhr.status,
        headers: parsedHeaders(xhr.getAllResponseHeaders()),
        body: new Blob([xhr.responseText]),
        isTooLarge: false,
      }),
    );
    if (signal.aborted) return lost();
    signal.addEventListener('abort', () => xhr.abort());
    xhr.send(body);
  });
}

function parsedHeaders(lines: string): Headers {
  const headers = new Headers();
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return headers;
}

/** Nothing of it stays in the browser's cache, where it would outlive the session. */
async function ask(fetch: S3Transport['fetch'], request: HttpRequest, moves: () => void): Promise<HttpAnswer> {
  const { method, url, headers, body, signal, onReceived, mostBytes = Number.POSITIVE_INFINITY } = request;
  const response = await fetch(url, {
    method,
    headers,
    signal,
    cache: 'no-store',
    ...(body !== undefined && { body }),
  });
  moves();
  if (Number(response.headers.get('content-length')) > mostBytes) {
    // Not waited for: it ends when everybody who reads along has had enough.
    void response.body?.cancel();
    return { status: response.status, headers: response.headers, body: new Blob(), isTooLarge: true };
  }
  let received = 0;
  const bytes = await gathered(response, (length) => {
    moves();
    received += length;
    onReceived?.(received);
  });
  return { status: response.status, headers: response.headers, body: bytes, isTooLarge: false };
}

/** Bytes; more than this are handed to the browser, which keeps them on disk where they are many. */
const mostInMemory = 4 * 1024 * 1024;

async function gathered({ body }: Response, onChunk: (bytes: number) => void): Promise<Blob> {
  const pieces: Blob[] = [];
  let loose: Uint8Array<ArrayBuffer>[] = [];
  let looseBytes = 0;
  const reader = body?.getReader();
  for (let step = await reader?.read(); step?.done === false; step = await reader?.read()) {
    loose.push(step.value);
    looseBytes += step.value.length;
    onChunk(step.value.length);
    if (looseBytes < mostInMemory) continue;
    pieces.push(new Blob(loose));
    loose = [];
    looseBytes = 0;
  }
  return new Blob([...pieces, ...loose]);
}
