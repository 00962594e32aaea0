import * as v from 'valibot';
import { failed, type Result } from '#src/notes/result.ts';
import type { StoreFailure } from './note-store.ts';

// Bytes stand in the database as a Blob, which no browser has to hold in the page's memory. WebKit refuses Blobs, always in a private
// window and at times elsewhere (webkit.org/b/286561); there a copy of the bytes stands in their place.

/** The most that is copied through the page's memory; bytes. */
const mostCopied = 50 * 2 ** 20;

const blobSchema = v.blob();
const copySchema = v.object({ type: v.string(), copied: v.instance(ArrayBuffer) });

/** Either form, as a Blob. */
export const bytesSchema: v.GenericSchema<unknown, Blob> = v.union([
  blobSchema,
  v.pipe(
    copySchema,
    v.transform(({ type, copied }) => new Blob([copied], { type })),
  ),
]);

/** undefined: it is neither form. */
export function parseBytes(value: unknown): Blob | undefined {
  const parsed = v.safeParse(bytesSchema, value);
  return parsed.success ? parsed.output : undefined;
}

/** Has `write` write the blob in the form that the browser takes. Where the file under it cannot be read any more, the failure says so. */
export async function writeBlob<T>(
  blob: Blob,
  write: (stored: unknown) => Promise<Result<T, StoreFailure>>,
): Promise<Result<T, StoreFailure>> {
  const written = await write(blob);
  if (written.ok) return written;
  const { details } = written.failure;
  if (details.startsWith('DataError')) return failed(unreadable(details));
  const isRefused = details.startsWith('DataCloneError') || /^UnknownError.*Blob/.test(details);
  if (!isRefused) return written;
  // There is no room for it in this form; whoever has it may send it from where it is.
  if (blob.size > mostCopied) return failed({ ...written.failure, kind: 'full' });
  try {
    return await write({ type: blob.type, copied: await blob.arrayBuffer() });
  } catch (error) {
    if (error instanceof DOMException) return failed(unreadable(String(error)));
    throw error;
  }
}

/** Chromium says DataError of a file that was changed or removed after it was chosen, and any browser NotReadableError when it is read. */
const unreadable = (details: string): StoreFailure => ({
  kind: 'broken',
  message: 'The file could not be read: it was changed, moved or removed after it was chosen. Choose it again.',
  details,
});
