import { describe, expect, it } from 'vitest';
import { exchange, type HttpRequest, type UploadRequest } from '#src/aws/s3-transport.ts';

/** A transport whose requests are answered by hand, with a clock that ticks by hand. */
function transport(answer: (signal: AbortSignal) => Promise<Response>) {
  let tick = () => {};
  const xhr = { progress: (_event: { loaded: number }) => {}, abort: () => {}, aborted: false };
  class Request implements UploadRequest {
    readonly status = 200;
    readonly responseText = '';
    readonly upload: UploadRequest['upload'] = {
      addEventListener: (_type, listener) => {
        xhr.progress = listener;
      },
    };
    open(): void {}
    setRequestHeader(): void {}
    send(): void {}
    addEventListener(type: string, listener: () => void): void {
      if (type === 'abort') xhr.abort = listener;
    }
    abort(): void {
      xhr.aborted = true;
      xhr.abort();
    }
    getAllResponseHeaders(): string {
      return '';
    }
  }
  return {
    xhr,
    minute() {
      for (let time = 0; time < 12; time += 1) tick();
    },
    look: () => tick(),
    send: (request: Partial<HttpRequest> = {}) =>
      exchange(
        {
          fetch: async (_url, init) => answer(init?.signal ?? new AbortController().signal),
          XMLHttpRequest: Request,
          every(_ms, callback) {
            tick = callback;
            return () => {
              tick = () => {};
            };
          },
        },
        {
          method: 'GET',
          url: new URL('https://bucket.example/key'),
          headers: {},
          signal: new AbortController().signal,
          ...request,
        },
      ),
  };
}

const never = (signal: AbortSignal) =>
  new Promise<Response>((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a request', () => {
  it('brings the bytes, and tells how many have come', async () => {
    const seen: number[] = [];
    const large = new Uint8Array(5 * 1024 * 1024).fill(7);
    const body = new Blob([large, large]);
    const { send } = transport(async () => new Response(body));
    const answer = await send({ onReceived: (bytes) => seen.push(bytes) });
    expect(answer.body.size).toBe(body.size);
    expect(Buffer.from(await answer.body.arrayBuffer()).equals(Buffer.from(await body.arrayBuffer()))).toBe(true);
    expect(seen.at(-1)).toBe(body.size);
  });

  it('leaves an answer that is larger than is wanted', async () => {
    let cancelled = false;
    const body = new ReadableStream({
      cancel: () => {
        cancelled = true;
      },
    });
    const { send } = transport(async () => new Response(body, { headers: { 'content-length': '101' } }));
    expect(await send({ mostBytes: 100 })).toMatchObject({ isTooLarge: true, body: { size: 0 } });
    expect(cancelled).toBe(true);
  });

  it('is given up after a minute in which nothing comes', async () => {
    const { send, minute } = transport(never);
    const sent = send();
    minute();
    await expect(sent).rejects.toThrow('Aborted');
  });

  it('is not given up while bytes go out', async () => {
    const { send, minute, look, xhr } = transport(never);
    const sent = send({ method: 'PUT', body: new Blob(['bytes']) });
    for (let time = 0; time < 30; time += 1) {
      look();
      xhr.progress({ loaded: time });
    }
    await settled();
    expect(xhr.aborted).toBe(false);
    minute();
    await expect(sent).rejects.toThrow('No answer');
  });

  it('is not begun where it is not wanted any more', async () => {
    const { send } = transport(never);
    const controller = new AbortController();
    controller.abort();
    await expect(send({ method: 'PUT', body: new Blob(['a']), signal: controller.signal })).rejects.toThrow();
  });
});
