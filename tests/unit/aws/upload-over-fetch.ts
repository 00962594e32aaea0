import type { UploadRequest } from '#src/aws/s3-transport.ts';

/** XMLHttpRequest as far as an upload needs it, over Node's fetch, which has none. `shown`: what CORS lets the page see; null: all. */
export function uploadOverFetch(shown: readonly string[] | null = null): new () => UploadRequest {
  return class {
    #progress: (event: { readonly loaded: number }) => void = () => {};
    readonly upload: UploadRequest['upload'] = {
      addEventListener: (_type, listener) => {
        this.#progress = listener;
      },
    };
    status = 0;
    responseText = '';
    #headers: [string, string][] = [];
    #answered: [string, string][] = [];
    #method = '';
    #url = '';
    readonly #events = new EventTarget();
    readonly #controller = new AbortController();

    open(method: string, url: string): void {
      this.#method = method;
      this.#url = url;
    }
    setRequestHeader(name: string, value: string): void {
      this.#headers.push([name, value]);
    }
    addEventListener(type: string, listener: () => void): void {
      this.#events.addEventListener(type, listener);
    }
    send(body: Blob): void {
      void this.#send(body);
    }
    abort(): void {
      this.#controller.abort();
    }
    getAllResponseHeaders(): string {
      return this.#answered.map((pair) => `${pair.join(': ')}\r\n`).join('');
    }

    async #send(body: Blob): Promise<void> {
      for (const loaded of [0, body.size]) this.#progress({ loaded });
      try {
        const { signal } = this.#controller;
        const answer = await fetch(this.#url, { method: this.#method, headers: this.#headers, body, signal });
        this.responseText = await answer.text();
        this.status = answer.status;
        this.#answered = [...answer.headers].filter(([name]) => shown?.includes(name) ?? true);
        this.#events.dispatchEvent(new Event('load'));
      } catch {
        this.#events.dispatchEvent(new Event(this.#controller.signal.aborted ? 'abort' : 'error'));
      }
    }
  };
}
