import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { webcrypto } from 'node:crypto';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

/** Reads Node's Blobs, which jsdom's own FileReader does not know; as far as Amplify and the app use it. */
class NodeFileReader extends EventTarget {
  static readonly EMPTY = 0;
  static readonly LOADING = 1;
  static readonly DONE = 2;
  readyState = NodeFileReader.EMPTY;
  result: ArrayBuffer | string | null = null;
  error: unknown = null;
  onload: ((event: object) => void) | null = null;
  onloadend: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;

  readAsArrayBuffer(blob: Blob): void {
    void this.#finish(blob.arrayBuffer());
  }

  readAsText(blob: Blob): void {
    void this.#finish(blob.text());
  }

  readAsDataURL(blob: Blob): void {
    const encode = (bytes: ArrayBuffer) => `data:${blob.type};base64,${Buffer.from(bytes).toString('base64')}`;
    void this.#finish(blob.arrayBuffer().then(encode));
  }

  async #finish(reading: Promise<ArrayBuffer | string>): Promise<void> {
    this.readyState = NodeFileReader.LOADING;
    try {
      this.result = await reading;
      this.readyState = NodeFileReader.DONE;
      this.onload?.({ target: this });
    } catch (error) {
      this.error = error;
      this.readyState = NodeFileReader.DONE;
      this.onerror?.({ target: this });
    }
    this.onloadend?.({ target: this });
  }
}

const NodeUint8Array: unknown = Object.getPrototypeOf(Buffer.prototype).constructor;

// What jsdom calls a Blob arrives at Node's network as the text "undefined". Its Uint8Array is none to Node, nor the other way round.
// It has no crypto.subtle.
vi.stubGlobal('Uint8Array', NodeUint8Array);
vi.stubGlobal('Blob', NodeBlob);
vi.stubGlobal('File', NodeFile);
vi.stubGlobal('FileReader', NodeFileReader);
vi.stubGlobal('crypto', webcrypto);

// In a browser a form's controls are its properties, too; the Authenticator looks up one of its own like that.
Object.defineProperty(HTMLFormElement.prototype, '__authMethod', {
  get(this: HTMLFormElement) {
    return this.elements.namedItem('__authMethod') ?? undefined;
  },
});

// SRP with 3072 bits takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);
