import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { webcrypto } from 'node:crypto';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

/** Reads Node's Blobs, which jsdom's own does not know; as far as user-event's clipboard uses it. */
class NodeFileReader {
  result: string | null = null;
  onload: (() => void) | null = null;
  onerror: ((reason: unknown) => void) | null = null;

  readAsText(blob: Blob): void {
    const read = (text: string) => {
      this.result = text;
      this.onload?.();
    };
    blob.text().then(read, (reason: unknown) => this.onerror?.(reason));
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
